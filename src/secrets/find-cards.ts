import type { Finding } from './finding.ts';
import { skipLink } from './given/skip-link.ts';
import type { ContextKind } from './reading/context-words.ts';
import { nearestKind, type Place } from './reading/nearest-mention.ts';
import { isInside, type ReadText } from './reading/read-text.ts';

/** Digits and what parts them in a card number. */
const DIGITS = /\d[\d .-]+/g;
/** How card numbers are grouped: as printed, or in one. */
const SHAPES: ReadonlySet<string> = new Set(['4 4 4 4', '4 6 5', '4 6 4', '4 4 4 4 3', '4 4 4 4 2', '8 8', '6 10', '6 13', '4 4 5', '4 12']);
const MAX_GROUPS = 5;

const WITHIN = 60;
const CARD_WORDS: ReadonlySet<ContextKind> = new Set(['card', 'cvv']);
const DECIDING: ReadonlySet<ContextKind> = new Set(['card', 'cvv', 'reference', 'on_chain', 'other_code']);

/**
 * Card numbers: the right length and beginning for an issuer and a valid check digit (Luhn). One number in
 * fifty of 16 digits has all that by chance, so what the words beside it call an order or the like is left
 * alone. Security codes of cards, by name.
 */
export function findCards(read: ReadText): Finding[] {
  const found: Finding[] = [];
  for (const { 0: run, index } of read.text.matchAll(DIGITS)) {
    if (run.length >= 13 && !isInside(index, read.urls) && !/[A-Za-z_]/.test(read.text.charAt(index - 1))) {
      found.push(...cardsIn(run, index).filter((card) => isCalledCard(read, card)).map((place) => ({ kind: 'card_number' as const, ...place, reason: 'card number' })));
    }
  }
  return [...found, ...findSecurityCodes(read)];
}

function isCalledCard(read: ReadText, place: Place): boolean {
  // A part of a word or of a decimal number.
  if (/^(?:[A-Za-z_]|[.,]\d)/.test(read.text.slice(place.end, place.end + 2)) || /\d[.,]$/.test(read.text.slice(Math.max(0, place.start - 2), place.start))) return false;
  const called = nearestKind(read, place, DECIDING, WITHIN);
  if (called !== undefined) return CARD_WORDS.has(called);
  // Without a word, only the lengths that nearly all cards have: 13 and 14 digits are orders and times in milliseconds.
  return [15, 16, 19].includes(read.text.slice(place.start, place.end).replace(/\D/g, '').length);
}

function cardsIn(run: string, index: number): Place[] {
  const groups = Array.from(run.matchAll(/\d+/g), ({ 0: digits, index: at }) => ({ digits, start: index + at, end: index + at + digits.length }));
  const found: Place[] = [];
  for (let i = 0; i < groups.length; i++) {
    for (let count = Math.min(MAX_GROUPS, groups.length - i); count >= 1; count--) {
      const part = groups.slice(i, i + count);
      if ((count > 1 && !(isTogether(part) && SHAPES.has(part.map(({ digits }) => digits.length).join(' ')))) || !isCardNumber(part.map(({ digits }) => digits).join(''))) continue;
      found.push({ start: part[0]!.start, end: part.at(-1)!.end });
      i += count - 1;
      break;
    }
  }
  return found;
}

/** At most one blank, hyphen or dot between two groups. */
function isTogether(groups: readonly Place[]): boolean {
  return groups.every(({ start }, i) => i === 0 || start - groups[i - 1]!.end === 1);
}

/** Beginnings and lengths by issuer (ISO/IEC 7812 as the networks publish it). */
const ISSUERS: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  { begins: /^4/, lengths: [13, 16] }, // Visa
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
  { begins: /^3[47]/, lengths: [15] }, // American Express
  { begins: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] }, // Discover
  { begins: /^(?:30[0-5]|36|38|39)/, lengths: [14] }, // Diners Club
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16] }, // JCB
  { begins: /^62/, lengths: [16, 17, 18, 19] }, // UnionPay
  { begins: /^220[0-4]/, lengths: [16] }, // Mir
  { begins: /^(?:50|5[6-9]|6[0378])/, lengths: [16, 18, 19] }, // Maestro, RuPay, Elo
  { begins: /^(?:9792|81|82)/, lengths: [16] }, // Troy, RuPay
];

function isCardNumber(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19 && ISSUERS.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits)) && hasLuhnDigit(digits);
}

/** ISO/IEC 7812-1 annex B: every second digit from the right doubled, the sum of all digits a multiple of ten. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

function findSecurityCodes(read: ReadText): Finding[] {
  return read.mentions.flatMap((mention) => {
    if (!mention.kinds.includes('cvv')) return [];
    const { at } = skipLink(read, mention.end);
    const code = /^\d{3,4}(?![\d.,]*\d|[A-Za-z%])/.exec(read.text.slice(at, at + 8))?.[0];
    return code ? [{ kind: 'card_number' as const, start: at, end: at + code.length, reason: 'security code of a card' }] : [];
  });
}
