import type { Agent } from '../domain/agent.ts';
import type { Conversation, Status } from '../domain/conversation.ts';
import type { ConversationEvent } from '../domain/events.ts';
import type { Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import type { SearchTerm } from '../domain/search/search-term.ts';
import type { Team } from '../domain/teams.ts';
import type { Urgency } from '../domain/urgencies.ts';

/** What is looked for among conversations: all of it must hold, and of a list any. What is absent is not asked. */
export interface SearchRequest {
  /** Nothing is found that this agent may not read. */
  readonly reader: Pick<Agent, 'id' | 'role' | 'teams'>;
  /** All of them in one message, note or side thread; none looks at the conversations alone. */
  readonly terms: readonly SearchTerm[];
  readonly filter: SearchFilter;
}

export interface SearchFilter {
  /** Who has it, or had it last. */
  readonly agentIds?: readonly string[];
  /** To whom it was handed last. */
  readonly teams?: readonly Team[];
  readonly intents?: readonly Intent[];
  readonly locales?: readonly Locale[];
  readonly urgencies?: readonly Urgency[];
  readonly statuses?: readonly Status[];
  readonly contactIds?: readonly string[];
  readonly caseNumbers?: readonly string[];
  /** Ms since the epoch, `until` excluded: when it was said, or, without terms, when the conversation last changed. */
  readonly since?: number;
  readonly until?: number;
}

export interface FoundConversation {
  readonly conversation: Conversation;
  /** The newest event in which all terms stand; null without terms. */
  readonly said: ConversationEvent | null;
}

export interface SearchPage {
  readonly found: readonly FoundConversation[];
  /** Where the next page begins; null where there is none. A page may have fewer than were asked for, and a next one. */
  readonly next: string | null;
}

/** Finds conversations by what was said in them and by what they are. What was appended is found at once. */
export interface ConversationSearch {
  /**
   * Each conversation once, by the newest that was said or changed. Never holds other work up for long.
   * @param after `next` of the page before; null for the first. Rejects with AppError `invalid-input` (`cursor`) where it is none.
   */
  find(request: SearchRequest, after: string | null, limit: number): Promise<SearchPage>;
}
