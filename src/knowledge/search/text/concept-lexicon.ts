import type { ConceptExpressions } from '../../knowledge-base.ts';
import { foldDiacritics, normaliseText } from './normalise-text.ts';
import { isUnspaced } from './split-words.ts';

/**
 * A trie over the characters of all expressions of a lexicon, walked from each place in a text where
 * an expression may begin.
 */
export interface ConceptLexicon {
  readonly root: TrieNode;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Concepts of which an expression ends here, and whether more letters may follow it in its word. */
  readonly ends: { readonly concept: string; readonly open: boolean }[];
}

export function compileConcepts(expressions: ConceptExpressions): ConceptLexicon {
  const root: TrieNode = { next: new Map(), ends: [] };
  for (const [concept, list] of Object.entries(expressions)) {
    for (const expression of list) insert(root, expression, concept);
  }
  return { root };
}

function insert(root: TrieNode, expression: string, concept: string): void {
  const open = expression.endsWith('*');
  let node = root;
  for (const character of matchable(normaliseText(expression))) {
    const next = node.next.get(character) ?? { next: new Map(), ends: [] };
    node.next.set(character, next);
    node = next;
  }
  if (node !== root) node.ends.push({ concept, open });
}

/** Without diacritics and punctuation, one blank between words. Not split by dictionary: an expression may span words. */
function matchable(normalised: string): string {
  return foldDiacritics(normalised).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/**
 * Concepts that a text names, each once, in order of first mention. The longest expression at a place wins.
 * @param normalised text as `normaliseText` returns it.
 */
export function findConcepts(normalised: string, lexicon: ConceptLexicon): string[] {
  return [...new Set(findExpressions(normalised, lexicon).map(({ concept }) => concept))];
}

/** Every expression that a text has, in order, with the words as they stand in it (folded). */
export function findExpressions(normalised: string, { root }: ConceptLexicon): { readonly concept: string; readonly words: string }[] {
  const found: { concept: string; words: string }[] = [];
  const haystack = matchable(normalised);
  let at = 0;
  while (at < haystack.length) {
    const match = longestMatch(haystack, at, root);
    if (match) for (const concept of match.concepts) found.push({ concept, words: haystack.slice(at, match.end) });
    at = nextStart(haystack, match ? Math.max(match.end, at + 1) : at + 1);
  }
  return found;
}

function longestMatch(text: string, start: number, root: TrieNode): { end: number; concepts: string[] } | undefined {
  let best: { end: number; concepts: string[] } | undefined;
  let node: TrieNode | undefined = root;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(text[at]!);
    if (!node) break;
    const atWordEnd = isBoundary(text, at + 1);
    const concepts = node.ends.filter(({ open }) => open || atWordEnd).map(({ concept }) => concept);
    if (concepts.length > 0) best = { end: at + 1, concepts };
  }
  return best;
}

/** The next place where an expression may begin: a word, or any character of a script without spaces. */
function nextStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && !(text[at] !== ' ' && isBoundary(text, at))) at += 1;
  return at;
}

/** Whether a word may begin or end between the characters before and at this place. */
function isBoundary(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at];
  return before === undefined || after === undefined || before === ' ' || after === ' ' || isUnspaced(before) || isUnspaced(after);
}
