/** So many at once, and in the long run as many in every `ms`. A count of 0 sets no limit. */
export interface Rate {
  readonly count: number;
  readonly ms: number;
}

/** What one process takes on. Rates are per minute; 0 sets no limit. */
export interface Limits {
  readonly contactMessages: number;
  readonly addressMessages: number;
  readonly addressConversations: number;
  readonly conversations: number;
  /** What smells of danger is taken on up to here although everything else says no. */
  readonly incidents: number;
  readonly addressSockets: number;
  readonly sockets: number;
  /** Turns of the assistant under way, and ms that the event loop is late, from which on the process is saturated. */
  readonly turns: number;
  readonly lagMs: number;
}

export const STANDARD_LIMITS: Limits = {
  contactMessages: 60, addressMessages: 600, addressConversations: 60, conversations: 20_000, incidents: 600,
  addressSockets: 500, sockets: 20_000, turns: 500, lagMs: 250,
};

/** Why something was refused. */
export type RefusalReason = 'contact' | 'address' | 'process' | 'saturated';

export type Token = { readonly fullAt: number } | { readonly retryAfterMs: number };

/** A wait shorter than this is arithmetic, ms. */
const GRAIN_MS = 1;

/**
 * Takes one from a bucket. GCRA (ITU-T I.371, annex A) as a leaky bucket whose whole state is one time:
 * when the bucket would be full again.
 * @param fullAt undefined for a bucket that nobody has taken from. One that lies further ahead than a full
 *   bucket explains was written before the clock was set back, and counts as empty.
 */
export function takeToken(fullAt: number | undefined, { count, ms }: Rate, now: number): Token {
  const step = ms / count;
  const next = Math.min(Math.max(fullAt ?? now, now), now + ms) + step;
  const wait = next - now - ms;
  return wait >= Math.min(GRAIN_MS, step / 2) ? { retryAfterMs: wait } : { fullAt: next };
}

/** What there is to do, as it was measured last. */
export interface Work {
  readonly runningTurns: number;
  readonly lagMs: number;
}

/** How near a process is to its limits: saturated from 1 on. */
export function saturationOf({ runningTurns, lagMs }: Work, limits: Pick<Limits, 'turns' | 'lagMs'>): number {
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  return Math.max(share(runningTurns, limits.turns), share(lagMs, limits.lagMs));
}

/** What is begun gives way first; what goes on is taken until twice as much is to be done. */
export function isTooMuch(saturation: number, what: 'begins' | 'goes-on'): boolean {
  return saturation >= (what === 'begins' ? 1 : 2);
}

/** The more there is to do, the later it is worth asking again. In whole steps, so that it is said roughly. */
const STEP_SECONDS = 5;
const MOST_SECONDS = 60;

/** Seconds after which a saturated process may have room again. */
export function secondsUntilRoom(saturation: number): number {
  return Math.min(MOST_SECONDS, STEP_SECONDS * Math.max(1, Math.ceil(saturation)));
}

/** Answers with a second factor: of one account from one place, and from everywhere. Only who knows the password can use them up. */
export const CODE_RATES = {
  here: { count: 10, ms: 15 * 60_000 },
  everywhere: { count: 40, ms: 60 * 60_000 },
} as const satisfies Record<string, Rate>;

/** Attempts to sign in: of one e-mail address from one place, from one place, and of one e-mail address from everywhere. */
export const SIGN_IN_RATES = {
  here: { count: 10, ms: 15 * 60_000 },
  place: { count: 60, ms: 15 * 60_000 },
  everywhere: { count: 300, ms: 60 * 60_000 },
} as const satisfies Record<string, Rate>;
