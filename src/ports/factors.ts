/** What somebody has beside the password: an authenticator app, or a passkey. */
export interface Factor {
  readonly id: string;
  readonly agentId: string;
  readonly kind: 'totp' | 'passkey';
  /** As its owner calls it. */
  readonly name: string;
  readonly addedAt: number;
  readonly usedAt: number | null;
  /** Sealed: the app's secret, or what the passkey's answers are checked by. */
  readonly sealed: string;
  /** The last time step of a code, or counter of a passkey, that was used; -1 before the first. */
  readonly counter: number;
}

/** What is under way between two requests of one browser: a sign-in, an enrolment. */
export interface Ceremony {
  /** SHA-256 of the cookie that carries it. */
  readonly id: string;
  /** Null while nobody knows who it will be. */
  readonly agentId: string | null;
  readonly expiresAt: number;
  /** JSON of whoever began it. */
  readonly data: string;
}

export interface FactorStore {
  add(factor: Factor): Promise<void>;
  /** Of one agent, the one that was added first first. */
  list(agentId: string): Promise<Factor[]>;
  /** Of everybody, without what is sealed. */
  countAll(): Promise<Map<string, number>>;
  /**
   * Notes a use; false, and nothing, where a counter as high was used already (never, with null), so that of two who come with the
   * same code one is let in.
   */
  use(factorId: string, counter: number | null, at: number): Promise<boolean>;
  /** False where it is not one of this agent's. */
  remove(agentId: string, factorId: string): Promise<boolean>;
  /** Every factor and recovery code of the agent; how many factors there were. */
  removeAll(agentId: string): Promise<number>;
  /** In the place of those that there were. */
  setRecovery(agentId: string, hashes: readonly string[]): Promise<void>;
  /** False where it is none of theirs, or was used. */
  useRecovery(agentId: string, hash: string): Promise<boolean>;
  countRecovery(agentId: string): Promise<number>;
  /** In the place of the one with the same id. Forgets those that are over along the way. */
  begin(ceremony: Ceremony): Promise<void>;
  /** Undefined where unknown or over. */
  findCeremony(id: string): Promise<Ceremony | undefined>;
  /** False where it ended already: of two who finish the same, one does. */
  end(id: string): Promise<boolean>;
}
