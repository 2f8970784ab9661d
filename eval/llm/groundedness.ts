import { readFacts } from '../../src/assistant/answering/sources/facts.ts';
import type { Passage } from '../../src/assistant/answering/sources/passage.ts';
import { stemOf } from '../../src/assistant/answering/text/split-words.ts';
import type { Locale } from '../../src/domain/locales.ts';

/** Shorter words mostly are grammar. Where a script has no blanks, words are pairs of characters. */
const CONTENT_WORD = /^(?:\p{L}{4,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{M}]{2,})$/u;
/** Share of a sentence's content words that the passages must have. */
const SHARE = 0.5;

export interface Groundedness {
  readonly sentences: number;
  readonly found: number;
}

/**
 * How much of an answer is in the passages of what it cites. A sentence is found if its numbers, links,
 * addresses and codes all stand there, and half of its content words, by their beginnings. Passages in
 * another language than the answer's tell of the former only. It says that words come from the
 * source, not that they are put together rightly.
 */
export function measureGroundedness(text: string, locale: Locale, cited: readonly Passage[]): Groundedness {
  const own = cited.filter((passage) => passage.locale === locale);
  const sentences = splitSentences(text, locale);
  const stems = new Set(own.flatMap(({ facts }) => [...facts.words].map(stemOf)));
  const found = sentences.filter((sentence) => {
    const facts = readFacts(sentence, locale);
    const words = [...facts.words].filter((word) => CONTENT_WORD.test(word));
    const given = words.filter((word) => stems.has(stemOf(word))).length;
    const isWorded = own.length === 0 || words.length === 0 || given >= SHARE * words.length;
    return isWorded && (['numbers', 'targets', 'addresses', 'codes'] as const).every((kind) => [...facts[kind]].every((one) => cited.some((passage) => passage.facts[kind].has(one))));
  });
  return { sentences: sentences.length, found: found.length };
}

/** List items and lines are sentences of their own; the numbers of a list are not the answer's. */
function splitSentences(markdown: string, locale: Locale): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return markdown.split('\n').flatMap((line) => [...segmenter.segment(line.replace(/^\s*(?:\d+[.)]|[-*])\s+/, ''))].map(({ segment }) => segment.trim()))
    .filter((sentence) => /\p{L}|\p{N}/u.test(sentence));
}
