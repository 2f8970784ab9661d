import { createUnitTable } from './unit-table.ts';

/**
 * Expressions in a trie over characters, to find all of them in one pass: the cost of a text is its
 * length times the depth of what nearly matches, whatever the number of expressions.
 */
export interface WordLexicon<Kind> {
  readonly root: LexiconNode<Kind>;
}

interface LexiconNode<Kind> {
  readonly next: Map<string, LexiconNode<Kind>>;
  /** Kinds of the expressions that end here. */
  readonly kinds: Kind[];
}

/** A word's ending of any length. */
const ANY_ENDING = '*';
const MAX_ENDING = 16;

/** Expressions are plain (see `toPlain`); a blank matches any run of blanks, hyphens and underscores, and nothing at all. */
export function compileLexicon<Kind>(expressions: Iterable<readonly [expression: string, kind: Kind]>): WordLexicon<Kind> {
  const root: LexiconNode<Kind> = { next: new Map(), kinds: [] };
  for (const [expression, kind] of expressions) {
    insert(root, expression, kind);
    if (expression.includes(' ')) insert(root, expression.replaceAll(' ', ''), kind);
  }
  return { root };
}

function insert<Kind>(root: LexiconNode<Kind>, expression: string, kind: Kind): void {
  let node = root;
  for (const unit of expression) {
    let next = node.next.get(unit);
    if (!next) node.next.set(unit, next = { next: new Map(), kinds: [] });
    node = next;
  }
  if (node !== root && !node.kinds.includes(kind)) node.kinds.push(kind);
}

export interface LexiconMatch<Kind> {
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly Kind[];
}

/** All matches in order, none overlapping: the longest at a place wins. */
export function findInLexicon<Kind>(plain: string, { root }: WordLexicon<Kind>): LexiconMatch<Kind>[] {
  const found: LexiconMatch<Kind>[] = [];
  let at = 0;
  while (at < plain.length) {
    const match = mayBegin(plain, at) ? longestMatch(plain, at, at, root) : undefined;
    if (match) found.push({ start: at, ...match });
    at = match ? match.end : at + 1;
  }
  return found;
}

type Ending<Kind> = Omit<LexiconMatch<Kind>, 'start'>;

function longestMatch<Kind>(text: string, start: number, from: number, entry: LexiconNode<Kind>): Ending<Kind> | undefined {
  let best: Ending<Kind> | undefined;
  let node: LexiconNode<Kind> | undefined = entry;
  let at = from;
  while (node) {
    if (at > start && node.kinds.length > 0 && mayEnd(text, at)) best = { end: at, kinds: node.kinds };
    const open = node.next.get(ANY_ENDING);
    if (open) best = longer(best, longestMatch(text, start, skipEnding(text, at), open));
    if (at >= text.length) break;
    const gap = node.next.get(' ') && skipGap(text, at);
    if (gap) {
      node = node.next.get(' ');
      at = gap;
    } else {
      node = node.next.get(text.charAt(at));
      at += 1;
    }
  }
  return best;
}

function longer<Kind>(a: Ending<Kind> | undefined, b: Ending<Kind> | undefined): Ending<Kind> | undefined {
  return !a || (b && b.end > a.end) ? b : a;
}

/** Joins words of an expression: a few blanks, hyphens and the like. */
function skipGap(text: string, at: number): number | undefined {
  let end = at;
  while (end < at + 4 && ' \t\n\r-_’\'.'.includes(text.charAt(end) || 'x')) end += 1;
  return end > at ? end : undefined;
}

function skipEnding(text: string, at: number): number {
  let end = at;
  while (end < at + MAX_ENDING && isLetter(text, end) && !DIGIT.test(text.charAt(end))) end += 1;
  return end;
}

const DIGIT = /[0-9]/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Written without blanks around words, or with endings joined to them. */
const UNBOUNDED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}]/u;
const ARABIC_PREFIX = /[وبلكف]/;

const OTHER = 1;
const BOUNDED_LETTER = 2;
const UNBOUNDED_LETTER = 3;

const classAt = createUnitTable((unit) => {
  if (UNBOUNDED.test(unit)) return UNBOUNDED_LETTER;
  return LETTER.test(unit) ? BOUNDED_LETTER : OTHER;
});

export function isLetter(text: string, at: number): boolean {
  return at < text.length && classAt(text, at) !== OTHER;
}

function mayBegin(text: string, at: number): boolean {
  const here = classAt(text, at);
  if (here !== BOUNDED_LETTER) return here === UNBOUNDED_LETTER;
  if (at === 0 || classAt(text, at - 1) !== BOUNDED_LETTER) return true;
  // "and", "with", "for" are written as one with the Arabic word after them.
  return ARABIC_PREFIX.test(text.charAt(at - 1)) && (at === 1 || classAt(text, at - 2) === OTHER);
}

function mayEnd(text: string, at: number): boolean {
  if (!isLetter(text, at) || classAt(text, at - 1) !== BOUNDED_LETTER || classAt(text, at) === UNBOUNDED_LETTER) return true;
  // "otp829301"
  return DIGIT.test(text.charAt(at)) && !DIGIT.test(text.charAt(at - 1));
}
