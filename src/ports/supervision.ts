import type { EventOf } from '../domain/events.ts';
import type { Stretch } from '../domain/stretch.ts';

/** Stretches of conversations, for reports. They are written with the events that make them. */
export interface StretchStore {
  /** Those that began in a period (`to` excluded), in order of that, after one of them. */
  read(period: { readonly from: number; readonly to: number }, after: Stretch | undefined, limit: number): Promise<Stretch[]>;
  /** What happened since then. */
  countSince(since: number): Promise<StretchCounts>;
}

export interface StretchCounts {
  readonly begun: number;
  readonly handed: number;
  /** Resolved by the assistant alone, and all that were resolved. */
  readonly byAssistant: number;
  readonly resolved: number;
  /** Resolved by each agent. */
  readonly byAgent: ReadonlyMap<string, number>;
}

/** Reviews of conversations. They are events of the log, found by when they were written. */
export interface ReviewStore {
  /** Those of a period (`to` excluded), in order of time, after one of them. */
  read(period: { readonly from: number; readonly to: number }, after: Review | undefined, limit: number): Promise<Review[]>;
}
export type Review = EventOf<'conversation.reviewed'>;
