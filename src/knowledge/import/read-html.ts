import { htmlToMarkdown } from './html-to-markdown.ts';
import { unreadable, type ReadFile } from './import-row.ts';

/** Longest page, in UTF-16 code units; what a help centre writes has a hundredth of it. */
export const MAX_HTML_LENGTH = 200_000;

/** One page of another help centre is one article. */
export function readHtml(text: string, file: string): ReadFile {
  if (text.length > MAX_HTML_LENGTH) return unreadable(file, { code: 'page-length', values: { length: text.length, most: MAX_HTML_LENGTH }, problem: `is ${text.length} characters long`, expected: `at most ${MAX_HTML_LENGTH}`, row: 1 });
  if (!/<[a-z!]/i.test(text)) return unreadable(file, { code: 'no-tags', problem: 'has no tags', expected: 'an HTML page', line: 1, row: 1 });
  const converted = htmlToMarkdown(text);
  if (!converted) return unreadable(file, { code: 'nested', problem: 'is nested too deep', expected: 'an HTML page', row: 1 });
  const { body, title, summary, images } = converted;
  const [, locale] = /<html\b[^>]{0,500}?\blang\s*=\s*["']?([A-Za-z-]{2,20})/i.exec(text) ?? [];
  const id = file.split('/').at(-1)?.replace(/\.[^.]*$/, '');
  return { rows: [{ file, row: 1, line: 1, id, locale, title, summary, phrasings: [], calmPhrasings: [], body }], errors: [], images: images.map((image) => ({ file, row: 1, ...image })) };
}
