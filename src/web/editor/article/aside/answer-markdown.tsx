import { useMemo, type ReactNode } from 'react';
import { parseMarkdown, type Block, type Inline } from '../../../shared/markdown.ts';

/** What the assistant says, read by the widget's own parser: what does not become elements there does not here. */
export function AnswerMarkdown({ text }: { text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div className="answer">{blocks.map((block, i) => <AnswerBlock key={i} block={block} />)}</div>;
}

function AnswerBlock({ block }: { block: Block }): ReactNode {
  switch (block.type) {
    case 'paragraph': return <p>{block.inlines.map(renderInline)}</p>;
    case 'heading': return <p className="answer-heading">{block.inlines.map(renderInline)}</p>;
    case 'code': return <pre dir="ltr"><code>{block.text}</code></pre>;
    case 'list': {
      const items = block.items.map((blocks, i) => <li key={i}>{blocks.map((inner, at) => <AnswerBlock key={at} block={inner} />)}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function renderInline(inline: Inline, key: number): ReactNode {
  switch (inline.type) {
    case 'text': return inline.text;
    case 'code': return <code key={key} dir="ltr">{inline.text}</code>;
    case 'strong': return <strong key={key}>{inline.inlines.map(renderInline)}</strong>;
    case 'em': return <em key={key}>{inline.inlines.map(renderInline)}</em>;
    case 'link': return <a key={key} href={inline.href} target="_blank" rel="noopener noreferrer">{inline.inlines.map(renderInline)}</a>;
    case 'image': return <img key={key} src={inline.src} alt={inline.text} />;
    case 'break': return <br key={key} />;
  }
}
