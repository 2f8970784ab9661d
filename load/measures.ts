import { percentile } from '../bench/percentiles.ts';

/** What is timed, in ms: to the acknowledgement, to the answer of the assistant, of taking the next, and from contact to desk. */
export const TIMED = ['ack', 'answer', 'claim', 'seen on desk'] as const;
export type Timed = (typeof TIMED)[number];

export interface Measures {
  time(what: Timed, ms: number): void;
  /** Something that happened and is no violation: an error by its code, a connection that closed. */
  count(what: string): void;
  readonly counts: ReadonlyMap<string, number>;
  samples(what: Timed): readonly number[];
}

export function createMeasures(): Measures {
  const samples = new Map<Timed, number[]>(TIMED.map((what) => [what, []]));
  const counts = new Map<string, number>();
  return {
    counts,
    time: (what, ms) => { samples.get(what)?.push(ms); },
    count: (what) => { counts.set(what, (counts.get(what) ?? 0) + 1); },
    samples: (what) => samples.get(what) ?? [],
  };
}

/** A row of the table of latencies. */
export function describeTimed(what: Timed, measures: Measures): readonly string[] {
  const samples = measures.samples(what);
  const shown = (ms: number): string => (samples.length === 0 ? '–' : `${ms.toFixed(1)}`);
  return [what, String(samples.length), ...[0.5, 0.9, 0.99, 1].map((share) => shown(percentile(samples, share)))];
}
