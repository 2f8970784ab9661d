import type { ThreadAddressee } from './events.ts';
import type { HandoffReason } from './handoff.ts';
import type { Intent } from './intents.ts';
import type { Locale } from './locales.ts';
import type { DueTimes, SlaClock } from './sla.ts';
import type { Team } from './teams.ts';
import type { Urgency } from './urgencies.ts';

/** Who must act next: exactly one at a time. */
export type Owner =
  | { readonly kind: 'assistant' }
  | { readonly kind: 'queue'; readonly team: Team }
  | { readonly kind: 'agent'; readonly team: Team; readonly agentId: string; readonly name: string };

export type Status = 'open' | 'resolved';

/** A side thread that is open. */
export interface SideThread {
  readonly threadId: string;
  readonly to: ThreadAddressee;
  readonly lastAt: number;
  /** True while those to whom it was put have the word. */
  readonly waits: boolean;
}

/** The state of a conversation: what its events fold to. Stored beside the log in the same transaction. */
export interface Conversation {
  readonly id: string;
  readonly contactId: string;
  readonly caseNumber: string;
  readonly channel: string;
  readonly locale: Locale;
  readonly status: Status;
  readonly owner: Owner;
  /** The team that it was handed to last, also after it was returned or resolved; null before any handoff. */
  readonly team: Team | null;
  /** The team of what it was about last; null before the assistant's first turn. */
  readonly topic: Team | null;
  /** Country of the contact's browser; null where it did not say. */
  readonly region: string | null;
  readonly urgency: Urgency;
  readonly intent: Intent | null;
  /** `seq` of the last event. */
  readonly seq: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it began to wait for a person, until it is returned or resolved. A release keeps the first time, so that it goes to the head. */
  readonly queuedAt: number | null;
  /** The contact's first message that nobody answered yet, and when it came; null when all are answered. */
  readonly unansweredSeq: number | null;
  readonly unansweredAt: number | null;
  /** `seq` of the contact's last message; 0 before the first. */
  readonly contactSeq: number;
  /** `seq` of the contact's last message that the assistant understood, answered or not; 0 before the first. */
  readonly heardSeq: number;
  /** `seq` at which an agent took it last; 0 before that. */
  readonly assignedSeq: number;
  /** When an agent took it last, and how long it had waited for that, in ms; null before that. */
  readonly assignedAt: number | null;
  readonly waitedMs: number | null;
  /** Questions about one thing that the assistant could not answer, or whose answer did not help. */
  readonly failedTurns: number;
  /** Answers in a row of which the contact said that they did not help. */
  readonly unhelpfulAnswers: number;
  /** Attempts to change the assistant's rules or to get at what is not the contact's. */
  readonly attacks: number;
  readonly lastMessage: { readonly from: 'contact' | 'assistant' | 'agent'; readonly text: string; readonly at: number } | null;
  readonly rating: number | null;
  /** True where the contact said that the assistant's last answer helped. */
  readonly helped: boolean;
  /** The contact's time zone; null where the browser did not say. */
  readonly timeZone: string | null;
  /** Where the contact can be reached when the window is closed; null where they did not say. */
  readonly email: string | null;
  /** When it went to people, and when one first replied: since it was opened or reopened; null before that. */
  readonly handedAt: number | null;
  readonly respondedAt: number | null;
  /** Why it went to people last; null where somebody stepped in, or before. */
  readonly handoffReason: HandoffReason | null;
  /** Who had it last; kept after it was released, returned or resolved. */
  readonly lastAgent: { readonly agentId: string; readonly name: string } | null;
  /** Who has or had it in this stretch; null while nobody had. */
  readonly stretchAgent: { readonly agentId: string; readonly name: string } | null;
  /** It was not solved and waits for who had it; until somebody takes it. */
  readonly cameBack: boolean;
  /** Who gave it back to the queue last, and is not given it again by routing; null where nobody did. */
  readonly releasedBy: string | null;
  /** Hidden from its owner's list until then; null while it is not. */
  readonly snoozedUntil: number | null;
  readonly threads: readonly SideThread[];
  /** Agents whom a note calls and who have not looked. */
  readonly mentioned: readonly string[];
  /** Agents whom a note ever called: having looked, they may still read what they were called to. */
  readonly invited: readonly string[];
  /** When and by whom it was resolved last; kept after it was reopened. */
  readonly resolvedAt: number | null;
  readonly resolvedBy: 'agent' | 'assistant' | null;
  /** When the contact was asked whether it is solved, and what they said. */
  readonly followedUpAt: number | null;
  readonly solved: boolean | null;
  readonly reviewed: boolean;
  /** Counts the stretches: 1 from the start, one more each time it is reopened; and when this one began. */
  readonly stretch: number;
  readonly stretchAt: number;
  /** What the assistant's own resolution rests on; null where people resolved it. */
  readonly basis: 'confirmed' | 'assumed' | null;
  readonly ratingComment: string | null;
  /** Run by the storage as events are appended, by the terms of that moment. */
  readonly sla: SlaClock;
  /** The due times of which people were warned, and those that passed. */
  readonly warned: DueTimes;
  readonly breached: DueTimes;
}

/** True where the assistant owes the contact an answer. */
export function needsTurn({ status, owner, unansweredSeq }: Conversation): boolean {
  return status === 'open' && owner.kind === 'assistant' && unansweredSeq !== null;
}

/** True where people have the conversation and the assistant has not yet listened to what the contact wrote. */
export function needsHearing({ status, owner, contactSeq, heardSeq }: Conversation): boolean {
  return status === 'open' && owner.kind !== 'assistant' && contactSeq > heardSeq;
}
