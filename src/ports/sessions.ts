/** How somebody proved that they are who the password says; null where nothing more was asked. */
export type SecondProof = 'totp' | 'passkey' | 'recovery' | 'provider';

/** Where a session is used. */
export interface Visit {
  /** Undefined behind a proxy that was not named: nobody can say then. */
  readonly address: string | null;
  /** As `describeDevice` reads it off the `User-Agent`: `Firefox 140 · macOS`; empty where it says nothing. */
  readonly device: string;
}

/** Times are ms since the epoch. */
export interface StoredSession extends Visit {
  /** SHA-256 of the token, from which nobody gets to the token: the id by which the session is spoken of. */
  readonly id: string;
  readonly agentId: string;
  readonly openedAt: number;
  /** When somebody last did something with it. */
  readonly seenAt: number;
  readonly expiresAt: number;
  readonly proof: SecondProof | null;
  /** When password or second factor was last asked for and right. */
  readonly provedAt: number;
}

/** Agents' sessions. Those of who leaves, or whose password is set anew, go with `AgentStore.update` and `setPassword`. */
export interface SessionStore {
  /** Forgets those that are over along the way. */
  open(session: StoredSession): Promise<void>;
  /** Undefined where unknown; the caller compares the times with its clock. */
  find(id: string): Promise<StoredSession | undefined>;
  /** Of one agent, the one that was used last first. */
  list(agentId: string): Promise<StoredSession[]>;
  /** That something was done with it. */
  see(id: string, at: number): Promise<void>;
  /** That its holder proved anew who they are. */
  prove(id: string, proof: SecondProof | null, at: number): Promise<void>;
  /** False where it is not one of this agent's. */
  close(agentId: string, id: string): Promise<boolean>;
  /** All of the agent's but one; how many there were. */
  closeOthers(agentId: string, but: string | null): Promise<number>;
}
