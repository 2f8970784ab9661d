import type { Cue } from '../domain/cues.ts';
import { DEFAULT_LOCALE, type Locale } from '../domain/locales.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { compileConcepts, findExpressions } from '../knowledge/search/text/concept-lexicon.ts';
import { readText } from '../knowledge/search/text/read-text.ts';

/** The cues of a text with the words that give them, in order; and how long the text is. */
export interface Cues {
  readonly found: readonly { readonly cue: Cue; readonly words: string }[];
  /** Number of words; of scripts without spaces, as the dictionary splits them. */
  readonly length: number;
  has(cue: Cue): boolean;
  wordsOf(cue: Cue): string[];
}

export type ReadCues = (text: string, locale: Locale) => Cues;

/** Reads cues in the contact's language, in English where nothing is known of it: short words of two languages mean different things. */
export function createReadCues(cues: KnowledgeBase['cues']): ReadCues {
  const lexicons = new Map(Object.entries(cues).map(([locale, list]) => [locale, compileConcepts(list)] as const));
  return (text, locale) => {
    const { normalised, words } = readText(text);
    const lexicon = lexicons.get(locale) ?? lexicons.get(DEFAULT_LOCALE);
    const found = (lexicon ? findExpressions(normalised, lexicon) : []).map(({ concept, words: said }) => ({ cue: concept as Cue, words: said }));
    return {
      found,
      length: words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
      has: (cue) => found.some((one) => one.cue === cue),
      wordsOf: (cue) => found.filter((one) => one.cue === cue).map((one) => one.words),
    };
  };
}
