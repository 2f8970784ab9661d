import type { Choose } from '../load/choose.ts';
import type { Violation } from '../load/ledger.ts';
import type { RunningLoad } from '../load/run-load.ts';
import type { Cluster, ClusterOptions, Database } from './cluster.ts';

export interface FaultContext {
  readonly cluster: Cluster;
  readonly load: RunningLoad;
  readonly choose: Choose;
  /** Something was done; the report says when. */
  log(what: string): void;
  report(violation: Pick<Violation, 'kind' | 'detail'>): void;
  /** Lets time pass under load. */
  hold(ms: number): Promise<void>;
  /** Resolves when a contact at one of these addresses, of a socket of its own, is acknowledged and answered. */
  untilServed(urls?: readonly string[]): Promise<void>;
}

/** Something that goes wrong. `run` leaves everything mended behind it. */
export interface Fault {
  readonly name: string;
  readonly what: string;
  readonly databases: readonly Database[];
  readonly needs?: Partial<Pick<ClusterOptions, 'diskMb' | 'shiftsClock'>>;
  run(context: FaultContext): Promise<void>;
}
