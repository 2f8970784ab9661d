import { foldText } from '../text/fold-text.ts';
import { splitCode } from '../text/split-code.ts';
import { splitWords } from '../text/split-words.ts';
import { isGiven, type Grounds, type Rule } from './rule.ts';

/** A name such as TRC20 that the contact used is said back; what is longer could be an address. */
const LONGEST_OWN = 8;
/** German and Turkish words end before. */
const LONGEST_WORD = 36;
/** Digits and codes one after the other, in characters. */
const LONGEST_ROW = 9;
/** "Alex_Support": how people are called in other places. */
const NAME_ELSEWHERE = /[\p{L}\p{N}]_[\p{L}\p{N}]/u;
const SHORTEST_ENCODED = 12;

/** Addresses of wallets, transaction ids and whatever else no reader takes for a word: only as a passage has it. */
export function watchCodes(grounds: Grounds): Rule {
  const { sources } = grounds;
  let row = 0;

  function mayName(code: string): boolean {
    // A name of the trade is no fact that would need a citation.
    if (code.length <= LONGEST_OWN && isHouseName(code)) return true;
    if (isGiven(grounds, ({ codes }) => codes.has(code))) return true;
    if (code.length <= LONGEST_OWN && sources.own.codes.has(code)) return true;
    // "100usdt": the number was judged by itself, the rest is a word.
    const counted = /^\d+(?:[.,:]\d+)*(\p{L}{1,5})$/u.exec(code);
    return counted !== null && (isHouseName(counted[1] ?? '') || /^[xhms]$/.test(counted[1] ?? ''));
  }

  const isHouseName = (name: string): boolean => sources.words.isKnown(name) || sources.englishWords.isKnown(name);

  /** How much of a word with digits is in no passage: an address comes in pieces that are short enough by themselves. */
  function ownLength(raw: string): number {
    const parts = splitCode(raw);
    const isInPassage = sources.passages.some(({ facts }) => parts.every(({ text }) => facts.codes.has(text) || facts.numbers.has(text)));
    return isInPassage ? 0 : parts.reduce((sum, { text }) => sum + text.length, 0);
  }

  function looksEncoded(word: string): boolean {
    const letters = word.replace(/[^\p{Script=Latin}\p{Nd}+/=]/gu, '');
    if (letters.length < SHORTEST_ENCODED) return false;
    const turns = word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
    const isShouted = letters.length >= 16 && letters === letters.toUpperCase();
    return turns >= 2 || isShouted || word.length > LONGEST_WORD || /[+/=].*[+/=]|=$/.test(word);
  }

  return {
    see({ kind, raw }) {
      if (kind === 'number' || kind === 'word') {
        const own = ownLength(raw);
        row = own === 0 ? 0 : row + own;
        if (row > LONGEST_ROW) return 'code';
      }
      if (kind !== 'word') return 'pass';
      if (splitCode(raw).some((part) => part.kind === 'code' && !mayName(part.text))) return 'code';
      if (!looksEncoded(raw) && !NAME_ELSEWHERE.test(raw)) return 'pass';
      const folded = foldText(raw);
      const known = isGiven(grounds, (facts) => facts.folded.includes(folded)) || !NAME_ELSEWHERE.test(raw) && splitWords(raw).every((word) => word.length < LONGEST_WORD && isHouseName(word));
      return known ? 'pass' : 'code';
    },
    end: () => 'pass',
  };
}
