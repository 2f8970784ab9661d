import type { Locale } from '../../../domain/locales.ts';
import { LOCALE_TAGS } from '../../../domain/locales.ts';
import { DIGIT_WORDS, LARGE_NUMBERS, NUMERALS } from '../tables/number-words.ts';
import { foldPattern, foldText } from '../text/fold-text.ts';
import { splitWords } from '../text/split-words.ts';
import { isGiven, type Grounds, type Opinion, type Rule } from './rule.ts';

const DIGITS = new Set(LOCALE_TAGS.flatMap((locale) => DIGIT_WORDS[locale].split(' ')).map(foldText).filter((word) => word !== ''));
/** Written as one word. */
const GLUED = new RegExp(`^(?:${[...DIGITS].filter((word) => word.length > 1).join('|')}){4,}$`, 'u');
/** So many digits in words, one after the other, are a number read out. */
const READ_OUT = 4;
const SUSPICIOUS = 3;
/** Longest numeral in characters. */
const TAIL = 24;

const NUMERALS_FOLDED = new RegExp(foldPattern(NUMERALS.source), 'gu');
const LARGE = new Map<Locale, RegExp>();

/** Numbers in words. Small ones are part of the language; large ones and rows of digits need a source. */
export function watchNumberWords(grounds: Grounds): Rule {
  const large = largeNumbers(grounds.locale);
  let row: string[] = [];
  let tail = '';

  const isInPassage = (written: string): boolean => isGiven(grounds, ({ folded }) => folded.includes(written));
  const isSourced = (written: string): boolean => isInPassage(written) || grounds.sources.own.folded.includes(written);

  function seeWord(word: string): Opinion {
    row = DIGITS.has(word) ? [...row, word] : [];
    if (row.length >= READ_OUT && !isInPassage(row.join(' '))) return 'number';
    if (GLUED.test(word) && !isInPassage(word)) return 'number';
    if (large?.test(word) && !isSourced(word)) return 'number';
    return row.length >= SUSPICIOUS ? 'hold' : 'pass';
  }

  /** A numeral that ends where the text ends may go on; held characters are few. */
  function seeTail(raw: string): Opinion {
    tail = (tail + foldText(raw)).slice(-TAIL);
    let opinion: Opinion = 'pass';
    for (const { 0: numeral, index } of tail.matchAll(NUMERALS_FOLDED)) {
      if (index + numeral.length === tail.length) opinion = 'hold';
      else if (!(numeral.length < READ_OUT ? isSourced : isInPassage)(numeral)) return 'number';
    }
    return opinion === 'pass' && /[〇零一二三四五六七八九十两兩壹贰叁肆伍陆柒捌玖]$/.test(tail) ? 'hold' : opinion;
  }

  return {
    see({ kind, raw }) {
      if (kind === 'word') {
        if (splitWords(raw).map(seeWord).includes('number')) return 'number';
      }
      if (kind === 'number') row = [];
      if (row.length >= SUSPICIOUS) return 'hold';
      return kind === 'link' ? 'pass' : seeTail(kind === 'citation' ? ' ' : raw);
    },
    end: () => seeTail('\n'),
  };
}

function largeNumbers(locale: Locale): RegExp | undefined {
  const known = LARGE.get(locale);
  if (known || LARGE_NUMBERS[locale] === '') return known;
  // Short ones are whole words: "mil" is a thousand, "militar" is not.
  const made = new RegExp(`^(?:${foldPattern(LARGE_NUMBERS[locale]).split('|').map((word) => (word.length <= 4 ? `${word}$` : word)).join('|')})`, 'u');
  LARGE.set(locale, made);
  return made;
}
