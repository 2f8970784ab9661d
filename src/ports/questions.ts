import type { Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import type { GroupProfile } from '../domain/group-profile.ts';
import type { QuestionOutcome } from '../domain/question-outcome.ts';
import type { Editor } from './documents.ts';

/** A question that a contact asked the assistant, and what became of it. */
export interface Question {
  readonly conversationId: string;
  /** Of the message. */
  readonly seq: number;
  readonly at: number;
  readonly locale: Locale;
  /** Without secrets and without what is private; null where a button was pressed instead. */
  readonly text: string | null;
  readonly outcome: QuestionOutcome;
  readonly intent: Intent;
  /** The article that was given; null where none was. */
  readonly articleId: string | null;
  /** What the contact said of the answer; null where they did not. */
  readonly helped: boolean | null;
  /** The conversation went to a person afterwards. */
  readonly handedOver: boolean;
  /** The group of the same matter; null for what was answered. */
  readonly groupId: string | null;
}

/** Questions about the same matter, in whatever language. */
export interface QuestionGroup {
  readonly id: string;
  /** The question that it began with. */
  readonly example: { readonly text: string; readonly locale: Locale };
  readonly createdAt: number;
  /** What it is about, for finding the group of the next question. */
  readonly profile: GroupProfile;
  /** The article that was started or added to for it; null while none was. */
  readonly startedArticleId: string | null;
  /** When it was closed last; null where it never was, or was opened again by hand. */
  readonly closed: { readonly at: number; readonly by: Editor; readonly total: number; readonly note: string } | null;
}

/** All questions of a conversation up to an event of its log. */
export interface ConversationQuestions {
  readonly conversationId: string;
  /** Of the last event that was read. */
  readonly seq: number;
  /** `updatedAt` of the conversation then. */
  readonly at: number;
  readonly questions: readonly Question[];
}

export interface Span {
  /** Ms since the epoch; `to` is excluded. */
  readonly from: number;
  readonly to: number;
}

/** How many of a group were asked in a span, in one language with one outcome. */
export interface GroupCount {
  readonly groupId: string;
  readonly locale: Locale;
  readonly outcome: QuestionOutcome;
  readonly count: number;
}

/** How an article was used in a span in one language. Conversations are counted once in each. */
export interface ArticleUse {
  readonly articleId: string;
  readonly locale: Locale;
  readonly uses: number;
  readonly helped: number;
  readonly notHelped: number;
  readonly conversations: number;
  readonly handedOver: number;
}

/** What contacts asked, kept beside the log and made of it; losing it costs only reading the log again. */
export interface QuestionStore {
  /** Conversations with events that were not read yet, the earliest changed first. A conversation that was committed late is still found. */
  listUnread(limit: number): Promise<{ readonly conversationId: string; readonly seq: number; readonly at: number }[]>;
  /** What is kept of a conversation, by seq. */
  listOfConversation(conversationId: string): Promise<Question[]>;
  /**
   * Takes the place of all that was kept of these conversations, and keeps the groups that are given with them; one
   * transaction. A conversation of which more was read already stays as it is.
   */
  replace(conversations: readonly ConversationQuestions[], groups: readonly Pick<QuestionGroup, 'id' | 'example' | 'createdAt' | 'profile'>[]): Promise<void>;

  /** Those of which something was asked since then, and those that were begun since then, in the order in which they were begun. */
  listGroups(since: number): Promise<QuestionGroup[]>;
  getGroup(groupId: string): Promise<QuestionGroup | undefined>;
  /** False where there is no such group. */
  closeGroup(groupId: string, closed: QuestionGroup['closed']): Promise<boolean>;
  /** Notes the article that was started for it. False where there is no such group. */
  noteArticle(groupId: string, articleId: string): Promise<boolean>;

  countGroups(span: Span): Promise<GroupCount[]>;
  /** Questions ever of each of these, and when the first and the last were asked; groups without any are left out. */
  totalGroups(groupIds: readonly string[]): Promise<ReadonlyMap<string, { readonly total: number; readonly firstAt: number; readonly lastAt: number }>>;
  /** All that were asked in a span. */
  count(span: Span): Promise<number>;
  /** Of a group, the latest first. */
  listOfGroup(groupId: string, limit: number): Promise<Question[]>;
  /** When each of a group's questions of a span was asked. */
  timesOfGroup(groupId: string, span: Span): Promise<number[]>;

  countUse(span: Span, locale: Locale | null): Promise<ArticleUse[]>;
  /** Answered with an article in a span, the latest first. */
  listOfArticle(articleId: string, span: Span, limit: number): Promise<Question[]>;
}
