import { startOfNext } from '../reading/nearest-mention.ts';
import type { ContextKind } from '../reading/context-words.ts';
import type { Mention } from '../reading/find-mentions.ts';
import type { ReadText } from '../reading/read-text.ts';
import { LINKING_PREFIXES, LINKING_WORDS } from './linking-words.ts';

/**
 * How a value is tied to its name: by a sign ("pw: x"), a linking word ("my pw is x"), by nothing ("pw x"),
 * or by a linking word some words later ("the pw of my account is x"). From certain to less so.
 */
export type Link = 'sign' | 'word' | 'direct' | 'far';

export interface GivenValue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly link: Link;
  readonly quoted: boolean;
}

/** A hyphen is one only after a blank. */
const SIGN = /[:=>~→|–—]/;
const OPENING = /["'“”‘«„(\[`*<]/;
const CLOSED_BY: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '‘': '’', '«': '»', '„': '“', '`': '`', "'": "'" };
const MAX_QUOTED = 64;
/** Scripts in which nobody writes a password, so that it ends where they begin; ideographic punctuation; a marker. */
const VALUE = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}、。「」『』【】⟦⟧\uFFFC]{0,160}/uy;
const SENTENCE_END = /[.!?。\n\uFFFC]/;

/** What a mention gives as its value: the string without blanks after it, if something ties the two together. */
export function readGivenValue(read: ReadText, mention: Mention): GivenValue | undefined {
  const near = skipLink(read, mention.end);
  const nearValue = readValue(read, near.at, near.link, near.quote);
  if (near.link !== 'direct') return nearValue;
  const far = findFarLink(read, mention);
  if (nearValue && (!far || /\d/.test(nearValue.text))) return nearValue;
  return far && readValue(read, far.at, 'far', far.quote);
}

interface Linked {
  readonly at: number;
  readonly link: Link;
  readonly quote: string | undefined;
}

const MAX_LINKS = 10;
const MAX_BLANKS = 4;

/** Over blanks, signs, linking words and an opening quote. */
export function skipLink({ text, plain }: Pick<ReadText, 'text' | 'plain'>, from: number): Linked {
  let at = from;
  let link: Link = 'direct';
  let quote: string | undefined;
  for (let steps = 0; steps < MAX_LINKS; steps++) {
    const blanks = countBlanks(text, at);
    at += blanks;
    const unit = text.charAt(at);
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

/** What would claim the value for itself. */
const NAMING: ReadonlySet<ContextKind> = new Set(['password', 'one_time_code', 'pin', 'code', 'other_code', 'seed', 'private_key', 'api_secret', 'api_key', 'card']);
const FAR_WORDS = 6;
const FAR_UNITS = 48;

/** A linking word or colon a few words after a mention, in its sentence and before anything else is mentioned. */
function findFarLink(read: ReadText, mention: Mention): Linked | undefined {
  const until = startOfNext(read.mentions, mention.end, Math.min(read.text.length, mention.end + FAR_UNITS), NAMING);
  let at = mention.end;
  for (let words = 0; words < FAR_WORDS && at < until; words++) {
    while (at < until && /\s/.test(read.text.charAt(at))) at += 1;
    while (at < until && !/\s/.test(read.text.charAt(at))) {
      if (SENTENCE_END.test(read.text.charAt(at))) return undefined;
      at += 1;
      if (read.text.charAt(at - 1) === ':') break;
    }
    const linked = skipLink(read, read.text.charAt(at - 1) === ':' ? at - 1 : at);
    if (linked.link !== 'direct') return linked.at <= until ? linked : undefined;
  }
  return undefined;
}

function readValue(read: ReadText, start: number, link: Link, quote: string | undefined): GivenValue | undefined {
  const closing = quote === undefined ? undefined : CLOSED_BY[quote];
  const quotedLength = closing ? quotedLengthAt(read.text, start, closing) : 0;
  const quoted = quotedLength > 0;
  let end = quoted ? start + quotedLength : valueEnd(read.text, start);
  if (!quoted) while (end > start && /[.,;:?)\]}>"'”’»`*…]/.test(read.text.charAt(end - 1))) end -= 1;
  if (end === start) return undefined;
  return { start, end, text: read.text.slice(start, end), link, quoted };
}

/** 0 where the quote is not closed on its line. */
function quotedLengthAt(text: string, start: number, closing: string): number {
  const line = text.slice(start, start + MAX_QUOTED);
  const length = line.indexOf(closing);
  return length > 0 && !/[\n\uFFFC]/.test(line.slice(0, length)) ? length : 0;
}

function valueEnd(text: string, start: number): number {
  VALUE.lastIndex = start;
  return start + (VALUE.exec(text)?.[0].length ?? 0);
}
