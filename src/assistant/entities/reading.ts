import type { Locale } from '../../domain/locales.ts';
import type { Meaning, MeaningLexicon } from './meaning.ts';
import { readMatchableText } from './text/matchable-text.ts';
import { placeWords, type PlacedWord } from './text/place-words.ts';

/** What is known beside the text. */
export interface FindContext {
  readonly locale: Locale | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** ISO 3166 country of the contact, where it is known: for national phone numbers, the order of dates and shared currency signs. */
  readonly region?: string | undefined;
}

/** A word that means something, and where it stands in the plain text. */
export interface Word extends Omit<PlacedWord, 'concepts'> {
  readonly meanings: readonly Meaning[];
}

/** A text as every finder sees it. Places are those of the plain text until the very end. */
export interface Reading {
  readonly text: string;
  readonly context: FindContext;
  /** In order of start. Words of the trade and of the language are found apart and may overlap. */
  readonly words: readonly Word[];
  startingAt(place: number): readonly Word[];
  endingAt(place: number): readonly Word[];
  /** Words that begin at `from` or later and before `to`, in order. */
  startingBetween(from: number, to: number): readonly Word[];
}

const NO_WORDS: readonly Word[] = [];

export function read(text: string, context: FindContext, lexicons: readonly MeaningLexicon[]): Reading {
  const matchable = readMatchableText(text);
  const words = lexicons.flatMap(({ lexicon, meanings }) => placeWords(matchable, lexicon).map(({ concepts, ...place }): Word => ({
    ...place, meanings: concepts.map((concept) => meanings.get(concept)).filter((meaning) => meaning !== undefined),
  }))).sort((a, b) => a.start - b.start);
  const byStart = Map.groupBy(words, ({ start }) => start);
  const byEnd = Map.groupBy(words, ({ end }) => end);
  return {
    text, context, words,
    startingAt: (place) => byStart.get(place) ?? NO_WORDS,
    endingAt: (place) => byEnd.get(place) ?? NO_WORDS,
    startingBetween: (from, to) => words.slice(firstFrom(words, from), firstFrom(words, to)),
  };
}

/** Index of the first word that begins at a place or later. */
function firstFrom(words: readonly Word[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Meanings of one sort among some words, with the word that has it. */
export function* meaningsAs<K extends Meaning['as']>(words: readonly Word[], as: K): Generator<{ word: Word; meaning: Extract<Meaning, { as: K }> }> {
  for (const word of words) {
    for (const meaning of word.meanings) if (meaning.as === as) yield { word, meaning: meaning as Extract<Meaning, { as: K }> };
  }
}
