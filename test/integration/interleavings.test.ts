import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLocalDoorbell } from '../../src/adapters/system/doorbell.ts';
import { createApplyCommand } from '../../src/conversation/apply-command.ts';
import { createReceiveMessage } from '../../src/conversation/receive-message.ts';
import { createHandOver } from '../../src/conversation/hand-over.ts';
import { createTakeTurn } from '../../src/conversation/take-turn.ts';
import { createTurnTaker } from '../../src/conversation/turn-taker.ts';
import type { AssistantSeat } from '../../src/domain/assistant-seat.ts';
import { needsTurn } from '../../src/domain/conversation.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { ConversationEvent } from '../../src/domain/events.ts';
import type { Actor, Command } from '../../src/domain/ownership.ts';
import type { ConversationStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createMemoryConversationStore } from '../fakes/memory-conversation-store.ts';
import { silentLogger } from '../fakes/silent-logger.ts';

/** How many histories are tried; each is a random set of steps in a random interleaving. */
const RUNS = 10_000;

const AGENTS: readonly Actor[] = [
  { agentId: 'ana', name: 'Ana', oversees: false },
  { agentId: 'ben', name: 'Ben', oversees: false },
  { agentId: 'sue', name: 'Sue', oversees: true },
];

type Step =
  | { readonly kind: 'message'; readonly id: string; readonly text: 'question' | 'incident' | 'crash'; readonly twice: boolean }
  | { readonly kind: 'claim' | 'release' | 'return' | 'resolve' | 'reply' | 'disconnect'; readonly agent: Actor };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('message' as const), id: fc.uuid(), text: fc.constantFrom('question' as const, 'incident' as const, 'crash' as const), twice: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('claim' as const, 'release' as const, 'return' as const, 'resolve' as const, 'reply' as const, 'disconnect' as const), agent: fc.constantFrom(...AGENTS) }) },
);

const assistant: AssistantSeat = {
  respond({ conversation, events }) {
    const texts = events.flatMap((event) => (event.type === 'message.received' && event.seq >= (conversation.unansweredSeq ?? 0) ? [event.data.text] : []));
    if (texts.includes('crash')) return Promise.reject(new Error('the assistant crashed'));
    const message = { author: { kind: 'assistant' as const }, kind: 'answer' as const, text: 'answer', locale: 'en' as const, citations: [], choices: [] };
    return Promise.resolve([
      ...(texts.includes('incident') ? [{ type: 'handoff.requested' as const, data: { team: 'security' as const, urgency: 'critical' as const, reason: 'incident' as const, requestedBy: 'assistant' as const, ask: [] } }] : []),
      { type: 'message.sent', data: message },
    ]);
  },
  hear: ({ conversation }) => Promise.resolve([{
    type: 'message.understood',
    data: { ofSeq: conversation.contactSeq, understanding: { locale: 'en', intent: 'deposit_help', urgency: 'low', confidence: 1, mood: 'calm', entities: [], evidence: [], reasons: [] } },
  }]),
  handOver: () => ({
    handoff: { team: 'general', urgency: 'normal', reason: 'assistant-failed', requestedBy: 'system', ask: [] },
    message: { author: { kind: 'assistant' }, kind: 'notice', text: 'a colleague takes over', locale: 'en', citations: [], choices: [] },
  }),
  askWhetherSolved: () => ({ author: { kind: 'assistant' }, kind: 'follow-up', text: 'solved?', locale: 'en', citations: [], choices: [] }),
};

/** Every call of the store waits until the scheduler lets it go on, so that any order of steps can happen. */
function interleave(store: ConversationStore, scheduler: fc.Scheduler): ConversationStore {
  return {
    ...store,
    get: scheduler.scheduleFunction(store.get),
    append: scheduler.scheduleFunction(store.append),
    read: scheduler.scheduleFunction(store.read),
    findByClientMessageId: scheduler.scheduleFunction(store.findByClientMessageId),
  };
}

