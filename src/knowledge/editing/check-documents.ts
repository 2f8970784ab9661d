import type { Translation } from '../../domain/article.ts';
import { articlePath, CATEGORIES_PATH, DOCUMENT_PATHS, EXCHANGE_PATH, MAX_DOCUMENT_BYTES, readDocumentPath, translationPath } from '../../domain/documents/document-path.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import { checkArticleFiles } from '../check/check-articles.ts';
import { checkParity } from '../check/check-parity.ts';
import { checkPolicy } from '../check/check-policy.ts';
import { checkPhrasings, normaliseQuestion } from '../check/check-phrasings.ts';
import { checkTranslation } from '../check/check-translation.ts';
import { findVariables, plainText } from '../content/article-markdown.ts';
import { splitSentences } from '../content/split-sentences.ts';
import { countWords } from '../check/count-words.ts';
import type { ArticleFile } from '../files/article-file.ts';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import type { ParsedFile } from '../files/parsed-file.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { compareProblems, type Problem } from '../problem.ts';
import { changeKnowledgeBase } from './change-knowledge-base.ts';
import type { ProposedDocument } from './golden-judgement.ts';

/** Sentences of a text that ask for a secret, or promise what nobody may. */
export type FindForbiddenSpeech = (text: string, locale: Locale) => readonly { readonly kind: 'asks-secret' | 'promise'; readonly sentence: string }[];

export interface CheckParts {
  readonly findForbiddenSpeech: FindForbiddenSpeech;
  readonly redact: Redact;
}

