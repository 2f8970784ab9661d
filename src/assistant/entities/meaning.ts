import type { ConceptExpressions } from '../../knowledge/knowledge-base.ts';
import { compileConcepts, type ConceptLexicon } from '../../knowledge/search/text/concept-lexicon.ts';
import { COINS, type CoinRow } from './tables/coins.ts';
import { CONTEXT_WORDS, type ContextWord } from './tables/context-words.ts';
import { CURRENCIES, MULTIPLIERS, type CurrencyRow } from './tables/currencies.ts';
import { NETWORKS, type NetworkRow } from './tables/networks.ts';
import { TIME_WORDS } from './tables/time-words.ts';

/** What a word of a lexicon may mean; a word may mean several things, and the finders choose. */
export type Meaning =
  | { readonly as: 'coin'; readonly coin: CoinRow; readonly by: 'ticker' | 'name' | 'word' }
  | { readonly as: 'network'; readonly network: NetworkRow; readonly by: 'name' | 'word' }
  | { readonly as: 'currency'; readonly currency: CurrencyRow; readonly by: 'code' | 'word' }
  | { readonly as: 'multiplier'; readonly power: number }
  | { readonly as: 'context'; readonly word: ContextWord }
  | { readonly as: 'time'; readonly when: keyof typeof TIME_WORDS }
  /** From 1 on. */
  | { readonly as: 'month'; readonly month: number }
  | { readonly as: 'cue'; readonly cue: string };

/** A lexicon and what its concepts mean. */
export interface MeaningLexicon {
  readonly lexicon: ConceptLexicon;
  readonly meanings: ReadonlyMap<string, Meaning>;
}

export type MeaningRow = readonly [Meaning, readonly string[]];

export function compileMeanings(rows: readonly MeaningRow[]): MeaningLexicon {
  const expressions: ConceptExpressions = Object.fromEntries(rows.map(([, words], row) => [String(row), words]));
  return { lexicon: compileConcepts(expressions), meanings: new Map(rows.map(([meaning], row) => [String(row), meaning])) };
}

/** The words of the trade in all languages at once: their scripts and spellings hardly ever meet. */
export function compileTradeWords(): MeaningLexicon {
  return compileMeanings([
    ...COINS.flatMap(coinRows),
    ...NETWORKS.flatMap((network): MeaningRow[] => [
      [{ as: 'network', network, by: 'name' }, withArabicPrefixes(network.names)],
      [{ as: 'network', network, by: 'word' }, network.wordNames ?? []],
    ]),
    ...CURRENCIES.flatMap((currency): MeaningRow[] => [
      [{ as: 'currency', currency, by: 'code' }, [currency.code]],
      [{ as: 'currency', currency, by: 'word' }, currency.words ?? []],
    ]),
    ...Object.entries(MULTIPLIERS).map(([power, words]): MeaningRow => [{ as: 'multiplier', power: Number(power) }, words]),
    ...Object.entries(CONTEXT_WORDS).map(([word, words]): MeaningRow => [{ as: 'context', word: word as ContextWord }, words]),
    ...Object.entries(TIME_WORDS).map(([when, words]): MeaningRow => [{ as: 'time', when: when as keyof typeof TIME_WORDS }, words]),
  ]);
}

function coinRows(coin: CoinRow): MeaningRow[] {
  return [
    [{ as: 'coin', coin, by: 'ticker' }, [coin.symbol, ...coin.tickers ?? []]],
    [{ as: 'coin', coin, by: 'name' }, withArabicPrefixes(coin.names ?? [])],
    [{ as: 'coin', coin, by: 'word' }, coin.wordNames ?? []],
  ];
}

/** "the", "with", "for", "and", "with the", "for the", written as part of the word. */
const ARABIC_PREFIXES = ['', 'ال', 'ب', 'ل', 'و', 'بال', 'لل', 'وال'];

function withArabicPrefixes(names: readonly string[]): string[] {
  return names.flatMap((name) => (/\p{Script=Arabic}/u.test(name) ? ARABIC_PREFIXES.map((prefix) => `${prefix}${name}`) : [name]));
}
