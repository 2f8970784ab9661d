import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent } from '../../domain/events.ts';
import type { ConversationQuestions, Question } from '../../ports.ts';
import { createRecordingLogger } from '../../../test/fakes/recording-logger.ts';
import type { DescribeQuestion } from './describe-question.ts';
import { createReadOn } from './follow-questions.ts';

/** A log with one question that was asked back about. */
const logOf = (conversationId: string, text: string): ConversationEvent[] => [
  { conversationId, seq: 1, at: 1, type: 'conversation.started', data: { contactId: 'c', caseNumber: 'n', locale: 'en', channel: 'widget' } },
  { conversationId, seq: 2, at: 2, type: 'message.received', data: { clientMessageId: 'message-1', text } },
  { conversationId, seq: 3, at: 3, type: 'turn.decided', data: {
    ofSeq: 2, action: 'clarify', failed: true, team: 'general', ranking: [], reasons: [],
    understanding: { locale: 'en', intent: 'out_of_scope', urgency: 'low', confidence: 1, mood: 'calm', entities: [], evidence: [], reasons: [] },
  } },
];

function follow(logs: Readonly<Record<string, string>>, describeOne: DescribeQuestion = () => Promise.resolve({ size: 1, classes: {}, concepts: {}, words: { en: { same: 1 } } })) {
  const kept = new Map<string, ConversationQuestions>();
  const logger = createRecordingLogger();
  const groups = new Set<string>();
  const readOn = createReadOn({
    logger, clock: { now: () => 10 }, describe: describeOne, cover: (text) => text.replace(/\S+@\S+/, '⟨email⟩'),
    conversations: { read: (id, after, limit) => Promise.resolve(logOf(id, logs[id] ?? '').filter(({ seq }) => seq > after).slice(0, limit)) },
    questions: {
      listUnread: (limit) => Promise.resolve(Object.keys(logs).filter((id) => !kept.has(id)).slice(0, limit).map((conversationId) => ({ conversationId, seq: 3, at: 3 }))),
      listOfConversation: () => Promise.resolve([]),
      listGroups: () => Promise.resolve([]),
      replace(conversations, changed) {
        for (const one of conversations) kept.set(one.conversationId, one);
        for (const { id } of changed) groups.add(id);
        return Promise.resolve();
      },
    },
  });
  const questions = (): readonly Question[] => [...kept.values()].flatMap((one) => one.questions);
  return { readOn, kept, groups, logger, questions };
}

describe('createReadOn', () => {
  it('reads everything there is, batch after batch, into one grouping', async () => {
    const followed = follow(Object.fromEntries(Array.from({ length: 120 }, (_one, i) => [`c${i}`, 'the same question'])));
    await followed.readOn();
    expect(followed.questions()).toHaveLength(120);
    expect(new Set(followed.questions().map(({ groupId }) => groupId))).toEqual(followed.groups);
    expect(followed.groups.size).toBe(1);
  });

  it('keeps what is private covered, and what is endless short', async () => {
    const followed = follow({ a: 'write to jo@x.example', b: 'long '.repeat(1_000) });
    await followed.readOn();
    expect(followed.questions()[0]?.text).toBe('write to ⟨email⟩');
    expect(followed.questions()[1]?.text).toHaveLength(1_000);
  });

  it('goes on where one log cannot be read, and says so', async () => {
    const followed = follow({ a: 'bad question', b: 'good question' }, (text) => (text.startsWith('bad') ? Promise.reject(new Error('no')) : Promise.resolve({ size: 1, classes: {}, concepts: {}, words: {} })));
    await followed.readOn();
    expect(followed.kept.get('a')).toMatchObject({ seq: 3, questions: [] });
    expect(followed.kept.get('b')?.questions).toHaveLength(1);
    expect(JSON.stringify(followed.logger)).toContain('could not be read');
  });

  it('ends between two batches when it is told to', async () => {
    const ending = new AbortController();
    ending.abort();
    const followed = follow({ a: 'q?' });
    await followed.readOn(ending.signal);
    expect(followed.kept.size).toBe(0);
  });
});
