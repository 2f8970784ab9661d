/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { splitCodes } from '../../shared/long-code.ts';
import { parseMarkdown, type Block, type Inline } from '../../shared/markdown.ts';
import { emphasiseLead } from '../conversation/lead.ts';
import { CodeChip } from './code-chip.tsx';
import { Marked, MessageText } from './message-text.tsx';
import { useSurroundings } from './surroundings.ts';

/** A message's Markdown as elements. `leads`: its first sentence is the direct answer and stands out. */
export function MarkdownView({ text, leads }: { text: string; leads: boolean }): JSX.Element {
  const blocks = useMemo(() => (leads ? emphasiseLead(parseMarkdown(text)) : parseMarkdown(text)), [text, leads]);
  return <div class="md"><Blocks blocks={blocks} /></div>;
}

function Blocks({ blocks }: { blocks: readonly Block[] }): JSX.Element {
  return <>{blocks.map((block, i) => <BlockView key={i} block={block} />)}</>;
}

function BlockView({ block }: { block: Block }): JSX.Element {
  switch (block.type) {
    case 'paragraph':
      return <p><Inlines inlines={block.inlines} /></p>;
    case 'heading':
      return <p class="md-heading"><Inlines inlines={block.inlines} /></p>;
    case 'code':
      return <pre dir="ltr" tabIndex={0}><code><Marked text={block.text} /></code></pre>;
    case 'list': {
      const items = block.items.map((item, i) => <li key={i}><div><ListItem blocks={item} /></div></li>);
      return block.ordered
        ? <ol start={block.start} style={{ counterReset: `step ${block.start - 1}` }}>{items}</ol>
        : <ul>{items}</ul>;
    }
  }
}

/** The one paragraph of a plain item is the item. */
function ListItem({ blocks }: { blocks: readonly Block[] }): JSX.Element {
  const [only, ...rest] = blocks;
  return only?.type === 'paragraph' ? <><Inlines inlines={only.inlines} /><Blocks blocks={rest} /></> : <Blocks blocks={blocks} />;
}

function Inlines({ inlines }: { inlines: readonly Inline[] }): JSX.Element {
  return <>{inlines.map((inline, i) => <InlineView key={i} inline={inline} />)}</>;
}

function InlineView({ inline }: { inline: Inline }): JSX.Element {
  const { base } = useSurroundings();
  switch (inline.type) {
    case 'text':
      return <MessageText text={inline.text} />;
    case 'strong':
      return <strong><Inlines inlines={inline.inlines} /></strong>;
    case 'em':
      return <em><Inlines inlines={inline.inlines} /></em>;
    case 'code': {
      const [only, ...rest] = splitCodes(inline.text);
      return only?.kind === 'code' && rest.length === 0 ? <CodeChip text={only.text} /> : <bdi dir="ltr"><code><Marked text={inline.text} /></code></bdi>;
    }
    case 'break':
      return <br />;
    case 'image':
      return <img alt={inline.text} src={base + inline.src} />;
    case 'link':
      return <OutLink href={inline.href}><Marked text={plain(inline.inlines)} /></OutLink>;
  }
}

/** A link to somewhere else: in a new tab, without telling it where from. */
export function OutLink({ href, className, children }: { href: string; className?: string; children: ComponentChildren }): JSX.Element {
  const { base, t } = useSurroundings();
  return (
    <a class={className} href={href.startsWith('/') ? base + href : href} target="_blank" rel="noopener noreferrer">
      {children}<span class="unseen"> ({t('newTab')})</span>
    </a>
  );
}

/** Inside a link there is only text: no button to copy, no link in a link. */
function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'break' ? ' ' : 'inlines' in inline ? plain(inline.inlines) : inline.text)).join('');
}
