import type { AuditAction, AuditEntry, NewAuditEntry } from '../domain/audit.ts';

export interface AuditFilter {
  readonly actions?: readonly AuditAction[];
  readonly actorId?: string;
  readonly subject?: string;
  /** Ms since the epoch; `until` excluded. */
  readonly since?: number;
  readonly until?: number;
}

/** Where the chain holds no more; `seq` is the entry that is wrong or missing. */
export interface BrokenChain {
  readonly seq: number;
  readonly problem: 'changed' | 'missing' | 'unlinked';
}

/** What was done, by whom: append-only, each entry linked to the one before by a hash. */
export interface AuditStore {
  /** Durable when it resolves. Entries of several processes form one chain. */
  append(entry: NewAuditEntry): Promise<AuditEntry>;
  /** The latest first; `before` is the `seq` of the last of the page before, null for the first page. */
  list(filter: AuditFilter, before: number | null, limit: number): Promise<AuditEntry[]>;
  /** Reads everything and computes every hash anew. */
  verify(): Promise<{ readonly entries: number; readonly head: string } | BrokenChain>;
}
