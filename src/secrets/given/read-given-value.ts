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

const SIGN = /[:=>~→|-]/;
const DASH = /[–—]/;
const OPENING = /["'“”‘«„(\[`*<]/;
const CLOSED_BY: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '‘': '’', '«': '»', '„': '“', '`': '`', "'": "'" };
const MAX_VALUE = 160;
const MAX_QUOTED = 64;
/** Scripts in which nobody writes a password, so that it ends where they begin; ideographic punctuation; a marker. */
const VALUE_END = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}、。「」『』【】⟦⟧\uFFFC]/u;
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

/** Over blanks, signs, linking words and an opening quote. */
export function skipLink({ text, plain }: Pick<ReadText, 'text' | 'plain'>, from: number): Linked {
  let at = from;
  let link: Link = 'direct';
  let quote: string | undefined;
  for (let steps = 0; steps < 10; steps++) {
    const start = at;
    const blank = /^\s{1,4}/.exec(text.slice(at, at + 4))?.[0].length ?? 0;
    at += blank;
    const unit = text.charAt(at);
    const isDash = DASH.test(unit) || (unit === '-' && blank > 0);
    if (isDash || (SIGN.test(unit) && unit !== '-')) {
      link = 'sign';
      at += 1;
    } else if (OPENING.test(unit)) {
      quote = unit;
      at += 1;
    } else {
      const word = linkingWordAt(plain, at);
      if (word > 0 && link === 'direct') link = 'word';
      at += word;
    }
    if (at === start + blank) break;
  }
  return { at, link, quote };
}

const HANGUL = /\p{Script=Hangul}/u;

/** The length of the linking word at a place, 0 for none. */
function linkingWordAt(plain: string, at: number): number {
  const prefix = LINKING_PREFIXES.find((one) => plain.startsWith(one, at));
  // A particle of Korean is one only at the end of its word.
  if (prefix && !(HANGUL.test(prefix) && HANGUL.test(plain.charAt(at + prefix.length)))) return prefix.length;
  const word = /^[\p{L}\p{M}]+(?:'s)?/u.exec(plain.slice(at, at + 12))?.[0];
  return word && LINKING_WORDS.has(word) ? word.length : 0;
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
  const line = read.text.slice(start, start + MAX_QUOTED).split('\n')[0] ?? '';
  const quotedEnd = closing ? line.indexOf(closing) : -1;
  const quoted = quotedEnd > 0 && !/[\uFFFC⟦]/.test(line.slice(0, quotedEnd));
  let end = quoted ? start + quotedEnd : valueEnd(read.text, start);
  if (!quoted) while (end > start && /[.,;:?)\]}>"'”’»`*…]/.test(read.text.charAt(end - 1))) end -= 1;
  if (end === start) return undefined;
  return { start, end, text: read.text.slice(start, end), link, quoted };
}

function valueEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end < start + MAX_VALUE && !VALUE_END.test(text.charAt(end))) end += 1;
  return end;
}
