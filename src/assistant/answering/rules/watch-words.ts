import type { Atom } from '../text/atom.ts';
import { foldText } from '../text/fold-text.ts';
import { splitWords, stemOf } from '../text/split-words.ts';
import { isViolation, type Grounds, type Opinion, type Rule } from './rule.ts';

/** How far an answer's wording may be from the passages. Words; pairs of characters where there are no blanks. */
interface Tolerance {
  /** Among so many last words, so many that no approved text of the language has. */
  readonly window: number;
  readonly unknown: number;
  /** A sentence with so many words of a topic is judged by the share of them that the passages have. */
  readonly least: number;
  readonly share: number;
  /** Words of a topic that are shown before the passages have one of them. */
  readonly shown: number;
}
/**
 * Calibrated on the 1,264 summaries of the shipped articles in 16 languages, which are the articles said
 * otherwise: 2 % of their sentences have a smaller share of words in their own article, and two
 * thirds of those beside another article have.
 */
const WORDS: Tolerance = { window: 6, unknown: 4, least: 3, share: 0.25, shown: 2 };
const PAIRS: Tolerance = { window: 14, unknown: 9, least: 8, share: 0.15, shown: 5 };

const END = /^[.!?。！？।؟]$/u;

/**
 * The wording stays near the passages: what is encoded has words that nobody here ever wrote, and what
 * is told, translated or invented has sentences that the passages do not speak of. A sentence is held
 * until it shows that it is about them. A wide net; the exact rules lie beneath.
 */
export function watchWords({ sources, locale }: Grounds): Rule {
  const own = sources.passages.filter((passage) => passage.locale === locale);
  const isGiven = (word: string): boolean => own.some(({ facts }) => facts.words.has(word) || (word.length > 5 && facts.stems.has(stemOf(word))));
  const isKnown = (word: string): boolean => sources.words.isKnown(word) || (/^[a-z]+$/.test(word) && sources.englishWords.isKnown(word));
  const counts = [createCount(WORDS, own.length > 0), createCount(PAIRS, own.length > 0)] as const;
  let glyph = '';

  function judge(word: string, count: Count): Opinion {
    const given = isGiven(word);
    return count.add({ given, known: given || isKnown(word), common: sources.words.isCommon(word) });
  }

  /** Numbers are judged elsewhere. */
  function readAtom(atom: Atom): Opinion[] {
    if (atom.kind === 'glyph') {
      const folded = foldText(atom.raw);
      const pair = glyph + folded;
      glyph = folded;
      return pair === folded ? [] : [judge(pair, counts[1])];
    }
    if (atom.kind !== 'citation') glyph = '';
    if (END.test(atom.raw) || atom.raw === '\n') return counts.map((count) => count.endSentence());
    return atom.kind === 'word' ? splitWords(atom.raw).filter((word) => !/\d/.test(word)).map((word) => judge(word, counts[0])) : [];
  }

  return {
    see: (atom) => readAtom(atom).find(isViolation) ?? (counts.some((count) => count.doubts()) ? 'hold' : 'pass'),
    end: () => counts.map((count) => count.endSentence()).find(isViolation) ?? 'pass',
  };
}

interface Count {
  add(word: { readonly given: boolean; readonly known: boolean; readonly common: boolean }): Opinion;
  endSentence(): Opinion;
  /** The sentence has not shown yet that it is about the passages. */
  doubts(): boolean;
}

/** @param isGrounded whether there are passages in the answer's language to compare it with. */
function createCount(tolerance: Tolerance, isGrounded: boolean): Count {
  let unknown: boolean[] = [];
  let topical = 0;
  let given = 0;
  const isOff = (least: number): boolean => isGrounded && topical >= least && given < tolerance.share * topical;
  return {
    add(word) {
      unknown = [...unknown, !word.known].slice(-tolerance.window);
      if (!word.common) topical += 1;
      if (!word.common && word.given) given += 1;
      return unknown.filter(Boolean).length >= tolerance.unknown ? 'ungrounded' : 'pass';
    },
    endSentence() {
      const off = isOff(tolerance.least);
      topical = 0;
      given = 0;
      return off ? 'ungrounded' : 'pass';
    },
    doubts: () => isOff(tolerance.shown + 1),
  };
}
