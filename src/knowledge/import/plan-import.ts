import { stringify } from 'yaml';
import { articlePath, ID_PATTERN, MAX_DOCUMENT_BYTES, MAX_ID_LENGTH, translationPath } from '../../domain/documents/document-path.ts';
import { newTranslationText } from '../../domain/documents/edit-translation-text.ts';
import type { Intent } from '../../domain/intents.ts';
import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { findLocale, makeId } from './name-article.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { MAX_HTML_LENGTH } from './read-html.ts';
import type { ImportedFacts, ImportError, ImportRow } from './import-row.ts';

/** Longest title and summary that a file of ours may have. */
const MAX_TITLE = 160;
const MAX_SUMMARY = 400;
const REPLACE = 'another id, or replacing what exists to be switched on';
const TAG = /<\/?[a-z][^>]*>/i;

/** A document that an import would make a draft of. */
export interface ImportedDocument {
  readonly path: string;
  readonly file: string;
  readonly row: number;
  readonly articleId: string;
  /** Null for `article.yaml`. */
  readonly locale: Locale | null;
  readonly title: string | null;
  readonly category: string | null;
  readonly text: string;
  readonly exists: 'new' | 'draft' | 'published';
}

export interface ImportTerms {
  /** Where a row does not say it. */
  readonly locale: Locale;
  readonly category: string;
  /** Whether what exists gets a new draft. */
  readonly replace: boolean;
  /** What there is, by path. */
  readonly existing: ReadonlyMap<string, 'draft' | 'published'>;
  readonly base: Pick<KnowledgeBase, 'articles' | 'categories'>;
  readonly redact: Redact;
}

/** A row that may be imported. */
interface Placed {
  readonly row: ImportRow;
  readonly articleId: string;
  readonly locale: Locale;
  readonly title: string;
  readonly category: string;
}

/** What the rows would make, and what is wrong with the others. Each row makes a translation; each new article its `article.yaml` too. Pure. */
export function planImport(rows: readonly ImportRow[], facts: readonly ImportedFacts[], terms: ImportTerms): { documents: ImportedDocument[]; errors: ImportError[] } {
  const errors: ImportError[] = [];
  const documents = new Map<string, ImportedDocument>();
  for (const row of rows) {
    const report: Report = (field, problem) => { errors.push({ file: row.file, row: row.row, line: row.line, field, values: {}, ...problem }); };
    const before = errors.length;
    const placed = place(row, terms, report);
    const text = placed && writeText(placed, terms, report);
    if (!placed || text === undefined || errors.length > before) continue;
    const path = translationPath(placed.articleId, placed.locale);
    const first = documents.get(path);
    if (first) report('id', { code: 'repeated', values: { id: placed.articleId, row: first.row, file: first.file }, problem: `"${placed.articleId}" in ${placed.locale} stands in row ${first.row} of ${first.file} too`, expected: 'each article once in a language' });
    else documents.set(path, { path, file: row.file, row: row.row, articleId: placed.articleId, locale: placed.locale, title: placed.title, category: placed.category, text, exists: terms.existing.get(path) ?? 'new' });
  }
  addFacts(documents, facts, terms, errors);
  return { documents: [...documents.values()], errors };
}

type Report = (field: string, problem: Pick<ImportError, 'code' | 'problem' | 'expected'> & Partial<Pick<ImportError, 'values'>>) => void;

function place(row: ImportRow, { locale: standard, category: shelf, replace, existing, base }: ImportTerms, report: Report): Placed | undefined {
  const locale = row.locale === undefined ? standard : findLocale(row.locale);
  const articleId = makeId(row.id, row.title);
  const category = row.category === undefined ? shelf : base.categories.find(({ id }) => id === row.category?.toLowerCase())?.id;
  if (locale === undefined) report('locale', { code: 'locale', values: { given: shorten(row.locale), options: LOCALE_TAGS.join(', ') }, problem: `"${shorten(row.locale)}" is no language that is served`, expected: LOCALE_TAGS.join(', ') });
  if (row.title === undefined) report('title', { code: 'no-title', problem: 'is missing', expected: 'the question or the name of the article' });
  else if (row.title.length > MAX_TITLE) report('title', { code: 'title-length', values: { length: row.title.length, most: MAX_TITLE }, problem: `is ${row.title.length} characters long`, expected: `at most ${MAX_TITLE}` });
  if (articleId === undefined || articleId.length > MAX_ID_LENGTH || !ID_PATTERN.test(articleId)) report('id', { code: 'id', values: { given: shorten(row.id) }, problem: `"${shorten(row.id)}" cannot be an id`, expected: 'lower-case words joined by hyphens, as in deposit-late' });
  if (category === undefined) {
    const options = base.categories.map(({ id }) => id).join(', ');
    report('category', { code: 'category', values: { given: shorten(row.category), options }, problem: `"${shorten(row.category)}" is no category`, expected: options });
  }
  if (locale === undefined || row.title === undefined || articleId === undefined || category === undefined) return undefined;
  const exists = existing.get(translationPath(articleId, locale));
  if (exists && !replace) report('id', { code: 'exists', values: { id: articleId }, problem: `"${articleId}" in ${locale} exists as ${exists === 'draft' ? 'a draft' : 'a published article'}`, expected: REPLACE });
  return { row, articleId, locale, title: row.title, category };
}

