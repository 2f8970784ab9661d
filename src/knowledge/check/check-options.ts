import type { Locale } from '../../domain/locales.ts';

export interface CheckOptions {
  /** Locales in which every article and every intent without articles must be there. */
  readonly completeLocales: readonly Locale[];
  /** Fewest phrasings of an article in one locale. */
  readonly minPhrasings: number;
  /** Fewest utterances of an intent in one locale. */
  readonly minUtterances: number;
}
