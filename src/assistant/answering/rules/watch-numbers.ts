import type { Sources } from '../sources/sources.ts';
import type { Atom } from '../text/atom.ts';
import { foldText } from '../text/fold-text.ts';
import { readNumber, type ReadNumber } from '../text/read-number.ts';
import { splitCode } from '../text/split-code.ts';
import { createListNumbers } from './list-numbers.ts';
import { isGiven, type Grounds, type Opinion, type Rule } from './rule.ts';

/** More digits than a contact's number may have to be said back: longer ones are telephones and accounts. */
const MAX_OWN_DIGITS = 6;
/** So many digits in a row of numbers are a telephone number, whoever wrote it. */
const PHONE_DIGITS = 7;
/** So many numbers in a row are no coincidence. */
const ROW = 4;
const JOINS = /^[\s().,:/+·•|_*'-]$/u;

/**
 * Every number, percentage, amount, date and time stands in a passage or, short ones, in the contact's
 * own words. A row of numbers is held until it ends: a telephone number may be made of innocent parts.
 * Numbers of a list count by themselves and need no source.
 */
export function watchNumbers(grounds: Grounds): Rule {
  const { sources, locale } = grounds;
  let row: ReadNumber[] = [];
  let rowText = '';
  const lists = createListNumbers();

  function judgeOne({ plain, key, digits }: ReadNumber): boolean {
    if (isGiven(grounds, ({ numbers }) => numbers.has(key))) return true;
    return !/^0\d/.test(plain) && digits.length <= (/[:/.-]/.test(plain) ? 8 : MAX_OWN_DIGITS) && sources.own.numbers.has(key);
  }

  function judgeRow(): Opinion {
    const numbers = row;
    const written = rowText;
    row = [];
    rowText = '';
    if (numbers.length === 0) return 'pass';
    const digits = numbers.map((one) => one.digits).join('');
    const hasRow = (): boolean => isGiven(grounds, (facts) => facts.digitRuns.has(digits));
    const grouped = readNumber(written.trim(), locale);
    if (/^\s*\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?\s*$/.test(foldText(written)) && judgeOne(grouped)) return 'pass';
    if (/\+\s*\(?\d|\(\d+\)/.test(foldText(written)) && !hasRow()) return 'number';
    if (numbers.length > 1 && (digits.length >= PHONE_DIGITS || numbers.length >= ROW) && !hasRow()) return 'number';
    return numbers.every(judgeOne) ? 'pass' : 'number';
  }

  function add(written: string): Opinion {
    row.push(readNumber(written, locale));
    rowText += written;
    return 'hold';
  }

  function see(atom: Atom): Opinion {
    const { isPart, isEnd, refused } = lists.see(atom);
    if (refused !== '') add(refused);
    if (isPart) return isEnd ? 'pass' : 'hold';
    if (atom.kind === 'number') return hasOddNumber(atom.raw, sources) ? 'number' : add(atom.raw);
    if (row.length > 0 && (atom.kind === 'citation' || (atom.raw !== '\n' && JOINS.test(atom.raw)))) {
      rowText += atom.kind === 'citation' ? ' ' : atom.raw;
      return 'hold';
    }
    const before = judgeRow();
    if (before !== 'pass' || atom.kind !== 'word') return before;
    if (hasOddNumber(atom.raw, sources)) return 'number';
    return judgeWord(splitCode(atom.raw).flatMap(({ kind, text }) => (kind === 'number' ? [readNumber(text, locale)] : [])));
  }

  /** Numbers within one word: "24h", "24-48". */
  function judgeWord(numbers: readonly ReadNumber[]): Opinion {
    const digits = numbers.map((one) => one.digits).join('');
    const isPhone = numbers.length > 1 && digits.length >= PHONE_DIGITS && !isGiven(grounds, (facts) => facts.digitRuns.has(digits));
    return !isPhone && numbers.every(judgeOne) ? 'pass' : 'number';
  }

  return {
    see,
    end() {
      const { refused } = lists.end();
      if (refused !== '') add(refused);
      return judgeRow();
    },
  };
}

/** ①, Ⅷ, ½, keycaps: only as a passage writes them. */
function hasOddNumber(written: string, { passages }: Sources): boolean {
  return (written.match(/[\p{No}\p{Nl}]/gu) ?? []).some((one) => !passages.some(({ text }) => text.includes(one)));
}
