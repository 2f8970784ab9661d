import type { Place } from '../reading/nearest-mention.ts';
import { toPlain } from '../reading/to-plain.ts';
import { SEED_LISTS, seedListNumber } from './word-lists.ts';

const KANA_STRETCH = /[\u3041-\u3096]{24,}/g;
const LEAST_WORDS = 11;
const LEAST_WORDS_SPOKEN_OF = 8;
/** A wrong or unknown word between two of the list. */
const MAX_WRONG_LENGTH = 8;

/**
 * Phrases of the Japanese list that are written without blanks. Prose does not come apart into eleven
 * words of the list: it has particles and endings. One place that is no word may be passed over.
 */
export function findKanaPhrases(plain: string, spokenOf: boolean): Place[] {
  return Array.from(plain.matchAll(KANA_STRETCH), ({ 0: stretch, index }) => chain(stretch, spokenOf ? LEAST_WORDS_SPOKEN_OF : LEAST_WORDS)
    .map(({ start, end }) => ({ start: index + start, end: index + end }))).flat();
}

/** The longest chain of words that ends at a place. */
interface Chain {
  readonly words: number;
  readonly start: number;
}
const NONE: Chain = { words: 0, start: -1 };

function chain(stretch: string, least: number): Place[] {
  const clean: Chain[] = new Array<Chain>(stretch.length + 1).fill(NONE);
  const mended: Chain[] = new Array<Chain>(stretch.length + 1).fill(NONE);
  const found: Place[] = [];
  for (let at = 0; at < stretch.length; at++) {
    const before = clean[at]!;
    const beforeMended = longest(mended[at]!, passOver(clean, at));
    for (const end of wordEnds(stretch, at)) {
      clean[end] = longest(clean[end]!, { words: before.words + 1, start: before.words > 0 ? before.start : at });
      if (beforeMended.words > 0) mended[end] = longest(mended[end]!, { words: beforeMended.words + 1, start: beforeMended.start });
      const best = longest(clean[end], mended[end]!);
      if (best.words >= least) add(found, { start: best.start, end });
    }
  }
  return found;
}

function passOver(clean: readonly Chain[], at: number): Chain {
  let best = NONE;
  for (let start = Math.max(0, at - MAX_WRONG_LENGTH); start < at; start++) best = longest(best, clean[start]!);
  return best;
}

function longest(a: Chain, b: Chain): Chain {
  return b.words > a.words ? b : a;
}

function add(found: Place[], place: Place): void {
  const last = found.at(-1);
  if (last && place.start < last.end) found[found.length - 1] = { start: Math.min(last.start, place.start), end: Math.max(last.end, place.end) };
  else found.push(place);
}

interface Node {
  readonly next: Map<string, Node>;
  end: boolean;
}

let root: Node | undefined;

function wordEnds(text: string, at: number): number[] {
  root ??= compile();
  const ends: number[] = [];
  let node: Node | undefined = root;
  for (let end = at; node && end <= text.length; end++) {
    if (node.end) ends.push(end);
    node = node.next.get(text.charAt(end));
  }
  return ends;
}

function compile(): Node {
  const top: Node = { next: new Map(), end: false };
  for (const word of SEED_LISTS[seedListNumber('japanese')]!.words) {
    let node = top;
    for (const kana of toPlain(word.normalize('NFKC'))) {
      let next = node.next.get(kana);
      if (!next) node.next.set(kana, next = { next: new Map(), end: false });
      node = next;
    }
    node.end = true;
  }
  return top;
}
