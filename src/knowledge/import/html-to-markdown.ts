import TurndownService from 'turndown';

/** What says nothing of the matter: scripts, navigation, forms, what is played. */
const DROPPED = ['script', 'style', 'noscript', 'template', 'nav', 'header', 'footer', 'aside', 'form', 'button', 'iframe', 'object', 'video', 'audio', 'canvas', 'svg', 'link'];
const SAFE_LINK = /^(?:https?:\/\/|mailto:|article:|\/)/i;

export interface ConvertedHtml {
  /** In the small Markdown of articles: paragraphs, lists, bold, links and `##` headings. */
  readonly body: string;
  /** Of the first `h1`, or of `title`. */
  readonly title: string | undefined;
  /** Of the description. */
  readonly summary: string | undefined;
  readonly images: readonly { readonly source: string; readonly description: string }[];
}

/** Deeper than any page is, and far from what the reader's own recursion bears. */
const MAX_DEPTH = 250;
/** Elements that end by themselves, where another begins or at once. */
const SELF_ENDING = /^(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|colgroup|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** At least how deep elements stand in each other; cheap, so that it can be asked before anything is read. */
function countDepth(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (SELF_ENDING.test(name)) continue;
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** What is read on the way, as the nodes are passed. */
interface Found {
  heading?: string;
  title?: string;
  summary?: string;
  main: string;
  readonly images: { source: string; description: string }[];
}

/** Undefined for HTML that is nested too deep to be read. */
export function htmlToMarkdown(html: string): ConvertedHtml | undefined {
  if (countDepth(html) > MAX_DEPTH) return undefined;
  const found: Found = { main: '', images: [] };
  const whole = createConverter(found).turndown(html);
  const { images, summary } = found;
  return { body: tidy(found.main || whole), title: found.heading ?? found.title, summary, images };
}

function createConverter(found: Found): TurndownService {
  const converter = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', strongDelimiter: '**', br: '' });
  converter.remove(DROPPED as (keyof HTMLElementTagNameMap)[]);
  const plain = (content: string): string => content;
  converter.addRule('plain', { filter: ['em', 'i', 'code', 'u', 's'] as (keyof HTMLElementTagNameMap)[], replacement: plain });
  converter.addRule('quoted', { filter: ['blockquote', 'pre'], replacement: (content) => `\n\n${content.trim()}\n\n` });
  converter.addRule('heading', { filter: ['h2', 'h3', 'h4', 'h5', 'h6'], replacement: (content) => (content.trim() === '' ? '' : `\n\n## ${oneLine(content)}\n\n`) });
  converter.addRule('title', { filter: ['h1'], replacement: (content) => {
    if (found.heading !== undefined) return `\n\n## ${oneLine(content)}\n\n`;
    const heading = oneLine(unescape(content));
    if (heading !== '') found.heading = heading;
    return '';
  } });
  converter.addRule('head', { filter: ['title'], replacement: (content) => {
    found.title ??= oneLine(unescape(content));
    return '';
  } });
  converter.addRule('main', { filter: ['main', 'article'], replacement: (content) => {
    if (content.trim().length > found.main.length) found.main = content.trim();
    return `\n\n${content}\n\n`;
  } });
  addInline(converter, found);
  addTables(converter);
  return converter;
}

function addInline(converter: TurndownService, { images }: Found): void {
  converter.addRule('image', { filter: ['img'], replacement: (_content, node) => {
    const { source, description } = { source: attribute(node, 'src'), description: attribute(node, 'alt') };
    if (source !== '') images.push({ source: source.slice(0, 500), description: description.slice(0, 200) });
    return '';
  } });
  converter.addRule('link', { filter: ['a'], replacement: (content, node) => {
    const target = attribute(node, 'href').trim();
    return content.trim() === '' ? '' : SAFE_LINK.test(target) && !/[\s()<>]/.test(target) ? `[${oneLine(content)}](${target})` : content;
  } });
}

/** A row becomes a point: articles have no tables, as no bubble has room for one. */
function addTables(converter: TurndownService): void {
  converter.addRule('cell', { filter: ['td', 'th'], replacement: (content) => `${oneLine(content)} | ` });
  converter.addRule('row', { filter: ['tr'], replacement: (content) => `- ${content.trim().replace(/(?:\s*\|\s*)+$/, '').replaceAll(' | ', ': ')}\n` });
  converter.addRule('table', { filter: ['table', 'thead', 'tbody', 'tfoot'], replacement: (content) => `\n\n${content.trim()}\n\n` });
}

function attribute(node: unknown, name: string): string {
  return (node as { getAttribute(of: string): string | null }).getAttribute(name) ?? '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A title is no Markdown. */
function unescape(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+.!>~-])/g, '$1').replaceAll('**', '');
}

function tidy(markdown: string): string {
  return markdown.replace(/[ \t]+$/gm, '').replace(/^(\s*(?:-|\d+\.))[ \t]{2,}/gm, '$1 ').replace(/\n{3,}/g, '\n\n').trim();
}
