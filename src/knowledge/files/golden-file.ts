import { stringify } from 'yaml';
import * as z from 'zod';
import { goldenQuestionSchema, type GoldenQuestion } from '../../domain/golden-question.ts';
import { parseYaml } from './parse-yaml.ts';
import { mapParsed, type Parsed } from './parsed-file.ts';

/** Where golden questions stand among the files of an exchange; they are no document: editors pin and unpin them by themselves. */
export const GOLDEN_PATH = 'golden.yaml';

const { utterance, locale, articleId, action } = goldenQuestionSchema.shape;
const goldenFileSchema = z.array(z.strictObject({ utterance, locale, article: articleId, action: action.unwrap().optional() }));

/** A golden question as files have it: the same words of the same language are the same question. */
export type GoldenEntry = Omit<GoldenQuestion, 'id'>;

/** Parses `golden.yaml`. */
export function parseGoldenFile(text: string, file: string): Parsed<readonly GoldenEntry[]> {
  return mapParsed(parseYaml(text, file, goldenFileSchema), (rows) => rows.map(({ article, ...row }) => ({ utterance: row.utterance, locale: row.locale, articleId: article, action: row.action ?? null })));
}

/** What `parseGoldenFile` reads back; empty where there are none. @param questions in the order of the store. */
export function writeGoldenFile(questions: readonly GoldenEntry[]): string {
  if (questions.length === 0) return '';
  return stringify(questions.map((one) => ({ utterance: one.utterance, locale: one.locale, article: one.articleId, ...(one.action && { action: one.action }) })), { lineWidth: 0 });
}

/**
 * What makes the store's questions those of a file: which are new or changed, and which are not in it. Those that are there keep their ids.
 * @param newId of a question that the store does not have.
 */
export function compareGoldenFile(kept: readonly GoldenQuestion[], entries: readonly GoldenEntry[], newId: () => string): { readonly save: readonly GoldenQuestion[]; readonly remove: readonly GoldenQuestion[] } {
  const keyOf = ({ utterance: words, locale: language }: GoldenEntry): string => `${language} ${words}`;
  const known = new Map(kept.map((one) => [keyOf(one), one]));
  const wanted = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const save = [...wanted].flatMap(([key, entry]): GoldenQuestion[] => {
    const before = known.get(key);
    if (before?.articleId === entry.articleId && before.action === entry.action) return [];
    return [{ ...entry, id: before?.id ?? newId() }];
  });
  return { save, remove: kept.filter((one) => !wanted.has(keyOf(one))) };
}
