import { randomUUID } from 'node:crypto';
import type { ConversationEvent } from '../../domain/events.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Clock, ConversationQuestions, ConversationStore, Logger, QuestionStore } from '../../ports.ts';
import { createGrouping, type Grouping } from './group-questions.ts';
import type { DescribeQuestion } from './describe-question.ts';
import { readQuestions } from './read-questions.ts';

const EVERY_MS = 2_000;
/** Conversations that are kept in one transaction: few, since whoever writes meanwhile waits for it. */
const BATCH = 10;
/** Between one conversation and the next. Turns come first: what a rush leaves unread is read after it. */
const PAUSE_MS = 15;
const EVENTS = 500;
/** A matter that nobody asked about for so long is a new one when it comes back. */
const GROUPED_MS = 180 * 24 * 60 * 60 * 1000;
/** Longest question that is kept, in UTF-16 code units: what comes after tells no more of the matter. */
const MAX_LENGTH = 1_000;

/** The text with markers in the place of what is the contact's own affair. */
export type CoverPrivate = (text: string, locale: Locale) => string;

/** Reads until nothing is left, or until it is told to end: what was not read is read the next time. */
export type ReadOn = (signal?: AbortSignal) => Promise<void>;

export interface FollowQuestionsOptions {
  readonly questions: Pick<QuestionStore, 'listUnread' | 'listOfConversation' | 'replace' | 'listGroups'>;
  readonly conversations: Pick<ConversationStore, 'read'>;
  readonly describe: DescribeQuestion;
  readonly cover: CoverPrivate;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Reads on in the logs until nothing is left, and keeps what contacts asked. Reading a log again changes nothing. */
export function createReadOn({ questions, conversations, describe, cover, clock, logger }: FollowQuestionsOptions): ReadOn {
  async function readAll(conversationId: string): Promise<ConversationEvent[]> {
    const events: ConversationEvent[] = [];
    for (let more = true; more;) {
      const page = await conversations.read(conversationId, events.at(-1)?.seq ?? 0, EVENTS);
      events.push(...page);
      more = page.length === EVENTS;
    }
    return events;
  }

  async function readOne({ conversationId, ...rest }: { conversationId: string; seq: number; at: number }, grouping: Grouping): Promise<ConversationQuestions> {
    const [events, before] = await Promise.all([readAll(conversationId), questions.listOfConversation(conversationId)]);
    const read = { conversationId, at: rest.at, seq: events.at(-1)?.seq ?? rest.seq };
    try {
      const asked = readQuestions(events).map((question) => ({ ...question, text: question.text === null ? null : shorten(cover(question.text, question.locale)) }));
      return await grouping.place(read, asked, before);
    } catch (error) {
      // One log that cannot be read must not keep the others from being read.
      logger.error('the questions of a conversation could not be read', { conversationId, error: String(error) });
      return { ...read, questions: before };
    }
  }

  return async (signal) => {
    let grouping: Grouping | undefined;
    for (;;) {
      const unread = await questions.listUnread(BATCH);
      if (unread.length === 0 || signal?.aborted) return;
      grouping ??= createGrouping(await questions.listGroups(clock.now() - GROUPED_MS), { describe, newId: randomUUID });
      const read: ConversationQuestions[] = [];
      for (const one of unread) {
        read.push(await readOne(one, grouping));
        await new Promise((resolve) => { setTimeout(resolve, PAUSE_MS); });
      }
      await questions.replace(read, grouping.takeChanged());
    }
  };
}

function shorten(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Keeps reading on in one of the processes. */
export function startFollowingQuestions({ readOn, isLeader, logger }: { readOn: ReadOn; isLeader: () => boolean; logger: Logger }): { stop(): void; settled(): Promise<void> } {
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (running || !isLeader()) return;
    running = readOn(ending.signal).catch((error: unknown) => { logger.error('the logs could not be read on', { error: String(error) }); }).finally(() => { running = undefined; });
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      ending.abort();
    },
    async settled() { await running; },
  };
}