/** As in `npm run kb -- check`. */
const MIN_PHRASINGS = 24;
/** Words of a sentence that readers follow. One in a thousand of the shipped articles has more; Thai marks the ends of few. */
const LONG_SENTENCE = 45;
const LONG_SENTENCES: Partial<Record<Locale, number>> = { th: 85 };
/** What no text has: NUL, which no database keeps, and what is left of bytes that were no UTF-8. */
const UNREADABLE = /[\0\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * What is wrong with documents, as it would be if they were published together on what is published. Other
 * documents are looked at only for what these take away from them. Other work gets its turn between texts:
 * an article in sixteen languages takes a third of a second. An empty list is fine.
 * @param images names of those that articles may show.
 */
export async function checkDocuments(documents: readonly ProposedDocument[], base: KnowledgeBase, images: ReadonlySet<string>, { findForbiddenSpeech, redact }: CheckParts): Promise<Problem[]> {
  const unfit = documents.flatMap((document) => checkText(document, redact));
  if (unfit.length > 0) return unfit.sort(compareProblems);
  const changed = changeKnowledgeBase(base, documents);
  const after = changed.ok ? changed.base : base;
  const files = joinFiles(documents, after, images);
  const touched = new Set(documents.map(({ path }) => path));
  const gone = new Set([...base.articles.keys()].filter((id) => !after.articles.has(id)));
  const own = files.translations.filter(({ file }) => touched.has(file));
  const problems = [
    ...(changed.ok ? [] : changed.problems),
    ...files.problems,
    ...checkArticleFiles(files).filter(({ file, values }) => touched.has(file) || gone.has(String(values['id']))),
    ...checkParity(files.translations).filter(({ file }) => touched.has(file)),
    ...checkPhrasings({ translations: own, utterances: [] }, { completeLocales: [], minPhrasings: MIN_PHRASINGS, minUtterances: 0 }),
    ...checkSettings(files, touched),
    ...findBrokenLinks(touched, gone, base),
    ...findMissingSettings(touched, files, after),
    ...(gone.size > 0 ? checkPolicy({ ...files, policy: asParsed('policy.yaml', base.policy) }) : []),
  ];
  for (const translation of own) {
    await new Promise(setImmediate);
    problems.push(...checkTranslation(translation, files), ...findAskedElsewhere(translation, base, touched), ...checkSentences(translation, findForbiddenSpeech));
  }
  return unique(problems).sort(compareProblems);
}

/** What no parser needs to be asked about. */
function checkText({ path, text }: ProposedDocument, redact: Redact): Problem[] {
  const at = (offset: number, code: Problem['code'], problem: string, expected: string): Problem[] =>
    [{ file: path, line: (text ?? '').slice(0, offset).split('\n').length, field: 'text', code, values: {}, problem, expected }];
  if (!readDocumentPath(path)) return at(0, 'bad-path', 'is no document that editors change', DOCUMENT_PATHS);
  if (text === null) return [];
  if (Buffer.byteLength(text) > MAX_DOCUMENT_BYTES) return at(0, 'too-many', 'is too long', `at most ${MAX_DOCUMENT_BYTES / 1024} KB`);
  const unreadable = UNREADABLE.exec(text);
  if (unreadable) return at(unreadable.index, 'unreadable-character', 'has a character that cannot be read', 'text in UTF-8');
  const redacted = redact(text).text;
  if (redacted === text) return [];
  let same = 0;
  while (same < text.length && text[same] === redacted[same]) same += 1;
  return at(same, 'secret', 'has a secret in it', 'no passwords, keys, codes or recovery phrases, not even as an example');
}

/** The documents among what is published, in the form that the checks of a whole folder read. */
function joinFiles(documents: readonly ProposedDocument[], base: KnowledgeBase, images: ReadonlySet<string>): KnowledgeFiles {
  const texts = new Map(documents.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
  const parsed = parseKnowledgeFiles('', texts);
  const articles = new Map<string, ParsedFile<ArticleFile>>([...base.articles].map(([id, article]) => [id, asParsed(articlePath(id), article)]));
  for (const [id, file] of parsed.articles) articles.set(id, file);
  const sources = [...new Set(parsed.translations.map(({ value }) => value.articleId))].flatMap((id) => {
    const path = translationPath(id, DEFAULT_LOCALE);
    const source = base.articles.get(id)?.translations[DEFAULT_LOCALE];
    return source && !texts.has(path) ? [asParsed(path, source)] : [];
  });
  return {
    ...parsed, articles, images, translations: [...parsed.translations, ...sources],
    categories: texts.has(CATEGORIES_PATH) ? parsed.categories : asParsed(CATEGORIES_PATH, base.categories),
    exchange: texts.has(EXCHANGE_PATH) ? parsed.exchange : asParsed(EXCHANGE_PATH, base.exchange),
    // The settings that are no documents stay as they are.
    problems: parsed.problems.filter(({ file }) => texts.has(file)),
  };
}

function asParsed<T>(file: string, value: T): ParsedFile<T> {
  return { file, value, lineOf: () => 1 };
}

/** Questions of one text that a text which stays asks too. */
function findAskedElsewhere({ file, value, lineOf }: ParsedFile<Translation>, base: KnowledgeBase, touched: ReadonlySet<string>): Problem[] {
  const others = questionsOf(base, value.locale);
  const stays = (owner: string): boolean => owner !== value.articleId && !touched.has(translationPath(owner, value.locale));
  return (['phrasings', 'calmPhrasings'] as const).flatMap((list) => value[list].flatMap((question, i): Problem[] => {
    const owner = others.get(normaliseQuestion(question))?.find(stays);
    if (owner === undefined) return [];
    const field = `${list}.${i}`;
    return [{
      file, line: lineOf(field), field, code: 'repeated-phrasing', values: { text: question, owner },
      problem: `"${question}" stands in ${owner} too`, expected: 'each question once in a locale',
    }];
  }));
}

/** By what is published, which changes rarely: thousands of questions would be read anew at every check. */
const known = new WeakMap<KnowledgeBase['articles'], Map<Locale, ReadonlyMap<string, readonly string[]>>>();

/** Who asks each question of a language: articles and intents. */
function questionsOf({ articles, utterances }: KnowledgeBase, locale: Locale): ReadonlyMap<string, readonly string[]> {
  const ofBase = known.get(articles) ?? new Map<Locale, ReadonlyMap<string, readonly string[]>>();
  known.set(articles, ofBase);
  const found = ofBase.get(locale);
  if (found) return found;
  const owners = new Map<string, string[]>();
  const add = (question: string, owner: string): void => {
    const key = normaliseQuestion(question);
    owners.set(key, [...owners.get(key) ?? [], owner]);
  };
  for (const { id, translations } of articles.values()) for (const question of [...translations[locale]?.phrasings ?? [], ...translations[locale]?.calmPhrasings ?? []]) add(question, id);
  for (const list of utterances) if (list.locale === locale) for (const question of list.utterances) add(question, list.intent);
  ofBase.set(locale, owners);
  return owners;
}

function checkSentences(parsed: ParsedFile<Translation>, findForbiddenSpeech: FindForbiddenSpeech): Problem[] {
  const { body, summary, locale } = parsed.value;
  const most = LONG_SENTENCES[locale] ?? LONG_SENTENCE;
  return [['summary', summary] as const, ...body.split('\n').map((line, i) => [`body.${i}`, line] as const)].flatMap(([place, line]) => {
    const text = plainText(line);
    const at = (code: Problem['code'], values: Problem['values'], problem: string, expected: string): Problem =>
      ({ file: parsed.file, line: parsed.lineOf(place), field: place === 'summary' ? place : 'body', code, values, problem, expected });
    const long = splitSentences(text).map((sentence) => countWords(sentence, locale)).filter((words) => words > most)
      .map((length) => at('long-sentence', { length, most }, `has a sentence of ${length} words`, `at most ${most}`));
    const forbidden = findForbiddenSpeech(text, locale).map(({ kind, sentence }) => at(kind, { text: sentence },
      kind === 'promise' ? `seems to promise something: "${sentence}"` : `seems to ask for a secret: "${sentence}"`,
      kind === 'promise' ? 'no promises and no advice on buying or selling' : 'a warning that nobody may ask for it'));
    return [...long, ...forbidden];
  });
}

/** Published texts that lead to an article which is taken away. */
function findBrokenLinks(touched: ReadonlySet<string>, gone: ReadonlySet<string>, base: KnowledgeBase): Problem[] {
  if (gone.size === 0) return [];
  return [...base.articles.values()].flatMap(({ id, translations }) => Object.values(translations).flatMap(({ locale, body }): Problem[] => {
    const file = translationPath(id, locale);
    if (touched.has(file)) return [];
    return [...gone].filter((target) => body.includes(`(article:${target})`)).map((target) => ({
      file, line: 1, field: 'body', code: 'unknown-article', values: { id: target }, problem: `links to the article "${target}"`, expected: 'the id of an article that stays',
    }));
  }));
}

/** Where the exchange's settings are changed: addresses are addresses. */
function checkSettings({ exchange }: KnowledgeFiles, touched: ReadonlySet<string>): Problem[] {
  if (!touched.has(EXCHANGE_PATH)) return [];
  return Object.entries(exchange.value).filter(([name, value]) => name.endsWith('Url') && !isAddress(value)).map(([name, value]): Problem => ({
    file: EXCHANGE_PATH, line: exchange.lineOf(name), field: name, code: 'malformed', values: { given: value, expected: 'https://…' }, problem: `is "${value}"`, expected: 'an address that begins with https://',
  }));
}

function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/.test(value) && URL.canParse(value);
}

/** Settings that published texts name and that are there no more. */
function findMissingSettings(touched: ReadonlySet<string>, { exchange }: KnowledgeFiles, { articles }: KnowledgeBase): Problem[] {
  if (!touched.has(EXCHANGE_PATH)) return [];
  const missing = [...countVariables(articles)].filter(([name]) => !Object.hasOwn(exchange.value, name));
  return missing.map(([name, count]): Problem => ({
    file: EXCHANGE_PATH, line: 1, field: name, code: 'missing', values: { count }, problem: `is missing, and named ${count} times by articles`, expected: 'a value',
  }));
}

const counted = new WeakMap<KnowledgeBase['articles'], ReadonlyMap<string, number>>();

/** How often the published texts name each setting of the exchange. */
export function countVariables(articles: KnowledgeBase['articles']): ReadonlyMap<string, number> {
  const found = counted.get(articles);
  if (found) return found;
  const counts = new Map<string, number>();
  for (const { translations } of articles.values()) {
    for (const { title, summary, body } of Object.values(translations)) {
      for (const { key } of [title, summary, body].flatMap(findVariables)) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  counted.set(articles, counts);
  return counts;
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.file} ${problem.line} ${problem.field} ${problem.problem}`, problem])).values()];
}
