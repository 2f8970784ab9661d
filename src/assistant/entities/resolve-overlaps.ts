import type { Finding } from './finding.ts';

/** A stretch of text of which each place belongs to one finding at most. */
export interface Claims {
  isFree(start: number, end: number): boolean;
  /** Claims the findings that find their places free, those of higher rank first, then the longer, then the surer. */
  claim(findings: readonly Finding[]): Finding[];
}

export function createClaims(length: number): Claims {
  const taken = new Uint8Array(length);
  const isFree = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (taken[at]) return false;
    return true;
  };
  return {
    isFree,
    claim: (findings) => [...findings]
      .sort((a, b) => b.rank - a.rank || (b.end - b.start) - (a.end - a.start) || b.confidence - a.confidence || a.start - b.start)
      .filter(({ start, end }) => {
        const wins = end > start && isFree(start, end);
        if (wins) taken.fill(1, start, end);
        return wins;
      }),
  };
}
