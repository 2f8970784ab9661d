import type { Locale } from '../../../domain/locales.ts';
import type { TrainingSet } from '../locale-index/training-set.ts';

/** What one vector stands for: all that is asked about one thing in one language. */
export interface Passage {
  readonly label: string;
  readonly locale: Locale;
  readonly texts: readonly string[];
}

/** One passage a class and language: its questions. Their mean is steadier than any of them, and few vectors are quickly searched. */
export function collectPassages(locale: Locale, { texts }: TrainingSet): Passage[] {
  const questions = new Map<string, string[]>();
  for (const { label, text, kind } of texts) {
    if (kind === 'question') questions.set(label, [...questions.get(label) ?? [], text]);
  }
  return Array.from(questions, ([label, own]) => ({ label, locale, texts: own }));
}