async function play(steps: readonly Step[], scheduler: fc.Scheduler) {
  const store = createMemoryConversationStore(createManualClock());
  const conversations = interleave(store, scheduler);
  const doorbell = createLocalDoorbell();
  const applyCommand = createApplyCommand({ conversations, doorbell });
  const turns = createTurnTaker({ takeTurn: createTakeTurn({ conversations, handOver: createHandOver({ applyCommand, assistant }), doorbell, assistant, logger: silentLogger, turnLimitMs: 60_000 }), logger: silentLogger });
  const receive = createReceiveMessage({ conversations, applyCommand, doorbell, wakeAssistant: turns.wake, redact: (text) => ({ text, kinds: [] }) });
  const { conversation: { id } } = await store.start({
    id: '00000000-0000-7000-8000-000000000000', startKey: 'key',
    drafts: [{ type: 'conversation.started', data: { contactId: 'contact', caseNumber: 'case', locale: 'en', channel: 'widget' } }],
  });
  const acknowledged: string[] = [];

  async function perform(one: Step): Promise<void> {
    if (one.kind === 'message') {
      const send = async (): Promise<void> => {
        await receive({ contactId: 'contact', conversationId: id, locale: 'en', channel: 'widget', message: { clientMessageId: one.id, text: one.text } });
        acknowledged.push(one.id);
      };
      await Promise.all(one.twice ? [send(), send()] : [send()]);
      return;
    }
    // The agent acts on what the screen showed a moment ago, as people do.
    const seenSeq = (await conversations.get(id))?.seq ?? 0;
    // What the rules forbid changes nothing; anything else that goes wrong fails the test.
    const wake = one.kind === 'return';
    await applyCommand(id, toCommand(one, seenSeq)).then(() => { if (wake) turns.wake(id); }, (error: unknown) => {
      if (!(error instanceof AppError && REFUSALS.includes(error.code))) throw error;
    });
  }

  const done = Promise.all(steps.map(perform)).then(() => turns.drained());
  await scheduler.waitFor(done);
  // What the sweeper would find: a message that nobody will answer must not be left.
  return { id, store, acknowledged, events: await store.read(id, 0, 10_000), end: await store.get(id) };
}

function toCommand({ kind, agent }: Exclude<Step, { kind: 'message' }>, seenSeq: number): Command {
  switch (kind) {
    case 'claim': return { type: 'claim', actor: agent };
    case 'return':
    case 'resolve': return { type: kind, actor: agent, seenSeq };
    case 'release': return { type: 'release', actor: agent };
    case 'disconnect': return { type: 'release-absent', agentId: agent.agentId };
    case 'reply': return {
      type: 'reply', actor: agent,
      message: { author: { kind: 'agent', agentId: agent.agentId, name: agent.name }, kind: 'reply', text: 'reply', locale: 'en', citations: [], choices: [] },
    };
  }
}

/** The only answers that a forbidden step may get. */
const REFUSALS: readonly string[] = ['already-claimed', 'not-owner', 'already-resolved', 'conflict'];

/** Reads the log with a model of its own, so that a mistake in the fold does not hide itself. */
function assertRules(events: readonly ConversationEvent[]): { owner: string; resolved: boolean } {
  let owner = 'assistant';
  let resolved = false;
  let previous: ConversationEvent['type'] | undefined;
  for (const event of events) {
    switch (event.type) {
      case 'message.received':
        expect(resolved).toBe(false);
        break;
      case 'handoff.requested':
        expect({ owner, resolved }).toEqual({ owner: 'assistant', resolved: false });
        owner = 'queue';
        break;
      case 'conversation.assigned':
        expect(['assistant', 'queue']).toContain(owner);
        expect(resolved).toBe(false);
        owner = event.data.agentId;
        break;
      case 'conversation.released':
      case 'conversation.returned':
      case 'conversation.resolved':
        expect(['ana', 'ben', 'sue']).toContain(owner);
        owner = event.type === 'conversation.released' ? 'queue' : 'assistant';
        resolved = event.type === 'conversation.resolved';
        break;
      case 'conversation.reopened':
        expect(resolved).toBe(true);
        resolved = false;
        break;
      case 'message.sent':
        expect(resolved).toBe(false);
        if (event.data.author.kind === 'agent') expect(owner).toBe(event.data.author.agentId);
        // The hand-over itself is said in the moment in which the queue takes over; nothing else is said there.
        else expect(owner === 'assistant' || (owner === 'queue' && previous === 'handoff.requested')).toBe(true);
        break;
    }
    previous = event.type;
  }
  // Only the contact's own message opens again what was resolved.
  events.forEach(({ type }, index) => { if (type === 'conversation.reopened') expect(events[index + 1]?.type).toBe('message.received'); });
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
  return { owner, resolved };
}

describe('ownership under any interleaving', () => {
  it(`never has two owners, an assistant over an agent, or a lost message, in ${RUNS} histories`, async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), fc.scheduler(), async (steps, scheduler) => {
      const { events, acknowledged, end } = await play(steps, scheduler);
      const { owner, resolved } = assertRules(events);
      // What is stored beside the log is what the log says.
      expect(end && { owner: end.owner.kind === 'agent' ? end.owner.agentId : end.owner.kind, resolved: end.status === 'resolved' }).toEqual({ owner, resolved });
      const received = events.flatMap((event) => (event.type === 'message.received' ? [event.data.clientMessageId] : []));
      expect(new Set(received).size).toBe(received.length);
      expect(new Set(received)).toEqual(new Set(acknowledged));
      expect(end && needsTurn(end)).toBe(false);
    }), { numRuns: RUNS, seed: 20_261_120, verbose: 1 });
  }, 300_000);
});
