import type { Ledger } from './ledger.ts';
import type { Measures } from './measures.ts';

/** What all clients of a run share. */
export interface Shared {
  /** Where the desk is reached: one address a process, or that of a balancer. Read anew at every connecting. */
  readonly urls: readonly string[];
  readonly seed: number;
  readonly ledger: Ledger;
  readonly measures: Measures;
  /** When a contact sent a message, by its client id, until a desk has shown it. */
  readonly sentAt: Map<string, number>;
  /** Ms between pings; a line that is silent for three of them is cut and dialled anew. */
  readonly pingMs: number;
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}

/** What the promise resolves with, or undefined where that takes too long. Keeps no process alive. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => { timer = setTimeout(() => { resolve(undefined); }, ms); });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
