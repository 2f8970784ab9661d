/** Maps places of a text that is written piece by piece to where the pieces come from. */
export interface Places {
  /**
   * The next piece: its length and the units of the source it stands for.
   * @param unitByUnit whether each of its units stands for one unit, or all of them for the whole.
   */
  add(length: number, from: number, to: number, unitByUnit: boolean): void;
  /** The units of the source that a part of the written text stands for; the part is not empty. */
  toSource(start: number, end: number): { start: number; end: number };
}

export function createPlaces(): Places {
  // Numbers side by side and no objects: a text may have a piece a character.
  const begins: number[] = [];
  const sources: number[] = [];
  const sourceEnds: number[] = [];
  let written = 0;

  function pieceAt(at: number): number {
    let low = 0;
    for (let high = begins.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (begins[middle]! <= at) low = middle;
      else high = middle;
    }
    return low;
  }

  return {
    add(length, from, to, unitByUnit) {
      if (length === 0) return;
      begins.push(written);
      sources.push(from);
      sourceEnds.push(unitByUnit ? -1 : to);
      written += length;
    },
    toSource(start, end) {
      const first = pieceAt(start);
      const last = pieceAt(end - 1);
      const from = sources[first]! + (sourceEnds[first] === -1 ? start - begins[first]! : 0);
      return { start: from, end: sourceEnds[last] === -1 ? sources[last]! + end - begins[last]! : sourceEnds[last]! };
    },
  };
}
