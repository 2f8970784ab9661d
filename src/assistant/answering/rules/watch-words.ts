import type { Atom } from '../text/atom.ts';
import { foldText } from '../text/fold-text.ts';
import { splitWords, stemOf } from '../text/split-words.ts';
import type { Grounds, Opinion, Rule } from './rule.ts';

/**
 * How many of the last words no approved text of the language has, and how many of the last words
 * with a topic no given passage has, until the answer is taken for something else than an answer.
 * Calibrated on approved articles: see the test.
 */
interface Tolerance {
  readonly window: number;
  readonly unknown: number;
  readonly topicWindow: number;
  readonly supported: number;
}
const WORDS: Tolerance = { window: 6, unknown: 4, topicWindow: 10, supported: 1 };
const PAIRS: Tolerance = { window: 14, unknown: 9, topicWindow: 24, supported: 2 };

/**
 * The wording stays near the passages. A translated, encoded or freely invented text has words that
 * nobody here ever wrote, or rows of words that the passages do not have. A rough net, under which the
 * exact rules lie.
 */
export function watchWords({ sources, locale }: Grounds): Rule {
  const own = sources.passages.filter((passage) => passage.locale === locale);
  const unknown = { words: [] as boolean[], pairs: [] as boolean[] };
  const unsupported = { words: [] as boolean[], pairs: [] as boolean[] };
  let glyph = '';

  const isKnown = (word: string): boolean => sources.words.isKnown(word) || (/^[a-z]+$/.test(word) && sources.englishWords.isKnown(word));
  const isSupported = (word: string): boolean => sources.own.stems.has(stemOf(word)) || own.some(({ facts }) => facts.words.has(word) || (word.length > 5 && facts.stems.has(stemOf(word))));

  function see(atom: Atom): Opinion {
    if (atom.kind === 'glyph') {
      const folded = foldText(atom.raw);
      const pair = glyph + folded;
      glyph = folded;
      return pair === folded ? 'pass' : judge(pair, 'pairs', PAIRS);
    }
    if (atom.kind !== 'citation') glyph = '';
    if (atom.kind !== 'word') return 'pass';
    for (const word of splitWords(atom.raw)) {
      const opinion = /\d/.test(word) ? 'pass' : judge(word, 'words', WORDS);
      if (opinion !== 'pass') return opinion;
    }
    return 'pass';
  }

  function judge(word: string, kind: 'words' | 'pairs', tolerance: Tolerance): Opinion {
    const supported = isSupported(word);
    if (countLast(unknown[kind], !supported && !isKnown(word), tolerance.window) >= tolerance.unknown) return 'ungrounded';
    if (own.length === 0 || sources.words.isCommon(word)) return 'pass';
    const misses = countLast(unsupported[kind], !supported, tolerance.topicWindow);
    return unsupported[kind].length === tolerance.topicWindow && tolerance.topicWindow - misses < tolerance.supported ? 'ungrounded' : 'pass';
  }

  return { see, end: () => 'pass' };
}

/** Adds to a list that keeps so many, and counts what is true in it. */
function countLast(list: boolean[], value: boolean, window: number): number {
  list.push(value);
  if (list.length > window) list.shift();
  return list.filter(Boolean).length;
}
