import { describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createLocalDoorbell } from '../adapters/system/doorbell.ts';
import type { AssistantSeat } from '../domain/assistant-seat.ts';
import type { TurnDraft } from '../domain/ownership.ts';
import { createManualClock } from '../../test/fakes/manual-clock.ts';
import { createMemoryConversationStore } from '../../test/fakes/memory-conversation-store.ts';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import { createApplyCommand } from './apply-command.ts';
import { createHandOver } from './hand-over.ts';
import { createTakeTurn } from './take-turn.ts';

const sent = (text: string): TurnDraft => ({
  type: 'message.sent', data: { author: { kind: 'assistant' }, kind: 'answer', text, locale: 'en', citations: [], choices: [] },
});

async function setUp(respond: AssistantSeat['respond'], turnLimitMs = 60_000) {
  const conversations = createMemoryConversationStore(createManualClock());
  const doorbell = createLocalDoorbell();
  const applyCommand = createApplyCommand({ conversations, doorbell });
  const assistant: AssistantSeat = {
    respond,
    hear: () => Promise.resolve([]),
    handOver: (_conversation, reason, requestedBy) => ({
      handoff: { team: 'general', urgency: 'normal', reason, requestedBy, ask: [] },
      message: { author: { kind: 'assistant' }, kind: 'notice', text: 'a colleague takes over', locale: 'en', citations: [], choices: [] },
    }),
    askWhetherSolved: () => ({ author: { kind: 'assistant' }, kind: 'follow-up', text: 'solved?', locale: 'en', citations: [], choices: [] }),
  };
  const { conversation } = await conversations.start({
    id: uuidv7(), startKey: 'key',
    drafts: [
      { type: 'conversation.started', data: { contactId: 'contact', caseNumber: 'case', locale: 'en', channel: 'widget' } },
      { type: 'message.received', data: { clientMessageId: 'message-1', text: 'hello' } },
    ],
  });
  const takeTurn = createTakeTurn({ conversations, handOver: createHandOver({ applyCommand, assistant }), doorbell, assistant, logger: silentLogger, turnLimitMs });
  const types = async () => (await conversations.read(conversation.id, 2, 100)).map(({ type }) => type);
  return { id: conversation.id, conversations, applyCommand, takeTurn, types };
}

describe('a turn', () => {
  it('answers what is unanswered', async () => {
    const { id, takeTurn, types, conversations } = await setUp(() => Promise.resolve([sent('hi')]));
    expect(await takeTurn(id)).toBe('done');
    expect(await types()).toEqual(['message.sent']);
    expect((await conversations.get(id))?.unansweredSeq).toBeNull();
  });

  it('is not taken twice', async () => {
    const { id, takeTurn, types } = await setUp(() => Promise.resolve([sent('hi')]));
    await takeTurn(id);
    await takeTurn(id);
    expect(await types()).toEqual(['message.sent']);
  });

  it('drops its answer when an agent took over meanwhile', async () => {
    const desk = await setUp(async () => {
      await desk.applyCommand(desk.id, { type: 'claim', actor: { agentId: 'ana', name: 'Ana', oversees: false } });
      return [sent('too late')];
    });
    expect(await desk.takeTurn(desk.id)).toBe('again');
    expect(await desk.takeTurn(desk.id)).toBe('done');
    expect(await desk.types()).toEqual(['conversation.assigned']);
  });

  it('looks again when another message came meanwhile, and then answers both', async () => {
    let turns = 0;
    const desk = await setUp(async ({ events }) => {
      turns += 1;
      if (turns === 1) await desk.applyCommand(desk.id, { type: 'receive', message: { clientMessageId: 'message-2', text: 'and one more' } });
      return [sent(events.flatMap((event) => (event.type === 'message.received' ? [event.data.text] : [])).join(', '))];
    });
    expect(await desk.takeTurn(desk.id)).toBe('again');
    await desk.takeTurn(desk.id);
    const [, answer] = await desk.conversations.read(desk.id, 2, 100);
    expect(answer?.type === 'message.sent' && answer.data.text).toBe('hello, and one more');
  });

  it('keeps its answer when only a rating came meanwhile', async () => {
    const desk = await setUp(async () => {
      await desk.applyCommand(desk.id, { type: 'note', note: { author: { kind: 'agent', agentId: 'sue', name: 'Sue' }, text: 'watching', clientMessageId: 'note-1-x' } });
      return [sent('hi')];
    });
    expect(await desk.takeTurn(desk.id)).toBe('done');
    expect(await desk.types()).toEqual(['note.added', 'message.sent']);
  });

  it('reopens nothing that an agent resolved while the assistant failed', async () => {
    const ana = { agentId: 'ana', name: 'Ana', oversees: false };
    const desk = await setUp(async () => {
      await desk.applyCommand(desk.id, { type: 'claim', actor: ana });
      await desk.applyCommand(desk.id, { type: 'resolve', actor: ana, seenSeq: 3 });
      throw new Error('broken');
    });
    await desk.takeTurn(desk.id);
    expect(await desk.types()).toEqual(['conversation.assigned', 'conversation.resolved']);
  });

  it('hands over when the assistant fails', async () => {
    const { id, takeTurn, types, conversations } = await setUp(() => Promise.reject(new Error('broken')));
    expect(await takeTurn(id)).toBe('again');
    expect(await types()).toEqual(['handoff.requested', 'message.sent']);
    expect((await conversations.get(id))?.owner).toEqual({ kind: 'queue', team: 'general' });
  });

  it('hands over when the assistant takes too long', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    try {
      const { id, takeTurn, types } = await setUp(() => new Promise(() => undefined), 1_000);
      const turn = takeTurn(id);
      await jest.advanceTimersByTimeAsync(1_000);
      await turn;
      expect(await types()).toEqual(['handoff.requested', 'message.sent']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves alone what an agent took while the assistant failed', async () => {
    const desk = await setUp(async () => {
      await desk.applyCommand(desk.id, { type: 'claim', actor: { agentId: 'ana', name: 'Ana', oversees: false } });
      throw new Error('broken');
    });
    await desk.takeTurn(desk.id);
    expect(await desk.types()).toEqual(['conversation.assigned']);
  });
});
