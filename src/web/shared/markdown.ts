import { Lexer, type MarkedToken, type Token } from 'marked';
import { safeHref } from './safe-href.ts';

/**
 * The Markdown of messages as a small tree of plain data. A front-end turns it into elements one by
 * one; nothing is ever parsed as HTML. What is not in this grammar stays on the screen as it was
 * written, so that nothing an agent typed disappears.
 */
export type Block =
  | { readonly type: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'code'; readonly text: string };

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'em'; readonly inlines: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly inlines: readonly Inline[] }
  /** Of an article; `text` says what it shows. */
  | { readonly type: 'image'; readonly src: string; readonly text: string }
  | { readonly type: 'break' };

/** Never throws: text that the lexer cannot take (absurd nesting) becomes one paragraph. */
export function parseMarkdown(text: string): Block[] {
  try {
    // `breaks`: a line that an agent ends stays ended, as in any messenger.
    return new Lexer({ gfm: true, breaks: true }).lex(text).flatMap(blockOf);
  } catch {
    return [plainParagraph(text)];
  }
}

/** What a reader would hear: the words without markers. For announcements and one-line previews. */
export function plainTextOf(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).filter((text) => text !== '').join('\n');
}

function blockOf(token: Token): Block[] {
  const marked = token as MarkedToken;
  switch (marked.type) {
    case 'space':
    case 'checkbox':
      return [];
    case 'paragraph':
      return [{ type: 'paragraph', inlines: inlinesOf(marked.tokens) }];
    case 'text':
      return [{ type: 'paragraph', inlines: marked.tokens ? inlinesOf(marked.tokens) : [{ type: 'text', text: marked.text }] }];
    case 'heading':
      return [{ type: 'heading', level: marked.depth, inlines: inlinesOf(marked.tokens) }];
    case 'list':
      return [{
        type: 'list',
        ordered: marked.ordered,
        start: marked.start === '' ? 1 : marked.start,
        items: marked.items.map((item) => item.tokens.flatMap(blockOf)),
      }];
    case 'code':
      return [{ type: 'code', text: marked.text }];
    default:
      return marked.raw.trim() === '' ? [] : [plainParagraph(marked.raw.trim())];
  }
}

function inlinesOf(tokens: readonly Token[]): Inline[] {
  return joinTexts(tokens.flatMap(inlineOf));
}

function inlineOf(token: Token): Inline[] {
  const marked = token as MarkedToken;
  switch (marked.type) {
    case 'text':
    case 'escape':
      return [{ type: 'text', text: marked.text }];
    case 'strong':
    case 'em':
      return [{ type: marked.type, inlines: inlinesOf(marked.tokens) }];
    case 'codespan':
      return [{ type: 'code', text: marked.text }];
    case 'br':
      return [{ type: 'break' }];
    case 'link': {
      const href = safeHref(marked.href);
      return href === undefined ? [{ type: 'text', text: marked.raw }] : [{ type: 'link', href, inlines: inlinesOf(marked.tokens) }];
    }
    case 'image':
      // From the desk's own site alone: any other address would learn who reads.
      return [marked.href.startsWith('/help/images/') ? { type: 'image', src: marked.href, text: marked.text } : { type: 'text', text: marked.raw }];
    case 'checkbox':
      return [];
    default:
      return [{ type: 'text', text: marked.raw }];
  }
}

/** Neighbouring texts become one, so that what looks at words (hashes, addresses) sees them whole. */
function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text') joined[joined.length - 1] = { type: 'text', text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}

function plainParagraph(text: string): Block {
  const lines = text.split('\n').flatMap((line, i): Inline[] => [...(i === 0 ? [] : [{ type: 'break' as const }]), { type: 'text', text: line }]);
  return { type: 'paragraph', inlines: lines };
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'code':
      return block.text;
    case 'list':
      return block.items.map((item) => plainTextOf(item)).join('\n');
    default:
      return textOfInlines(block.inlines);
  }
}

function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map((inline) => {
    if (inline.type === 'break') return ' ';
    return 'inlines' in inline ? textOfInlines(inline.inlines) : inline.text;
  }).join('');
}
