import type { PresenceStatus } from '../domain/presence.ts';

export interface PresenceRow {
  readonly agentId: string;
  readonly status: PresenceStatus;
  /** When a connection of theirs was seen last, and when the status was chosen; ms since the epoch. */
  readonly seenAt: number;
  readonly changedAt: number;
}

/** Who is there. Survives a restart, so that who does not come back is noticed. */
export interface PresenceStore {
  set(agentId: string, status: PresenceStatus): Promise<void>;
  /** Notes that these are connected now; makes who was not known available. */
  touch(agentIds: readonly string[]): Promise<void>;
  list(): Promise<readonly PresenceRow[]>;
}
