import { parseDocument, LineCounter } from 'yaml';
import { readDocumentPath } from '../../domain/documents/document-path.ts';
import { readTranslationText } from '../../domain/documents/edit-translation-text.ts';
import { isLocale } from '../../domain/locales.ts';
import { parseArticleFile } from '../files/article-file.ts';
import { unreadable, type ReadFile } from './import-row.ts';
import { readFields } from './read-fields.ts';

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const HEADING = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)/;
const MARKDOWN = /\.(?:md|markdown)$/i;

/**
 * One file of a folder of Markdown. Our own `articles/<id>/<locale>.md` and `article.yaml` stay as they
 * are. Of others the id and the language are read from the path (`<id>/<locale>.md`, `<locale>/<id>.md`,
 * `<id>.<locale>.md`, `<id>.md`) where the front matter does not say them, and the title from the first heading.
 */
export function readMarkdown(text: string, file: string): ReadFile {
  const place = readDocumentPath(/(?:^|\/)(articles\/[^/]+\/[^/]+)$/.exec(file)?.[1] ?? '');
  if (place?.kind === 'article') return readFacts(text, file, place.articleId);
  if (!MARKDOWN.test(file)) return unreadable(file, { code: 'not-markdown', problem: 'is no Markdown file', expected: 'a name that ends in .md' });
  const fields = place?.kind === 'translation' ? readTranslationText(text) : undefined;
  if (place?.kind === 'translation' && fields) {
    const { articleId, locale } = place;
    return { rows: [{ file, row: 1, line: 1, id: articleId, locale, ...fields, title: fields.title || undefined, text }], errors: [] };
  }
  return readForeign(text, file);
}

function readFacts(text: string, file: string, articleId: string): ReadFile {
  const read = parseArticleFile(text, file);
  if (read.ok) return { rows: [], errors: [], facts: [{ file, articleId, text }] };
  return { rows: [], errors: read.problems.map(({ line, field, code, values, problem, expected }) => ({ file, row: null, line, field, code, values, problem, expected })) };
}

function readForeign(text: string, file: string): ReadFile {
  const [whole = '', front = ''] = FRONT_MATTER.exec(text) ?? [];
  const values = readFrontMatter(front, file);
  if ('errors' in values) return values;
  const rest = text.slice(whole.length).replaceAll('\r\n', '\n');
  const read = readFields({ ...readPath(file), ...values.fields, body: rest }, { file, row: 1, line: 1 });
  if (!read.row) return { rows: [], errors: read.errors };
  const heading = HEADING.exec(rest);
  const title = read.row.title ?? heading?.[1];
  // A heading that only repeats the title says nothing.
  const body = heading && heading[1] === title ? rest.slice(heading[0].length) : rest;
  return { rows: [{ ...read.row, title, body: body.trim(), mayBeHtml: false }], errors: [] };
}

function readFrontMatter(front: string, file: string): ReadFile | { readonly fields: Readonly<Record<string, unknown>> } {
  const lineCounter = new LineCounter();
  const document = parseDocument(front, { lineCounter });
  const [error] = document.errors;
  const unreadableHead = (problem: string, line: number): ReadFile =>
    unreadable(file, { code: 'head', values: { message: problem }, problem, expected: 'valid YAML, as title: ..., between the two lines of ---', line, row: 1, field: 'front matter' });
  if (error) return unreadableHead(error.message.split('\n')[0] ?? error.code, lineCounter.linePos(error.pos[0]).line + 1);
  let fields: unknown;
  try {
    fields = document.toJS();
  } catch (thrown) {
    // Aliases that grow without end are refused by the parser, by throwing.
    return unreadableHead(String(thrown instanceof Error ? thrown.message : thrown), 1);
  }
  if (fields === null || fields === undefined) return { fields: {} };
  if (typeof fields !== 'object' || Array.isArray(fields)) return unreadableHead('is no list of fields', 2);
  return { fields: fields as Record<string, unknown> };
}

function readPath(file: string): { readonly id?: string; readonly locale?: string } {
  const parts = file.replace(MARKDOWN, '').split('/').filter((part) => part !== '');
  const [folder, name] = [parts.at(-2), parts.at(-1) ?? ''];
  const [, stem, tag] = /^(.+)\.([A-Za-z]{2}(?:-[A-Za-z]{2,4})?)$/.exec(name) ?? [];
  if (stem !== undefined && tag !== undefined) return { id: stem, locale: tag };
  if (isLocale(name) && folder !== undefined) return { id: folder, locale: name };
  return isLocale(folder) ? { id: name, locale: folder } : { id: name };
}
