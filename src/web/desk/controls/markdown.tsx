import { useMemo, type ReactNode } from 'react';
import { splitCodes } from '../../shared/long-code.ts';
import { parseMarkdown, type Block, type Inline } from '../../shared/markdown.ts';
import { CodeText } from '../../staff/controls/code-text.tsx';
import { MarkedText } from './marked-text.tsx';
import { MentionedText } from './mentions.tsx';

/** A message's Markdown as elements. Nothing is parsed as HTML; every paragraph finds its own direction. */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div className="markdown">{blocks.map((block, index) => <MarkdownBlock key={index} block={block} />)}</div>;
}

/** Text as it was written, with codes shortened and a chip for each secret taken out: what contacts write is not Markdown. */
export function PlainText({ text }: { text: string }) {
  return <div className="markdown plain" dir="auto">{withCodes(text)}</div>;
}

/** @param nested inside a list, whose direction it shares: a bullet belongs on the side where the text begins. */
function MarkdownBlock({ block, nested = false }: { block: Block; nested?: boolean }): ReactNode {
  const dir = nested ? undefined : 'auto';
  switch (block.type) {
    case 'paragraph':
      return <p dir={dir}>{block.inlines.map(renderInline)}</p>;
    case 'heading':
      // The pane has the page's headings; inside a message they are only strong lines.
      return <p dir={dir} className="markdown-heading">{block.inlines.map(renderInline)}</p>;
    case 'code':
      return <pre dir="ltr" tabIndex={0}><code><MarkedText text={block.text} /></code></pre>;
    case 'list': {
      const items = block.items.map((blocks, index) => (
        <li key={index}>{blocks.map((inner, at) => <MarkdownBlock key={at} block={inner} nested />)}</li>
      ));
      return block.ordered ? <ol dir={dir} start={block.start}>{items}</ol> : <ul dir={dir}>{items}</ul>;
    }
  }
}

function renderInline(inline: Inline, index: number): ReactNode {
  switch (inline.type) {
    case 'text':
      return <span key={index}>{withCodes(inline.text)}</span>;
    case 'code':
      return <code key={index} dir="ltr"><MarkedText text={inline.text} /></code>;
    case 'strong':
      return <strong key={index}>{inline.inlines.map(renderInline)}</strong>;
    case 'em':
      return <em key={index}>{inline.inlines.map(renderInline)}</em>;
    case 'link':
      return <a key={index} href={inline.href} target="_blank" rel="noopener noreferrer">{inline.inlines.map(renderInline)}</a>;
    case 'image':
      return <img key={index} src={inline.src} alt={inline.text} loading="lazy" />;
    case 'break':
      return <br key={index} />;
  }
}

function withCodes(text: string): ReactNode {
  return <MarkedText text={text} render={renderCodes} />;
}

function renderCodes(text: string): ReactNode {
  return splitCodes(text).map((segment, index) => (segment.kind === 'code' ? <CodeText key={index} text={segment.text} /> : <MentionedText key={index} text={segment.text} />));
}
