import type { ConceptLexicon } from '../../../knowledge/search/text/concept-lexicon.ts';
import { BLANK, classOf, DIGIT, UNSPACED } from './fold-letter.ts';
import type { MatchableText } from './matchable-text.ts';

/** An expression of a lexicon found in a text, with the rest of its word where the expression lets it go on. */
export interface PlacedWord {
  readonly concepts: readonly string[];
  /** Places in the text that `readMatchableText` was given. */
  readonly start: number;
  readonly end: number;
  /** Stands right beside a digit, as in "100usdt" or "trc20". */
  readonly gluedBefore: boolean;
  readonly gluedAfter: boolean;
}

type Node = ConceptLexicon['root'];

/** Longest rest of a word that is still taken along. */
const MAX_REST = 24;
/** More words of a lexicon than a message has room for. What comes after is not looked at. */
const MAX_WORDS = 1_500;

/**
 * Every place where an expression stands, in order; the longest one at a place wins and what is in it
 * is not looked at again. Other than for `findConcepts`, a word may also begin or end between a digit
 * and a letter and between two scripts, as amounts and particles are written.
 */
export function placeWords(matchable: MatchableText, { root }: ConceptLexicon): PlacedWord[] {
  const { text, starts, ends } = matchable;
  const placed: PlacedWord[] = [];
  let at = 0;
  while (at < text.length && placed.length < MAX_WORDS) {
    const match = isEdge(text, at) ? longestMatch(text, at, root) : undefined;
    if (match) {
      placed.push({
        concepts: match.concepts, start: starts[at] ?? 0, end: ends[match.end - 1] ?? 0,
        gluedBefore: isDigit(text, at - 1), gluedAfter: isDigit(text, match.end),
      });
    }
    at = match ? match.end : at + 1;
  }
  return placed;
}

function longestMatch(text: string, start: number, root: Node): { end: number; concepts: string[] } | undefined {
  let best: { end: number; concepts: string[] } | undefined;
  let node: Node | undefined = root;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(text.charAt(at));
    if (!node) break;
    if (node.ends.length === 0) continue;
    const atEdge = isEdge(text, at + 1);
    const concepts = node.ends.filter(({ open }) => open || atEdge).map(({ concept }) => concept);
    if (concepts.length > 0) best = { end: atEdge ? at + 1 : endOfWord(text, at + 1), concepts };
  }
  return best;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && at < from + MAX_REST && !isEdge(text, at)) at += 1;
  return at;
}

/** Whether a word may begin or end between the characters before and at this place. */
function isEdge(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return true;
  const after = classOf(text.charCodeAt(at));
  if (after === UNSPACED) return true;
  const before = classOf(text.charCodeAt(at - 1));
  return before !== after || after === BLANK;
}

function isDigit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === DIGIT;
}
