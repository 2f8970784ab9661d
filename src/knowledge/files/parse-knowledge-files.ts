import { join } from 'node:path';
import { INTENT_IDS } from '../../domain/intents.ts';
import { LOCALE_TAGS } from '../../domain/locales.ts';
import type { Problem } from '../problem.ts';
import { idSchema, parseArticleFile } from './article-file.ts';
import { parseConceptsFile, parseCuesFile } from './expressions-file.ts';
import type { KnowledgeFiles } from './knowledge-files.ts';
import type { Parsed, ParsedFile } from './parsed-file.ts';
import { parseCategoriesFile, parseCrisisLinesFile, parseExchangeFile, parsePolicyFile } from './settings-files.ts';
import { parseTranslationFile } from './translation-file.ts';
import { parseUtterancesFile } from './utterances-file.ts';

/**
 * Parses a knowledge base from the texts of its files. Pure.
 * @param folder goes in front of every path in a problem.
 * @param texts by path below the folder. Other files than a knowledge base's are problems where they
 *   stand in one of its parts, and nobody's business elsewhere.
 */
export function parseKnowledgeFiles(folder: string, texts: ReadonlyMap<string, string>): KnowledgeFiles {
  const collected = createCollection(folder);
  const { take, reject } = collected;
  const settings = <T>(name: string, parse: (text: string, file: string) => Parsed<T>): ParsedFile<T> | undefined => {
    const text = texts.get(name);
    if (text === undefined) reject(name, 'file', 'is missing', 'a file of this name');
    return text === undefined ? undefined : take(parse(text, join(folder, name)));
  };
  const categories = settings('categories.yaml', parseCategoriesFile) ?? { file: join(folder, 'categories.yaml'), value: [], lineOf: () => 1 };
  const exchange = settings('exchange.yaml', parseExchangeFile) ?? { file: join(folder, 'exchange.yaml'), value: {}, lineOf: () => 1 };
  const policy = settings('policy.yaml', parsePolicyFile);
  const crisisLines = settings('crisis-lines.yaml', parseCrisisLinesFile);
  for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) sortIn(path, text, collected);
  const { articles, translations, utterances, concepts, subjects, cues, problems } = collected;
  return { folder, categories, exchange, policy, crisisLines, articles, translations, utterances, concepts, subjects, cues, images: imagesAmong(texts.keys()), problems };
}

/** What stands in `images/`; their bytes are nobody's business here. */
function imagesAmong(paths: Iterable<string>): Set<string> {
  return new Set([...paths].filter((path) => path.startsWith('images/')).map((path) => path.slice('images/'.length)));
}

type Collection = ReturnType<typeof createCollection>;

function createCollection(folder: string) {
  const problems: Problem[] = [];
  return {
    problems,
    articles: new Map() as Map<string, NonNullable<ReturnType<KnowledgeFiles['articles']['get']>>>,
    translations: [] as KnowledgeFiles['translations'][number][],
    utterances: [] as KnowledgeFiles['utterances'][number][],
    concepts: [] as KnowledgeFiles['concepts'][number][],
    subjects: [] as KnowledgeFiles['subjects'][number][],
    cues: [] as KnowledgeFiles['cues'][number][],
    fileOf: (path: string): string => join(folder, path),
    take<T>(result: Parsed<T>): ParsedFile<T> | undefined {
      if (result.ok) return result.parsed;
      problems.push(...result.problems);
      return undefined;
    },
    reject(path: string, field: string, problem: string, expected: string): void {
      problems.push({ file: join(folder, path), line: 1, field, code: field === 'file' ? 'missing' : 'bad-path', values: {}, problem, expected });
    },
  };
}

function sortIn(path: string, text: string, into: Collection): void {
  const [part, ...rest] = path.split('/');
  if (part === 'articles') takeArticlePart(path, rest, text, into);
  if (part === 'intents') takeUtterances(path, rest, text, into);
  if (part === 'concepts') takeExpressions(path, rest, text, parseConceptsFile, into.concepts, into);
  if (part === 'subjects') takeExpressions(path, rest, text, parseConceptsFile, into.subjects, into);
  if (part === 'cues') takeExpressions(path, rest, text, parseCuesFile, into.cues, into);
}

function takeArticlePart(path: string, [id = '', name = '', ...deeper]: string[], text: string, into: Collection): void {
  const locale = findLocale(name, '.md');
  if (!idSchema.safeParse(id).success) {
    into.reject(path, 'folder', `is "${id}"`, 'an article id: lower-case words joined by hyphens');
  } else if (deeper.length === 0 && name === 'article.yaml') {
    const parsed = into.take(parseArticleFile(text, into.fileOf(path)));
    if (parsed) into.articles.set(id, parsed);
  } else if (deeper.length === 0 && locale) {
    const parsed = into.take(parseTranslationFile(text, into.fileOf(path), id, locale));
    if (parsed) into.translations.push(parsed);
  } else into.reject(path, 'file name', `is "${[name, ...deeper].join('/')}"`, `article.yaml or ${localeFiles('.md')}`);
}

function takeUtterances(path: string, [folderName = '', name = '']: string[], text: string, into: Collection): void {
  const locale = findLocale(name, '.yaml');
  const intent = INTENT_IDS.find((id) => id === folderName);
  if (!intent) return into.reject(path, 'folder', `is "${folderName}"`, 'an intent of src/domain/intents.ts');
  if (!locale) return into.reject(path, 'file name', `is "${name}"`, localeFiles('.yaml'));
  const parsed = into.take(parseUtterancesFile(text, into.fileOf(path)));
  if (parsed) into.utterances.push({ ...parsed, intent, locale });
}

function takeExpressions(path: string, [name = '']: string[], text: string, parse: typeof parseConceptsFile, list: Collection['concepts'], into: Collection): void {
  const locale = findLocale(name, '.yaml');
  if (!locale) return into.reject(path, 'file name', `is "${name}"`, localeFiles('.yaml'));
  const parsed = into.take(parse(text, into.fileOf(path)));
  if (parsed) list.push({ ...parsed, locale });
}

function findLocale(name: string, extension: string) {
  return LOCALE_TAGS.find((tag) => `${tag}${extension}` === name);
}

function localeFiles(extension: string): string {
  return `<locale>${extension} with a locale of ${LOCALE_TAGS.join(' ')}`;
}
