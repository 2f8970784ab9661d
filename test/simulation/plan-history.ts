import type { SeededRandom } from './seeded-random.ts';

export const CONTACTS = ['cleo', 'carl'] as const;
export const AGENTS = ['ana', 'ben', 'sue'] as const;
export const PROCESSES = [0, 1] as const;

/** What the world does to the desk, and how long it waits before, in ms. */
export type Step = { readonly after: number } & (
  | { readonly kind: 'message'; readonly contact: (typeof CONTACTS)[number]; readonly text: 'question' | 'incident' | 'crash' }
  | { readonly kind: 'reconnect'; readonly contact: (typeof CONTACTS)[number] }
  | { readonly kind: 'agent'; readonly agent: (typeof AGENTS)[number]; readonly does: (typeof DEEDS)[number]; readonly of: (typeof CONTACTS)[number] }
  | { readonly kind: 'crash'; readonly process: number }
  | { readonly kind: 'pause'; readonly process: number; readonly ms: number }
  | { readonly kind: 'jump'; readonly ms: number });

const DEEDS = ['connect', 'connect', 'disconnect', 'available', 'away', 'offline', 'claim', 'claim', 'reply', 'reply', 'return', 'resolve', 'release', 'snooze'] as const;

export interface Plan {
  /** Share of calls that fail, are answered late, or meet a conflict. */
  readonly faults: number;
  readonly steps: readonly Step[];
}

/** Up to an agent who is lost, the first term that is missed, and a conversation that nobody went on with. */
const WAITS = [0, 0, 0, 0, 1, 20, 600, 1_500, 5_000, 11_000, 130_000, 1_500_000, 90_000_000] as const;

/** A history is short: what goes wrong needs few steps, and many histories find the few. */
export function planHistory(random: SeededRandom): Plan {
  const isFaulty = random.chance(0.6);
  const steps = Array.from({ length: 5 + random.int(9) }, (): Step => ({ after: random.pick(WAITS), ...planStep(random, isFaulty) }));
  // Somebody is there from the start, or nobody would be given anything.
  const there: Step[] = AGENTS.slice(0, 1 + random.int(3)).map((agent) => ({ after: 0, kind: 'agent', agent, does: 'connect', of: 'cleo' }));
  return { faults: isFaulty ? random.pick([0.01, 0.05, 0.15]) : 0, steps: [...there, ...steps] };
}

function planStep(random: SeededRandom, isFaulty: boolean) {
  const contact = random.pick(CONTACTS);
  const what = random.int(isFaulty ? 24 : 20);
  if (what < 9) return { kind: 'message' as const, contact, text: random.pick(['question', 'incident', 'incident', 'crash'] as const) };
  if (what < 18) return { kind: 'agent' as const, agent: random.pick(AGENTS), does: random.pick(DEEDS), of: contact };
  if (what < 20) return { kind: 'reconnect' as const, contact };
  if (what < 22) return { kind: 'crash' as const, process: random.pick(PROCESSES) };
  if (what < 23) return { kind: 'pause' as const, process: random.pick(PROCESSES), ms: random.pick([500, 4_500, 20_000]) };
  return { kind: 'jump' as const, ms: random.pick([-60_000, 60_000, 3_600_000, 40_000_000]) };
}
