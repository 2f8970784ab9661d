import type { Locale } from './locales.ts';

/**
 * What the questions of a group have in common: weights by name, summed over its questions and cut to
 * the heaviest. Never holds a text.
 */
export interface GroupProfile {
  /** Questions that it is made of. */
  readonly size: number;
  /** Likelihood of articles (`article:…`) and readings (`reading:…`): the same in every language. */
  readonly classes: Readonly<Record<string, number>>;
  /** What is named, by concept: the same in every language. */
  readonly concepts: Readonly<Record<string, number>>;
  /** Words of each language, and those that several share under `any`. */
  readonly words: Partial<Readonly<Record<Locale | 'any', Readonly<Record<string, number>>>>>;
}
