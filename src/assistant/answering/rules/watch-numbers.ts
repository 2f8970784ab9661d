import type { Atom } from '../text/atom.ts';
import { foldText } from '../text/fold-text.ts';
import { readNumber, type ReadNumber } from '../text/read-number.ts';
import { splitCode } from '../text/split-code.ts';
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
  let isLineStart = true;
  let listNumber = 0;
  let listed = '';

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

  /** "1." at the beginning of a line counts on from the line before. */
  function seeListNumber(atom: Atom): Opinion | undefined {
    if (listed === '') {
      if (!isLineStart || atom.kind !== 'number' || row.length > 0) return undefined;
      const value = Number(foldText(atom.raw));
      if (value !== 1 && value !== listNumber + 1) return undefined;
      listed = atom.raw;
      return 'hold';
    }
    const number = listed;
    listed = '';
    if (atom.kind !== 'mark' || !/^[.)、．]$/.test(atom.raw)) {
      add(number);
      return undefined;
    }
    listNumber = Number(foldText(number));
    return 'pass';
  }

  function see(atom: Atom): Opinion {
    const asList = seeListNumber(atom);
    isLineStart = atom.raw === '\n' || (isLineStart && (atom.kind === 'space' || /^[*>-]$/.test(atom.raw)));
    if (asList) return asList;
    if (atom.kind === 'number') return hasOddNumber(atom.raw) ? 'number' : add(atom.raw);
    if (row.length > 0 && (atom.kind === 'citation' || (atom.raw !== '\n' && JOINS.test(atom.raw)))) {
      rowText += atom.kind === 'citation' ? ' ' : atom.raw;
      return 'hold';
    }
    // A plus or a bracket may begin a telephone number.
    const before = judgeRow();
    if (before !== 'pass' || atom.kind !== 'word') return before;
    if (hasOddNumber(atom.raw)) return 'number';
    const numbers = splitCode(atom.raw).filter(({ kind }) => kind === 'number');
    if (numbers.length > 1) return numbers.every(({ text }) => judgeOne(readNumber(text, locale))) && !isLongRow(numbers) ? 'pass' : 'number';
    return numbers.every(({ text }) => judgeOne(readNumber(text, locale))) ? 'pass' : 'number';
  }

  function isLongRow(numbers: readonly { readonly text: string }[]): boolean {
    const digits = numbers.map(({ text }) => text.replace(/\D/g, '')).join('');
    return digits.length >= PHONE_DIGITS && !isGiven(grounds, (facts) => facts.digitRuns.has(digits));
  }

  /** ①, Ⅷ, ½, keycaps: only as a passage writes them. */
  function hasOddNumber(written: string): boolean {
    const odd = written.match(/[\p{No}\p{Nl}]/gu) ?? [];
    return odd.some((one) => !sources.passages.some(({ text }) => text.includes(one)));
  }

  return {
    see,
    end() {
      if (listed !== '') add(listed);
      listed = '';
      return judgeRow();
    },
  };
}
