import type { Cue } from '../domain/cues.ts';
import { DEFAULT_LOCALE, type Locale } from '../domain/locales.ts';
import type { ConceptExpressions, KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { compileConcepts, findExpressions, type ConceptLexicon } from '../knowledge/search/text/concept-lexicon.ts';
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

/** Before an expression that is a cue only where it is all that is said: 好, いいえ. */
const ALONE = '=';

/** Reads cues in the contact's language, in English where nothing is known of it: short words of two languages mean different things. */
export function createReadCues(cues: KnowledgeBase['cues']): ReadCues {
  const lexicons = new Map(Object.entries(cues).map(([locale, list]) => [locale, compile(list)] as const));
  return (text, locale) => {
    const { normalised, words } = readText(text);
    const lexicon = lexicons.get(locale) ?? lexicons.get(DEFAULT_LOCALE);
    const found = lexicon ? [...findAlone(text, lexicon.alone), ...findExpressions(normalised, lexicon.within).map(({ concept, words: said }) => ({ cue: concept as Cue, words: said }))] : [];
    return {
      found,
      length: words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
      has: (cue) => found.some((one) => one.cue === cue),
      wordsOf: (cue) => found.filter((one) => one.cue === cue).map((one) => one.words),
    };
  };
}

interface CueLexicon {
  readonly within: ConceptLexicon;
  /** By the whole message, letters and digits only. */
  readonly alone: ReadonlyMap<string, Cue>;
}

function compile(list: ConceptExpressions): CueLexicon {
  const rows = Object.entries(list);
  return {
    within: compileConcepts(Object.fromEntries(rows.map(([cue, expressions]) => [cue, expressions.filter((one) => !one.startsWith(ALONE))]))),
    alone: new Map(rows.flatMap(([cue, expressions]) => expressions.filter((one) => one.startsWith(ALONE)).map((one) => [bare(one), cue as Cue] as const))),
  };
}

function findAlone(text: string, alone: CueLexicon['alone']): { cue: Cue; words: string }[] {
  const cue = alone.get(bare(text));
  return cue ? [{ cue, words: text.trim() }] : [];
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
