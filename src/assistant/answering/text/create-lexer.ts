import type { Atom } from './atom.ts';
import { UNSPACED } from './split-words.ts';

export interface Lexer {
  /** Atoms that are complete now. */
  push(text: string): Atom[];
  /** The rest, taken as it is. */
  end(): Atom[];
  /** What was pushed and is no atom yet. */
  rest(): string;
}

/** Longest word and longest words of a link, in UTF-16 code units: nobody writes longer ones. */
const LONGEST = 300;

const SPACE = /[^\S\n]+|\n/y;
const GLYPH = new RegExp(`${UNSPACED}\\p{M}*`, 'yu');
const CHUNK = new RegExp(`(?:(?!${UNSPACED})[^\\s[\\]【】])+`, 'yu');
const BRACKETS = /\[([^[\]\n]*)\]|【([^【】\n]*)】/y;
const TARGET = /\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/y;
const CITED = /^\s*\d{1,3}(?:\s*[,;、]\s*\d{1,3})*\s*$/;
/** HTML, entities, escapes, fences and images: nothing that an article may have either. */
const MARKUP = /<[a-z!/?]|&#?\w+;|\\|```|^~~~/i;
const EDGES = /^([^\p{L}\p{M}\p{N}@#$+%\p{Sc}]*)(.*?)([^\p{L}\p{M}\p{N}%٪\p{Sc}]*)$/su;
const DIGITS = /^[^\p{L}]*\p{N}[^\p{L}]*$/u;

/** Reads an answer that comes in pieces. What could still become a link, a citation or a longer word waits. */
export function createLexer(): Lexer {
  let buffer = '';
  const read = (isEnd: boolean): Atom[] => {
    const atoms: Atom[] = [];
    let at = 0;
    while (at < buffer.length) {
      const next = readAt(buffer, at, isEnd);
      if (!next) break;
      atoms.push(...next.atoms);
      at = next.end;
    }
    buffer = buffer.slice(at);
    return atoms;
  };
  return {
    push(text) {
      buffer += text;
      return read(false);
    },
    end: () => read(true),
    rest: () => buffer,
  };
}

interface Read {
  readonly atoms: readonly Atom[];
  readonly end: number;
}

/** Undefined where more has to come first. */
function readAt(text: string, at: number, isEnd: boolean): Read | undefined {
  const character = text.charAt(at);
  if (character === '[' || character === '【') return readBrackets(text, at, isEnd);
  if (character === ']' || character === '】') return readClosing(text, at, isEnd);
  const space = match(SPACE, text, at);
  if (space) return { atoms: [{ kind: 'space', raw: space[0] }], end: at + space[0].length };
  const glyph = match(GLYPH, text, at);
  // A vowel or tone of Thai may come in the next piece.
  if (glyph && !isEnd && at + glyph[0].length === text.length && /\p{Script=Thai}/u.test(glyph[0])) return undefined;
  if (glyph) return { atoms: [{ kind: 'glyph', raw: glyph[0] }], end: at + glyph[0].length };
  const [chunk = ''] = match(CHUNK, text, at) ?? [character];
  const end = at + chunk.length;
  if (chunk.length > LONGEST) return { atoms: [{ kind: 'markup', raw: chunk }], end };
  if (end === text.length && !isEnd) return undefined;
  if (chunk.endsWith('!') && text.charAt(end) === '[') return { atoms: [{ kind: 'markup', raw: chunk }], end };
  return { atoms: splitChunk(chunk), end };
}

function readBrackets(text: string, at: number, isEnd: boolean): Read | undefined {
  const found = match(BRACKETS, text, at);
  const open: Read = { atoms: [{ kind: 'mark', raw: text.charAt(at) }], end: at + 1 };
  if (!found) {
    // A link may still come, unless the line or the patience ends.
    const rest = text.slice(at + 1);
    return isEnd || rest.length > LONGEST || /[\n[]/.test(rest) ? open : undefined;
  }
  const end = at + found[0].length;
  if (end === text.length && !isEnd) return undefined;
  const inner = found[1] ?? found[2] ?? '';
  if (text.charAt(end) === '(') {
    const target = match(TARGET, text, end);
    if (target) return { atoms: [{ kind: 'link', raw: found[0] + target[0], text: inner, target: target[1] ?? '' }], end: end + target[0].length };
    if (!isEnd && /^\([^()\s]*(?:\([^()\s]*\)?[^()\s]*)*$/.test(text.slice(end)) && text.length - end <= LONGEST) return undefined;
    return { atoms: [{ kind: 'markup', raw: found[0] }], end };
  }
  if (CITED.test(inner)) return { atoms: citationAtoms(text, at, end, inner), end };
  return open;
}

/** Where a citation leaves, what stood on its two sides must not become one word. */
function citationAtoms(text: string, at: number, end: number, inner: string): Atom[] {
  const citation: Atom = { kind: 'citation', raw: text.slice(at, end), numbers: [...inner.matchAll(/\d+/g)].map(([number]) => Number(number)) };
  const [after = ''] = match(CHUNK, text, end) ?? [];
  return /[\p{L}\p{N}]/u.test(after) ? [citation, { kind: 'space', raw: ' ' }] : [citation];
}

/** `[x]: address` gives a link to words elsewhere. */
function readClosing(text: string, at: number, isEnd: boolean): Read | undefined {
  if (at + 1 === text.length && !isEnd) return undefined;
  const isDefinition = /[:([]/.test(text.charAt(at + 1));
  return { atoms: [{ kind: isDefinition ? 'markup' : 'mark', raw: text.charAt(at) }], end: at + 1 };
}

/** A run without blanks: what stands around a word, and the word. */
function splitChunk(chunk: string): Atom[] {
  if (MARKUP.test(chunk)) return [{ kind: 'markup', raw: chunk }];
  const [, before = '', core = '', after = ''] = EDGES.exec(chunk) ?? ['', '', chunk, ''];
  const marks = (raw: string): Atom[] => [...raw].map((one): Atom => ({ kind: 'mark', raw: one }));
  if (core === '') return [...marks(before), ...marks(after)];
  return [...marks(before), { kind: DIGITS.test(core) ? 'number' : /[\p{L}\p{N}]/u.test(core) ? 'word' : 'mark', raw: core }, ...marks(after)];
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
