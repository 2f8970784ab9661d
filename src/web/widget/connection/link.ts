import type { ContactConversation } from '../../../protocol/contact.ts';
import type { ContactEvent, Speaker } from '../conversation/contact-event.ts';
import type { OutboxEntry } from '../conversation/outbox.ts';

/** What a connection, of whatever kind, tells the conversation. */
export interface LinkListener {
  /** Who the contact is from now on, and the newest conversation; its events follow. */
  onWelcome(token: string, conversation: ContactConversation | null): void;
  onEvents(conversationId: string, events: readonly ContactEvent[]): void;
  /** The place in line, within how many minutes most were served lately, and whether somebody of the team is there. */
  onPlace(conversationId: string, place: number | null, waitMinutes: number | null, staffed: boolean): void;
  /** A colleague has read up to there. */
  onRead(conversationId: string, seq: number): void;
  onTyping(conversationId: string, from: Speaker): void;
  /** A piece of the answer that is being written; one that begins at 0 begins anew. */
  onPartial(conversationId: string, piece: { readonly at: number; readonly text: string }): void;
  onAcknowledged(id: string, conversationId: string): void;
  /** `later`: the server asks to try again, in so many seconds where it says `retryAfter`. */
  onRefused(id: string, reason: { later: boolean; retryAfter?: number | undefined }): void;
  onStatus(status: LinkStatus): void;
}

/** `online`: what is sent now arrives now. `offline` is shown to the contact; `connecting` is not. */
export type LinkStatus = 'connecting' | 'online' | 'offline';

/** Where the client stands when a link (re)connects. */
export interface Position {
  readonly token: string | null;
  readonly conversationId: string | null;
  readonly cursor: number;
}

export interface Link {
  /** Takes the entry, or returns false where there is no connection. Each taken entry is acknowledged or refused, unless the status changes first. */
  send(entry: OutboxEntry): boolean;
  typing(conversationId: string): void;
  /** The contact has seen messages up to there; false where there is no connection. */
  read(conversationId: string, seq: number): boolean;
  /** Connects anew, as whoever `position()` says now. */
  restart(): void;
  stop(): void;
}

const LATER = new Set(['too-many-requests', 'unavailable', 'internal']);

/** Whether the same request may succeed another time. */
export function isWorthRetrying(code: string): boolean {
  return LATER.has(code);
}
