/**
 * Reads the small Markdown that articles are written in: paragraphs, lists, bold, links, images, `##`
 * headings. Positions are offsets into the body as it was given.
 */

export interface MarkdownLink {
  readonly text: string;
  /** As written: `article:<id>` or `{{exchange.feesUrl}}`. */
  readonly target: string;
  readonly offset: number;
}

export interface MarkdownImage {
  /** What the image shows, in words. */
  readonly alt: string;
  /** As written: `image:<name>`. */
  readonly target: string;
  readonly offset: number;
}

export interface Section {
  readonly heading: string;
  readonly body: string;
}

const LINK = /(?<!!)\[([^\]]*)\]\(([^)\s]*)\)/g;
const IMAGE = /!\[([^\]]*)\]\(([^)]*)\)/g;
const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const ARTICLE_LINK = /^article:(.*)$/;
const IMAGE_NAME = /^image:([0-9a-f]{32}\.(?:png|jpg|webp|gif))$/;
const EXCHANGE_VARIABLE = /^exchange\.([A-Za-z0-9]+)$/;
const HEADING = /^##[ \t]+(.+?)[ \t]*$/gm;

export function findLinks(markdown: string): MarkdownLink[] {
  return [...markdown.matchAll(LINK)].map((match) => ({ text: match[1] ?? '', target: match[2] ?? '', offset: match.index }));
}

export function findImages(markdown: string): MarkdownImage[] {
  return [...markdown.matchAll(IMAGE)].map((match) => ({ alt: (match[1] ?? '').trim(), target: match[2] ?? '', offset: match.index }));
}

/** The image that a target names, as the store has it, or undefined where it goes elsewhere. */
export function imageName(target: string): string | undefined {
  return IMAGE_NAME.exec(target)?.[1];
}

/** The id that a link names, or undefined where the link goes elsewhere. */
export function linkedArticleId(target: string): string | undefined {
  return ARTICLE_LINK.exec(target)?.[1];
}

/** Every `{{…}}`; `key` is undefined where it is no `exchange.<key>`. */
export function findVariables(markdown: string): { readonly name: string; readonly key: string | undefined; readonly offset: number }[] {
  return [...markdown.matchAll(VARIABLE)].map((match) => {
    const name = match[1] ?? '';
    return { name, key: EXCHANGE_VARIABLE.exec(name)?.[1], offset: match.index };
  });
}

/** Replaces every image, then every link and, after it, every variable; what a callback returns is put in as it is. */
export function rewriteMarkdown(
  markdown: string,
  rewrite: { image(image: MarkdownImage): string; link(link: MarkdownLink): string; variable(key: string | undefined, written: string): string },
): string {
  const drawn = markdown.replace(IMAGE, (_whole, alt: string, target: string, offset: number) => rewrite.image({ alt: alt.trim(), target, offset }));
  const linked = drawn.replace(LINK, (_whole, text: string, target: string, offset: number) => rewrite.link({ text, target, offset }));
  return linked.replace(VARIABLE, (written, name: string) => rewrite.variable(EXCHANGE_VARIABLE.exec(name)?.[1], written));
}

/**
 * The answer is what stands before the first `##`: what the assistant says in a chat. The sections
 * are the rest of the help page.
 */
export function splitAnswer(markdown: string): { readonly answer: string; readonly sections: readonly Section[] } {
  const headings = [...markdown.matchAll(HEADING)];
  const sections = headings.map((match, i) => ({
    heading: match[1] ?? '',
    body: markdown.slice(match.index + match[0].length, headings[i + 1]?.index).trim(),
  }));
  return { answer: markdown.slice(0, headings[0]?.index).trim(), sections };
}

/** What a reader sees as running text: without images, link targets, variables, markers and emphasis. */
export function plainText(markdown: string): string {
  return markdown
    .replace(IMAGE, ' ')
    .replace(LINK, '$1')
    .replace(VARIABLE, ' ')
    .replace(/^[ \t]*(?:#{1,6}|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/\*\*|__|`/g, '')
    .trim();
}
