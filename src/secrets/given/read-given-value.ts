import { startOfNext, type Place } from '../reading/nearest-mention.ts';
import type { ContextKind } from '../reading/context-words.ts';
import type { Mention } from '../reading/find-mentions.ts';
import type { ReadText } from '../reading/read-text.ts';
import { isLetter } from '../reading/word-lexicon.ts';
import { BACKWARD_FILLERS, BACKWARD_JOINS, BACKWARD_VERBS, JOINING_WORDS, LINKING_PREFIXES, LINKING_WORDS } from './linking-words.ts';

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
const SIGN = /[:=>~→–—]/;
const OPENING = /["'“”‘«„(\[`*<]/;
const CLOSED_BY: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '‘': '’', '«': '»', '„': '“', '`': '`', "'": "'" };
const MAX_QUOTED = 64;
/** Scripts in which nobody writes a password, so that it ends where they begin; ideographic punctuation; a marker. */
const VALUE = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}、。「」『』【】⟦⟧\uFFFC]{0,160}/uy;
/** After these a value may follow at once. */
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}]/u;
const SENTENCE_END = /[.!?。\n\uFFFC]/;

/** What a mention gives as its value: the string without blanks after it, if something ties the two together. */
export function readGivenValue(read: ReadText, mention: Mention): GivenValue | undefined {
  const near = skipLink(read, mention.end);
  const isParted = near.at > mention.end || !isLetter(read.plain, near.at - 1) || UNSPACED_END.test(read.plain.charAt(near.at - 1));
  const nearValue = isParted && read.text.charAt(near.at) !== '_' ? readValue(read, near.at, near.link, near.quote) : undefined;
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

/** Over blanks, signs, linking words and an opening quote. On the next line only a value may stand. */
export function skipLink({ text, plain }: Pick<ReadText, 'text' | 'plain'>, from: number): Linked {
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

/** What would claim the value for itself. */
const NAMING: ReadonlySet<ContextKind> = new Set(['password', 'one_time_code', 'pin', 'code', 'other_code', 'seed', 'private_key', 'api_secret', 'api_key', 'card']);
const FAR_WORDS = 6;
const FAR_UNITS = 48;

/** A linking word or colon a few words after a mention, in its sentence and before anything else is named. */
function findFarLink(read: ReadText, mention: Mention): Linked | undefined {
  const until = startOfNext(read.mentions, mention.end, Math.min(read.text.length, mention.end + FAR_UNITS), NAMING);
  let at = mention.end;
  let joined = false;
  for (let words = 0; words < FAR_WORDS && at < until; words++) {
    const word = wordAfter(read, at, until);
    if (!word) return undefined;
    if (words === 0) joined = JOINING_WORDS.has(read.plain.slice(word.start, word.end));
    else if (joined && /\d/.test(read.text.slice(word.start, word.end))) return { at: word.start, link: 'far', quote: undefined };
    at = word.end;
    const linked = skipLink(read, at);
    if (linked.link !== 'direct') return linked.at <= until ? linked : undefined;
  }
  return undefined;
}

/** The next string without blanks, a colon at its end aside; none where the sentence or the line ends. */
function wordAfter({ text }: ReadText, from: number, until: number): Place | undefined {
  let start = from;
  while (start < until && text.charAt(start) === ' ') start += 1;
  let end = start;
  while (end < until && text.charAt(end) !== ' ' && !(text.charAt(end) === ':' && end > start)) {
    if (SENTENCE_END.test(text.charAt(end))) return undefined;
    end += 1;
  }
  return end > start ? { start, end } : undefined;
}

const MOST_WORDS_BEFORE = 4;
const LONGEST_WORD_BEFORE = 8;
const LONGEST_JOIN = 4;

/** A value that comes before its name: "x is my password". */
export function readValueBefore(read: ReadText, mention: Mention): GivenValue | undefined {
  const end = overJoin(read.plain, mention.start) ?? overWords(read, mention.start);
  if (end === undefined) return undefined;
  let start = end;
  while (start > 0 && end - start < MAX_QUOTED && isValueUnit(read.text.charCodeAt(start - 1))) start -= 1;
  return end > start ? { start, end, text: read.text.slice(start, end), link: 'direct', quoted: false } : undefined;
}

/** ASCII but blanks, quotes and brackets. */
function isValueUnit(unit: number): boolean {
  return unit > 0x20 && unit < 0x7F && !'"\'`()[]<>,'.includes(String.fromCharCode(unit));
}

/** Where a value ends that is joined to its name without a blank, in a script that has none. */
function overJoin(plain: string, from: number): number | undefined {
  for (let length = 1; length <= LONGEST_JOIN; length++) {
    if (from >= length && isValueUnit(plain.charCodeAt(from - length))) return BACKWARD_JOINS.has(plain.slice(from - length + 1, from)) ? from - length + 1 : undefined;
  }
  return undefined;
}

/** Where a value ends that one linking word or more follow. */
function overWords({ text, plain }: ReadText, from: number): number | undefined {
  let at = from;
  let linked = false;
  for (let words = 0; words <= MOST_WORDS_BEFORE; words++) {
    if (plain.charAt(at - 1) !== ' ') return undefined;
    const blank = plain.lastIndexOf(' ', at - 2);
    const word = at - 1 - blank <= LONGEST_WORD_BEFORE ? plain.slice(blank + 1, at - 1) : '';
    // Without its accent, the Portuguese "is" would be "and".
    if (BACKWARD_VERBS.has(word) || text.slice(blank + 1, at - 1) === 'é') linked = true;
    else if (!BACKWARD_FILLERS.has(word)) return linked ? at - 1 : undefined;
    at = blank + 1;
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
