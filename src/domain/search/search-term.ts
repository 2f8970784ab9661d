import { backwards, isDense, tokenise, type Token, type Tokens } from './tokenise.ts';

/** Something that a text must have: one of the phrases, whose tokens follow one another in it. */
export interface SearchTerm {
  readonly phrases: readonly (readonly string[])[];
  /** True where the last token may go on: `depos` finds deposits, the beginning of a hash finds the hash. */
  readonly open: boolean;
}

/** From so many characters on, an unquoted word may go on in the text. */
const MIN_OPEN = 3;
/** Numbers mean themselves: 500 is not 5000. From here on they are codes. */
const MIN_OPEN_DIGITS = 8;
const HEX = /^(0x)?([0-9a-f]{8,})$/;

/**
 * A word or quoted words as somebody asks for them; undefined where nothing in it can be looked for. What
 * begins with `…` or `...` is how a code ends.
 */
export function readTerm(words: string, quoted: boolean): SearchTerm | undefined {
  const text = words.normalize('NFC');
  const { body } = tokenise(text);
  const [first, ...others] = body.map((token) => token.text);
  if (first === undefined) return undefined;
  if (/^(…|\.\.+)/.test(text) && others.length === 0) return { phrases: [[backwards(first)]], open: true };
  const last = others.at(-1) ?? first;
  const open = isHead(last) || /\*$/.test(text) || (!quoted && mayGoOn([first, ...others].join('')));
  return { phrases: others.length === 0 ? spellings(first) : [[first, ...others]], open };
}

function mayGoOn(word: string): boolean {
  if (/^\d+$/.test(word)) return word.length >= MIN_OPEN_DIGITS;
  return word.length >= MIN_OPEN && !isDense(word.slice(-1));
}

/** One character of a script that is kept in pairs: it stands at the beginning of a pair. */
function isHead(word: string): boolean {
  return isDense(word) && [...word].length === 1;
}

/** Hashes are written with `0x` and without. */
function spellings(word: string): string[][] {
  const [, prefix, digits] = HEX.exec(word) ?? [];
  if (digits === undefined) return [[word]];
  return prefix === undefined ? [[word], [`0x${digits}`]] : [[word], [digits]];
}

/** Where the terms stand in a text, in order and apart from one another; undefined where one of them does not. */
export function findTerms({ body, extras }: Tokens, terms: readonly SearchTerm[]): readonly (readonly [start: number, end: number])[] | undefined {
  const found: [number, number][] = [];
  for (const { phrases, open } of terms) {
    const places = phrases.flatMap((phrase) => [...findPhrase(body, phrase, open), ...(phrase.length === 1 ? findPhrase(extras, phrase, open) : [])]);
    if (places.length === 0) return undefined;
    found.push(...places);
  }
  return merge(found);
}

function findPhrase(tokens: readonly Token[], phrase: readonly string[], open: boolean): [number, number][] {
  const last = phrase.length - 1;
  const fits = (text: string | undefined, index: number): boolean => text !== undefined && (open && index === last ? text.startsWith(phrase[index] ?? '') : text === phrase[index]);
  return tokens.flatMap(({ start }, at): [number, number][] => {
    if (!phrase.every((_, index) => fits(tokens[at + index]?.text, index))) return [];
    return [[start, endOf(tokens[at + last], phrase[last] ?? '')]];
  });
}

/** Of a pair that begins with the one character asked for, that character. */
function endOf(token: Token | undefined, asked: string): number {
  if (!token) return 0;
  return isHead(asked) && token.text.length > asked.length ? Math.min(token.end, token.start + asked.length) : token.end;
}

function merge(ranges: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
