import { Marked, type Tokens } from 'marked';
import { coverOverrides } from '../../domain/cover-overrides.ts';
import { escapeHtml, Html } from './html.ts';

/** Articles are written in a small Markdown; HTML in it is shown as text, and links lead only where links may. */
const markdown = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    image: ({ href, text }: Tokens.Image) => (isOwnImage(href) ? `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}" loading="lazy">` : escapeHtml(text)),
    link(this: { parser: { parseInline(tokens: Tokens.Generic[]): string } }, { href, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens);
      return isSafe(href) ? `<a href="${escapeHtml(href)}">${words}</a>` : words;
    },
  },
});

export function markdownToHtml(text: string): Html {
  return new Html(markdown.parse(coverOverrides(text), { async: false }));
}

/** Pictures come from here alone: any other address would learn who reads. */
function isOwnImage(href: string): boolean {
  return /^\/help\/images\/[0-9a-f]{32}\.(?:png|jpg|webp|gif)$/.test(href);
}

function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href);
}
