/**
 * What clients saw and were told, kept for the check at the end. One ledger a run, shared by all
 * clients; it holds nothing but what came over the wire.
 */

/** An event as a client of either side gets it. */
export interface WireEvent {
  readonly conversationId: string;
  readonly seq: number;
  /** Ms since the epoch. */
  readonly at: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message that its sender was told is durable. */
export interface Acknowledged {
  /** Made by the client. */
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly sender: string;
  /** Its place among all that the sender sent, counted from 0: a sender waits for one before the next. */
  readonly order: number;
}

export type ViolationKind =
  | 'lost' | 'doubled' | 'out of order' | 'gap' | 'two voices' | 'two owners' | 'nowhere' | 'unanswered' | 'contradiction' | 'not told' | 'two leaders' | 'not served' | 'wrong error';

/** Something that must never be. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly conversationId: string;
  /** What exactly, for whoever looks into it. */
  readonly detail: string;
}

export interface Ledger {
  /** `seq` may be told again for the same id, never another. */
  acknowledge(message: Acknowledged): void;
  /** Both sides must be shown the same under the same number. */
  see(event: WireEvent): void;
  report(violation: Violation): void;
  acknowledgedIn(conversationId: string): readonly Acknowledged[];
  /** What was seen of a conversation, by `seq`. */
  seenIn(conversationId: string): ReadonlyMap<number, string>;
  /** Every conversation that anybody was told of. */
  conversations(): readonly string[];
  countAcknowledged(): number;
  /** What was found while it ran. */
  readonly violations: readonly Violation[];
}

export function createLedger(): Ledger {
  const byId = new Map<string, Acknowledged>();
  const byConversation = new Map<string, Acknowledged[]>();
  const seen = new Map<string, Map<number, string>>();
  const violations: Violation[] = [];

  return {
    violations,
    report: (violation) => { violations.push(violation); },
    acknowledge(message) {
      const before = byId.get(message.id);
      if (!before) {
        byId.set(message.id, message);
        byConversation.set(message.conversationId, [...byConversation.get(message.conversationId) ?? [], message]);
      } else if (before.seq !== message.seq || before.conversationId !== message.conversationId) {
        violations.push({ kind: 'doubled', conversationId: message.conversationId, detail: `message ${message.id} was acknowledged as ${before.conversationId} ${before.seq} and as ${message.conversationId} ${message.seq}` });
      }
    },
    see(event) {
      const known = seen.get(event.conversationId) ?? new Map<number, string>();
      seen.set(event.conversationId, known);
      const print = fingerprint(event);
      const before = known.get(event.seq);
      if (before !== undefined && before !== print) violations.push({ kind: 'contradiction', conversationId: event.conversationId, detail: `event ${event.seq} was shown as "${before}" and as "${print}"` });
      known.set(event.seq, print);
    },
    acknowledgedIn: (conversationId) => byConversation.get(conversationId) ?? [],
    seenIn: (conversationId) => seen.get(conversationId) ?? new Map(),
    conversations: () => [...new Set([...byConversation.keys(), ...seen.keys()])],
    countAcknowledged: () => byId.size,
  };
}

/** What is the same for every audience. */
export function fingerprint({ type, at, data }: WireEvent): string {
  const text = typeof data['text'] === 'string' ? data['text'] : '';
  const id = typeof data['clientMessageId'] === 'string' ? data['clientMessageId'] : '';
  return `${type} ${at} ${id} ${text.slice(0, 40)}`;
}
