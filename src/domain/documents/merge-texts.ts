import { diff3Merge } from 'node-diff3';

export type MergedPiece =
  | { readonly kind: 'agreed'; readonly text: string }
  /** Both changed the same lines, to different words. */
  | { readonly kind: 'clash'; readonly base: string; readonly mine: string; readonly theirs: string };

/**
 * Merges two texts that began as one, line by line. Lines that only one of them changed are taken from
 * that one; where both changed the same lines alike, that is taken once.
 */
export function mergeTexts(base: string, mine: string, theirs: string): readonly MergedPiece[] {
  const regions = diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true });
  return regions.map((region): MergedPiece => (region.ok
    ? { kind: 'agreed', text: region.ok.join('') }
    : { kind: 'clash', mine: (region.conflict?.a ?? []).join(''), base: (region.conflict?.o ?? []).join(''), theirs: (region.conflict?.b ?? []).join('') }));
}

/** The text of a merge; undefined as long as there are clashes that nobody has settled. */
export function joinMerged(pieces: readonly MergedPiece[], settled: ReadonlyMap<number, string> = new Map()): string | undefined {
  const texts = pieces.map((piece, i) => (piece.kind === 'agreed' ? piece.text : settled.get(i)));
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/** Lines with their ends, so that joining them gives the text back. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
