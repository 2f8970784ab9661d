import type { Finding } from '../finding.ts';
import type { ContextKind } from '../reading/context-words.ts';
import type { Mention } from '../reading/find-mentions.ts';
import { startOfNext, type Place } from '../reading/nearest-mention.ts';
import type { ReadText } from '../reading/read-text.ts';
import { isCounted, LINKING_PREFIXES, LINKING_WORDS } from './linking-words.ts';
import { skipLink } from './skip-link.ts';

/** Codes that expire, and PINs: numbers of four to eight digits that the words beside them call so. */
export function findCodes(read: ReadText): Finding[] {
  return read.mentions.flatMap((mention, i) => {
    const sort = (['one_time_code', 'pin', 'code'] as const).find((kind) => mention.kinds.includes(kind));
    if (!sort || isQualified(read, mention, i)) return [];
    const first = findForward(read, mention, sort) ?? findBackward(read, mention, sort);
    return first ? [first, ...others(read, first)].map((place) => ({ kind: 'one_time_code' as const, ...place, reason: sort === 'code' ? 'six digits called a code' : 'digits called a one-time code' })) : [];
  });
}

/** "Error: code …", "referral … code": the mention just before says that it is another code. */
function isQualified({ text, mentions }: ReadText, mention: Mention, i: number): boolean {
  const before = mentions[i - 1];
  return mention.kinds.includes('code') && before !== undefined && before.kinds.includes('other_code') && mention.start - before.end <= 12 && !/[.!?。\n]/.test(text.slice(before.end, mention.start));
}

type Sort = 'one_time_code' | 'pin' | 'code';
const LENGTHS: Readonly<Record<Sort, { readonly near: RegExp; readonly far: RegExp }>> = {
  one_time_code: { near: /^[4-8]$/, far: /^6$/ },
  pin: { near: /^[4-8]$/, far: /^[46]$/ },
  code: { near: /^6$/, far: /^6$/ },
};

function findForward(read: ReadText, mention: Mention, sort: Sort): Place | undefined {
  const { at, link } = skipLink(read, mention.end);
  const near = readDigits(read, at);
  if (near && sort === 'code' && read.text.slice(near.start, near.end).includes('-')) return undefined;
  if (near) return LENGTHS[sort].near.test(String(near.digits)) && !(link === 'direct' && sort === 'one_time_code' && isYear(read, near)) ? near : undefined;
  return findFar(read, mention, sort);
}

function isYear({ text }: ReadText, { start, end }: Place): boolean {
  return /^(?:19|20)\d\d$/.test(text.slice(start, end));
}

const FAR_UNITS = 40;
const BLOCKING: ReadonlySet<ContextKind> = new Set(['other_code', 'reference', 'card', 'cvv', 'api_key', 'api_secret']);

/** "The code that came by SMS is 483 920": in the same sentence, with nothing else named between. */
function findFar(read: ReadText, mention: Mention, sort: Sort): Place | undefined {
  const until = startOfNext(read.mentions, mention.end, mention.end + FAR_UNITS, BLOCKING);
  const between = read.text.slice(mention.end, until);
  const offset = between.search(/\d/);
  if (offset < 0 || /[.!?。\n\uFFFC]/.test(between.slice(0, offset))) return undefined;
  const digits = readDigits(read, mention.end + offset);
  if (!digits || !LENGTHS[sort].far.test(String(digits.digits))) return undefined;
  return sort === 'one_time_code' || endsWithLink(read.plain.slice(mention.end, digits.start)) ? digits : undefined;
}

function endsWithLink(plain: string): boolean {
  const trimmed = plain.trimEnd();
  return /[:=]$/.test(trimmed) || LINKING_WORDS.has(/[\p{L}\p{M}]+$/u.exec(trimmed)?.[0] ?? '') || LINKING_PREFIXES.some((one) => trimmed.endsWith(one));
}

/** What may stand between a code and the word for it: "483920 is my code", "829301 是验证码". */
const BACKWARD = /(?:^|[^\d.,:/#a-z-])(?:g-)?(\d{6}|\d{3}[ -]\d{3})( ?\p{Script=Han}{0,4}| ?(?:の|が|は|という) ?|[ ,]{1,2}(?:(?:is|was|the|my|our|this|sms|ist|der|mein|meine|your|dein|ihr|est|le|mon|votre|es|el|mi|tu|su|o|meu|seu|ваш|твой|это|мой|is|benim|la|adalah|هو|है|यह)\s){0,4}(?:(?<=(?:is|was) (?:your|the|my) )[a-z]{2,16} )?)$/u;

function findBackward({ plain }: ReadText, mention: Mention, sort: Sort): Place | undefined {
  const from = Math.max(0, mention.start - 40);
  const match = BACKWARD.exec(plain.slice(from, mention.start));
  if (!match || (sort !== 'one_time_code' && match[2]!.trim() === '')) return undefined;
  const start = from + match.index + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}

/** One number or groups that people make of a code. */
const DIGITS = /(?:G-)?(\d{4,8}(?!\d)|\d{3}[ -]\d{3,4}(?!\d)|\d{2}[ -]\d{2}[ -]\d{2}(?!\d)|\d{4}[ -]\d{4}(?!\d)|\d(?:[ -]\d){5}(?!\d))/iy;

function readDigits({ text, plain }: ReadText, at: number): (Place & { digits: number }) | undefined {
  if (/[\d.,]/.test(text.charAt(at - 1))) return undefined;
  DIGITS.lastIndex = at;
  const match = DIGITS.exec(text);
  const end = at + (match?.[0].length ?? 0);
  // A part of a longer number, an amount, a date, a time, a word.
  if (!match || /^(?:[.,:/]\d|[-–]\d|[A-Za-z%])/.test(text.slice(end, end + 2)) || isCounted(plain.slice(end, end + 32))) return undefined;
  return { start: at, end, digits: match[1]!.replace(/\D/g, '').length };
}

const MAX_LIST = 20;

/** Codes given one after the other, as backup codes are. */
function others(read: ReadText, first: Place): Place[] {
  const found: Place[] = [];
  const length = first.end - first.start;
  for (let at = first.end; found.length < MAX_LIST;) {
    const gap = /^\s*(?:[,;/&+、]|(?:and|or|und|oder|et|ou|y|e|и|или|ve|và|dan|和|と|và)\s|\s)\s*/u.exec(read.plain.slice(at, at + 12))?.[0].length ?? 0;
    const next = gap > 0 ? readDigits(read, at + gap) : undefined;
    if (!next || next.end - next.start !== length) break;
    found.push(next);
    at = next.end;
  }
  return found;
}

