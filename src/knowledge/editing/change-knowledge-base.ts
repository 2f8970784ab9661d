import type { Article } from '../../domain/article.ts';
import { articlePath, CATEGORIES_PATH, DOCUMENT_PATHS, EXCHANGE_PATH, readDocumentPath } from '../../domain/documents/document-path.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { compareProblems, type Problem } from '../problem.ts';
import type { ProposedDocument } from './golden-judgement.ts';

export type ChangedBase =
  | { readonly ok: true; readonly base: KnowledgeBase }
  /** Documents that cannot be read, or do not fit together. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The knowledge base with some documents in the place of what it has: the same as if all its files had
 * been read again, for the time that reading the changed ones takes. Articles that are not named stay
 * the very objects that they were. Pure.
 */
export function changeKnowledgeBase(base: KnowledgeBase, documents: readonly ProposedDocument[]): ChangedBase {
  const texts = new Map(documents.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
  const files = parseKnowledgeFiles('', texts);
  // What is not among the documents is as it was; only the documents can be wrong.
  const problems = files.problems.filter(({ file }) => texts.has(file));
  problems.push(...documents.filter(({ path }) => !readDocumentPath(path)).map(({ path }) => ({ file: path, line: 1, field: 'path', code: 'bad-path' as const, values: {}, problem: 'is no document that editors change', expected: DOCUMENT_PATHS })));
  const categories = texts.has(CATEGORIES_PATH) ? files.categories.value : base.categories;
  const teams = new Map(categories.map(({ id, team }) => [id, team]));
  const articles = new Map(base.articles);
  for (const id of new Set(documents.flatMap(({ path }) => articleOf(path) ?? []))) {
    const changed = changeArticle(id, { base, files, documents, problems });
    if (changed) articles.set(id, changed);
    else articles.delete(id);
  }
  for (const [id, article] of articles) {
    const team = teams.get(article.category);
    if (!team) problems.push(unknownCategory(id, article, [...teams.keys()], files));
    else if (team !== article.team) articles.set(id, { ...article, team });
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort(compareProblems) };
  const sorted = new Map([...articles].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ok: true, base: { ...base, categories, exchange: texts.has(EXCHANGE_PATH) ? files.exchange.value : base.exchange, articles: sorted } };
}

/** The article that a document belongs to; undefined for the settings, and for what is no document. */
export function articleOf(path: string): string | undefined {
  const place = readDocumentPath(path);
  return place && 'articleId' in place ? place.articleId : undefined;
}

/** Undefined where the article is taken away, or cannot be read: problems say so then. */
function changeArticle(id: string, { base, files, documents, problems }: { base: KnowledgeBase; files: KnowledgeFiles; documents: readonly ProposedDocument[]; problems: Problem[] }): Article | undefined {
  const before = base.articles.get(id);
  const own = documents.filter(({ path }) => articleOf(path) === id);
  const file = own.find(({ path }) => path === articlePath(id));
  const read = files.articles.get(id);
  const translations = { ...before?.translations };
  for (const { path } of own) {
    const place = readDocumentPath(path);
    if (place?.kind === 'translation') Reflect.deleteProperty(translations, place.locale);
  }
  for (const { value } of files.translations) if (value.articleId === id) translations[value.locale] = value;
  if (file?.text === null || (!file && !before)) {
    // Archiving takes all files of an article away; an article without its settings is none.
    const left = Object.keys(translations);
    if (left.length > 0) problems.push({ file: articlePath(id), line: 1, field: 'file', code: 'no-article', values: {}, problem: 'is missing', expected: `an article.yaml beside ${left.join('.md, ')}.md` });
    return undefined;
  }
  if (!file) return { ...before!, translations };
  return read && { id, ...read.value, team: before?.team ?? 'general', translations };
}

function unknownCategory(id: string, { category }: Article, known: readonly string[], { articles }: KnowledgeFiles): Problem {
  const read = articles.get(id);
  return { file: articlePath(id), line: read?.lineOf('category') ?? 1, field: 'category', code: 'unknown-category', values: { id: category }, problem: `is "${category}"`, expected: `one of ${known.join(', ')}` };
}