function writeText({ row, title }: Placed, { redact }: ImportTerms, report: Report): string | undefined {
  const body = row.text === undefined ? readBody(row, report) : row.body;
  if (body === undefined) return undefined;
  if (body.trim() === '') report('body', { code: 'no-body', problem: 'is empty', expected: 'the answer, in Markdown or HTML' });
  const tag = TAG.exec(body);
  if (tag) report('body', { code: 'tag', values: { given: shorten(tag[0]) }, problem: `has the tag ${shorten(tag[0])}`, expected: 'Markdown without HTML' });
  const text = row.text ?? newTranslationText({ title, summary: (row.summary ?? '').slice(0, MAX_SUMMARY), phrasings: row.phrasings, calmPhrasings: row.calmPhrasings, body: `${body.trim()}\n` });
  if (Buffer.byteLength(text) > MAX_DOCUMENT_BYTES) {
    const [size, most] = [Math.ceil(Buffer.byteLength(text) / 1024), MAX_DOCUMENT_BYTES / 1024];
    report('body', { code: 'size', values: { size, most }, problem: `is too long: ${size} KB`, expected: `at most ${most} KB for an article in one language` });
    return undefined;
  }
  const [secret] = redact(text).kinds;
  if (secret) report('body', { code: 'secret', problem: `holds what looks like a secret (${secret})`, expected: 'an article without it' });
  return text;
}

/** Other help centres export HTML in a field of their tables. */
function readBody({ body, mayBeHtml }: ImportRow, report: Report): string | undefined {
  if (!mayBeHtml || !/^\s*<[a-z!]/i.test(body)) return body;
  if (body.length > MAX_HTML_LENGTH) {
    report('body', { code: 'page-length', values: { length: body.length, most: MAX_HTML_LENGTH }, problem: `is ${body.length} characters long`, expected: `at most ${MAX_HTML_LENGTH} of HTML` });
    return undefined;
  }
  const converted = htmlToMarkdown(body);
  if (!converted) report('body', { code: 'nested', problem: 'is nested too deep', expected: 'Markdown or HTML' });
  return converted?.body;
}

/** What is true of each article in every language: as a file says it, or as its category suggests. */
function addFacts(documents: Map<string, ImportedDocument>, facts: readonly ImportedFacts[], { existing, replace, base }: ImportTerms, errors: ImportError[]): void {
  for (const { file, articleId, text } of facts) {
    const path = articlePath(articleId);
    const exists = existing.get(path) ?? 'new';
    const first = documents.get(path);
    const place = { file, row: null, line: null, field: 'id' };
    if (first) errors.push({ ...place, code: 'repeated', values: { id: articleId, row: first.row, file: first.file }, problem: `"${articleId}" stands in ${first.file} too`, expected: 'each article once' });
    else if (exists !== 'new' && !replace) errors.push({ ...place, code: 'exists', values: { id: articleId }, problem: `"${articleId}" exists`, expected: REPLACE });
    else documents.set(path, { path, file, row: 1, articleId, locale: null, title: null, category: null, text, exists });
  }
  for (const { articleId, file, row, category, title } of [...documents.values()]) {
    const path = articlePath(articleId);
    if (documents.has(path) || existing.has(path)) continue;
    documents.set(path, { path, file, row, articleId, locale: null, title: null, category, text: suggestFacts(category ?? '', title ?? articleId, base), exists: 'new' });
  }
}

function suggestFacts(category: string, title: string, { articles }: Pick<KnowledgeBase, 'articles'>): string {
  const neighbours = [...articles.values()].filter((article) => article.category === category);
  const byIntent = [...Map.groupBy(neighbours, ({ intent }) => intent)].sort(([, a], [, b]) => b.length - a.length);
  const intent: Intent = byIntent[0]?.[0] ?? 'support_info';
  return stringify({ category, covers: title, intent, urgency: 'low', related: neighbours.slice(0, 2).map(({ id }) => id) }, { lineWidth: 0 });
}

function shorten(text = ''): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
