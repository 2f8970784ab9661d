import type { Locale } from '../../../domain/locales.ts';
import { createLexer } from '../text/create-lexer.ts';
import { findAddress, normaliseAddress } from '../text/find-address.ts';
import { foldText } from '../text/fold-text.ts';
import { readNumber } from '../text/read-number.ts';
import { removeInvisible } from '../text/remove-invisible.ts';
import { splitCode } from '../text/split-code.ts';
import { splitWords, stemOf } from '../text/split-words.ts';

/** What a text contains that an answer may repeat, in the forms in which it is compared. */
export interface Facts {
  /** Values, and values with their percent or currency sign. */
  readonly numbers: ReadonlySet<string>;
  /** Digits of rows of numbers such as telephone numbers, blanks left out. */
  readonly digitRuns: ReadonlySet<string>;
  /** Words with digits: TRC20, an address of a wallet. */
  readonly codes: ReadonlySet<string>;
  /** Where links lead, exactly. */
  readonly targets: ReadonlySet<string>;
  /** Hosts, pages, e-mail addresses and handles, without scheme. */
  readonly addresses: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Words in order between blanks, for phrases. */
  readonly phrases: string;
  /** The whole text folded. */
  readonly folded: string;
}

/** @param markdown with links resolved. */
export function readFacts(markdown: string, locale: Locale): Facts {
  const facts = { numbers: new Set<string>(), digitRuns: new Set<string>(), codes: new Set<string>(), targets: new Set<string>(), addresses: new Set<string>() };
  const clean = removeInvisible(markdown);
  const words: string[] = [];
  let shown = '';
  const read = (text: string): void => {
    const lexer = createLexer();
    for (const atom of [...lexer.push(text), ...lexer.end()]) {
      if (atom.kind === 'link') {
        facts.targets.add(atom.target);
        facts.addresses.add(normaliseAddress(atom.target));
        read(atom.text);
        continue;
      }
      shown += atom.raw;
      if (atom.kind === 'number') addNumber(atom.raw);
      if (atom.kind === 'word') addWord(atom.raw);
    }
  };
  const addNumber = (written: string): void => {
    const { plain, key, digits } = readNumber(written, locale);
    facts.numbers.add(plain).add(key);
    facts.digitRuns.add(digits);
  };
  const addWord = (word: string): void => {
    const address = findAddress(word);
    if (address !== undefined) facts.addresses.add(address);
    for (const part of splitCode(word)) if (part.kind === 'number') addNumber(part.text); else facts.codes.add(part.text);
  };
  read(clean);
  addRuns(shown, facts, locale);
  words.push(...splitWords(shown));
  return { ...facts, words: new Set(words), stems: new Set(words.map(stemOf)), phrases: ` ${words.join(' ')} `, folded: foldText(shown) };
}

const ROW = /\d[\d\s().,:/+'-]*\d/g;

/** Rows of numbers: telephone numbers, and numbers that are grouped by blanks. */
function addRuns(text: string, facts: { numbers: Set<string>; digitRuns: Set<string> }, locale: Locale): void {
  for (const [row] of foldText(text).matchAll(ROW)) {
    facts.digitRuns.add(row.replace(/\D/g, ''));
    if (/^\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(row)) facts.numbers.add(readNumber(row, locale).plain);
  }
}
