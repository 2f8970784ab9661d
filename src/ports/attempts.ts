import type { Rate } from '../domain/admission.ts';

/** Attempts that are counted once for all processes. */
export interface AttemptStore {
  /** Takes one from each of the buckets in order, up to one that is empty; resolves with the ms until that one is not, 0 where none was. */
  take(buckets: readonly { readonly key: string; readonly rate: Rate }[]): Promise<number>;
  /** Fills these buckets. */
  forget(keys: readonly string[]): Promise<void>;
}
