import { INTENTS } from '../../domain/intents.ts';
import type { Locale } from '../../domain/locales.ts';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import { listUtterances } from '../files/utterances-file.ts';
import type { Problem } from '../problem.ts';
import type { CheckOptions } from './check-options.ts';

/** The questions of one file, whichever kind of file it is. */
interface QuestionList {
  readonly file: string;
  readonly field: string;
  readonly locale: Locale;
  /** The article or the intent. */
  readonly owner: string;
  readonly questions: readonly string[];
  readonly minimum: number;
  lineOf(field: string): number;
}

/** Each list is long enough, and no question stands twice in a locale: it would teach two answers at once. */
export function checkPhrasings(files: Pick<KnowledgeFiles, 'translations' | 'utterances'>, options: CheckOptions): Problem[] {
  const lists = listQuestions(files, options);
  const tooShort = lists.filter(({ questions, minimum }) => questions.length < minimum).map((list) => ({
    file: list.file, line: list.lineOf(list.field), field: list.field,
    code: 'few-phrasings' as const, values: { count: list.questions.length, least: list.minimum }, problem: `has ${list.questions.length} items`, expected: `at least ${list.minimum}`,
  }));
  return [...tooShort, ...findRepeats(lists)];
}

function listQuestions(files: Pick<KnowledgeFiles, 'translations' | 'utterances'>, { minPhrasings, minUtterances }: CheckOptions): QuestionList[] {
  const ofArticles = files.translations.map((parsed) => ({
    ...parsed, field: 'phrasings', locale: parsed.value.locale, owner: parsed.value.articleId,
    questions: parsed.value.phrasings, minimum: minPhrasings,
  }));
  const calm = files.translations.map((parsed) => ({
    ...parsed, field: 'calmPhrasings', locale: parsed.value.locale, owner: parsed.value.articleId, questions: parsed.value.calmPhrasings, minimum: 0,
  }));
  const ofIntents = files.utterances.flatMap((parsed) => listUtterances(parsed.value).map(({ field, urgency, utterances }) => ({
    ...parsed, field, owner: parsed.intent, questions: utterances,
    // Only what no article answers must be told by its utterances alone.
    minimum: urgency === undefined && INTENTS[parsed.intent].action !== 'answer' ? minUtterances : 1,
  })));
  return [...ofArticles, ...calm, ...ofIntents];
}

function findRepeats(lists: readonly QuestionList[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const { file, field, locale, owner, questions, lineOf } of lists) {
    questions.forEach((question, i) => {
      const key = `${locale} ${normaliseQuestion(question)}`;
      const where = `${field}.${i}`;
      const other = seen.get(key);
      if (other === undefined) seen.set(key, owner);
      else problems.push({ file, line: lineOf(where), field: where, code: 'repeated-phrasing', values: { text: question, owner: other }, problem: `"${question}" stands in ${other} too`, expected: 'each question once in a locale' });
    });
  }
  return problems;
}

/** Questions that differ by nothing but case, width, spacing and punctuation are the same. */
export function normaliseQuestion(question: string): string {
  return question.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || question.trim();
}
