import { startOfNext, type Place } from '../reading/nearest-mention.ts';
import type { ContextKind } from '../reading/context-words.ts';
import type { Mention } from '../reading/find-mentions.ts';
import type { ReadText } from '../reading/read-text.ts';
import { isLetter } from '../reading/word-lexicon.ts';
import { JOINING_WORDS } from './linking-words.ts';
import { skipLink, type Link, type Linked } from './skip-link.ts';

export interface GivenValue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly link: Link;
  readonly quoted: boolean;
}

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
