import { textOfCodes } from './text-of-codes.ts';

/**
 * A text with the disguises of keyboards taken off – full width, digits of other scripts, letters
 * written as a base and a mark, invisible characters, typographic dashes – and the way back to the
 * text as it was written. Letter case stays: addresses and tickers depend on it.
 */
export interface PlainText {
  readonly text: string;
  /** Where the character at a place begins in the original, in UTF-16 code units. */
  originalStart(at: number): number;
  /** Where what ends before a place ends in the original. */
  originalEnd(at: number): number;
}

/** Digits of other scripts by their zero: Arabic-Indic, Persian, Devanagari, Bengali, Tamil, Thai, Lao, Burmese, Khmer. */
const ZEROS = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0BE6, 0x0E50, 0x0ED0, 0x1040, 0x17E0];
const DIGITS = new Map(ZEROS.flatMap((zero) => Array.from({ length: 10 }, (_, digit) => [zero + digit, String(digit)] as const)));

const INVISIBLE = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/;
const DASH = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;
/** What `foldAt` changes. Combining marks and Jamo are only touched where Unicode has the letter in one piece. */
const DISGUISED = new RegExp(`${INVISIBLE.source}|${DASH.source}|[${[...DIGITS.keys()].map((code) => String.fromCharCode(code)).join('')}]`
  + '|[\\u0300-\\u036F\\u1100-\\u11FF\\u3000\\u3099\\u309A\\uFF01-\\uFFEE]|[\\u{1D400}-\\u{1D7FF}]', 'u');

/** More marks on one letter are no spelling, and composing a long run of them takes quadratic time. */
const MAX_MARKS = 6;

const IDENTITY = (at: number): number => at;

export function readPlainText(original: string): PlainText {
  if (!DISGUISED.test(original)) return { text: original, originalStart: IDENTITY, originalEnd: IDENTITY };
  const starts = new Uint32Array(original.length);
  const ends = new Uint32Array(original.length);
  const codes = new Uint16Array(original.length);
  let written = 0;
  for (let at = 0; at < original.length;) {
    const length = clusterLength(original, at);
    const folded = foldCluster(original, at, length);
    // Where nothing was composed, each unit keeps its own place.
    const isSame = folded.length === length;
    for (let i = 0; i < folded.length; i++) {
      codes[written] = folded.charCodeAt(i);
      starts[written] = isSame ? at + i : at;
      ends[written] = isSame ? at + i + 1 : at + length;
      written += 1;
    }
    at += length;
  }
  return {
    text: textOfCodes(codes, written),
    originalStart: (at) => (at < written ? starts[at] ?? 0 : original.length),
    originalEnd: (at) => (at === 0 ? 0 : ends[Math.min(at, written) - 1] ?? 0),
  };
}

/** Length of the character at a place with the marks that may be composed into it. */
function clusterLength(text: string, at: number): number {
  const first = text.codePointAt(at) ?? 0;
  const base = first > 0xFFFF ? 2 : 1;
  const isJoining = isLeadingJamo(first) ? isJamo : isMark;
  let length = base;
  while (length < base + MAX_MARKS && isJoining(text.charCodeAt(at + length))) length += 1;
  return length;
}

function foldCluster(text: string, at: number, length: number): string {
  const first = text.codePointAt(at) ?? 0;
  if (length === 1) return first < 0x80 ? text.charAt(at) : foldOne(text.charAt(at), first);
  const cluster = text.slice(at, at + length);
  return first >= 0x1D400 && first <= 0x1D7FF ? cluster.normalize('NFKC') : composed(cluster, first);
}

/** In one piece, with half-width kana at full width; never longer than it was. */
function composed(cluster: string, first: number): string {
  const folded = cluster.normalize(first >= 0xFF00 ? 'NFKC' : 'NFC');
  return folded.length <= cluster.length ? folded : cluster;
}

function foldOne(character: string, code: number): string {
  const digit = DIGITS.get(code);
  if (digit) return digit;
  if (code >= 0xFF01 && code <= 0xFF5E) return DASH.test(character) ? '-' : String.fromCharCode(code - 0xFEE0);
  if (code >= 0xFF5F && code <= 0xFFEE) return character.normalize('NFKC').charAt(0);
  if (code === 0x3000) return ' ';
  if (INVISIBLE.test(character)) return '';
  return DASH.test(character) ? '-' : character;
}

function isMark(code: number): boolean {
  return (code >= 0x0300 && code <= 0x036F && code !== 0x034F) || code === 0x3099 || code === 0x309A || code === 0xFF9E || code === 0xFF9F;
}

function isLeadingJamo(code: number): boolean {
  return code >= 0x1100 && code <= 0x1112;
}

function isJamo(code: number): boolean {
  return code >= 0x1161 && code <= 0x11FF;
}
