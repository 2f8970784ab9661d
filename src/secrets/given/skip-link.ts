import type { FoldedText } from '../reading/fold-text.ts';
import { LINKING_PREFIXES, LINKING_WORDS } from './linking-words.ts';

/**
 * How a value is tied to its name: by a sign ("pw: x"), a linking word ("my pw is x"), by nothing ("pw x"),
 * or by a linking word some words later ("the pw of my account is x"). From certain to less so.
 */
export type Link = 'sign' | 'word' | 'direct' | 'far';

/** What was passed over between a name and its value. */
export interface Linked {
  readonly at: number;
  readonly link: Link;
  readonly quote: string | undefined;
}

/** A hyphen is one only after a blank. */
const SIGN = /[:=>~→–—]/;
const OPENING = /["'“”‘«„(\[`*<]/;
const MAX_LINKS = 10;
const MAX_BLANKS = 4;

/** Over blanks, signs, linking words and an opening quote. On the next line only a value may stand. */
export function skipLink({ text, plain }: Pick<FoldedText, 'text' | 'plain'>, from: number): Linked {
  let at = from;
  let link: Link = 'direct';
  let quote: string | undefined;
  for (let steps = 0; steps < MAX_LINKS; steps++) {
    const blanks = countBlanks(text, at);
    at += blanks;
    const unit = text.charAt(at);
    if (text.slice(at - blanks, at).includes('\n')) break;
    const word = SIGN.test(unit) || (unit === '-' && blanks > 0) || OPENING.test(unit) ? 0 : linkingWordAt(plain, at);
    if (word > 0) {
      if (link === 'direct') link = 'word';
      at += word;
    } else if (SIGN.test(unit) || (unit === '-' && blanks > 0)) {
      link = 'sign';
      at += 1;
    } else if (OPENING.test(unit)) {
      quote = unit;
      at += 1;
    } else {
      break;
    }
  }
  return { at, link, quote };
}

function countBlanks(text: string, at: number): number {
  let count = 0;
  while (count < MAX_BLANKS && ' \n\t\r\u00A0'.includes(text.charAt(at + count) || 'x')) count += 1;
  return count;
}

const PREFIXES_BY_UNIT = new Map<string, string[]>();
for (const prefix of LINKING_PREFIXES) PREFIXES_BY_UNIT.set(prefix.charAt(0), [...(PREFIXES_BY_UNIT.get(prefix.charAt(0)) ?? []), prefix]);
const HANGUL = /\p{Script=Hangul}/u;
const WORD = /[\p{L}\p{M}]{1,12}(?:'s)?/uy;

/** The length of the linking word at a place, 0 for none. */
function linkingWordAt(plain: string, at: number): number {
  const prefix = PREFIXES_BY_UNIT.get(plain.charAt(at))?.find((one) => plain.startsWith(one, at));
  // A particle of Korean is one only at the end of its word.
  if (prefix && !(HANGUL.test(prefix) && HANGUL.test(plain.charAt(at + prefix.length)))) return prefix.length;
  WORD.lastIndex = at;
  const word = WORD.exec(plain)?.[0];
  return word !== undefined && LINKING_WORDS.has(word) ? word.length : 0;
}
