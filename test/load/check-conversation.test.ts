import { describe, expect, it } from '@jest/globals';
import { checkConversation, type History } from '../../load/check-conversation.ts';
import { createLedger, type Ledger, type WireEvent } from '../../load/ledger.ts';

const ID = 'c1';
const ANA = { kind: 'agent', agentId: 'ana', name: 'Ana' };

/** A whole conversation: answered, handed over, taken, replied to, resolved. */
const GOOD: readonly [string, object][] = [
  ['conversation.started', { caseNumber: 'X' }],
  ['message.received', { clientMessageId: 'm1', text: 'where is it' }],
  ['turn.decided', { ofSeq: 2 }],
  ['message.sent', { author: { kind: 'assistant' }, kind: 'answer', ofSeq: 2, text: 'there' }],
  ['message.received', { clientMessageId: 'm2', text: 'a person' }],
  ['handoff.requested', { team: 'payments' }],
  ['message.sent', { author: { kind: 'assistant' }, kind: 'notice', ofSeq: 5, text: 'somebody comes' }],
  ['conversation.assigned', { agentId: 'ana', byAgentId: 'ana', team: 'payments' }],
  ['message.sent', { author: ANA, kind: 'reply', clientMessageId: 'r1', text: 'hello' }],
];
/** Events of one append have one time. */
const TIMES = [1, 1, 2, 2, 3, 4, 4, 5, 6];

function toEvents(list: readonly (readonly [string, object])[] = GOOD): WireEvent[] {
  return list.map(([type, data], index) => ({ conversationId: ID, seq: index + 1, at: TIMES[index] ?? 10 + index, type, data: data as WireEvent['data'] }));
}

function check(change: { events?: WireEvent[]; contactLog?: WireEvent[]; owner?: History['state']['owner']; status?: string; places?: NonNullable<History['places']>; told?: (ledger: Ledger) => void } = {}): string[] {
  const ledger = createLedger();
  for (const [id, seq, sender, order] of [['m1', 2, 'contact', 0], ['m2', 5, 'contact', 1], ['r1', 9, 'ana', 0]] as const) ledger.acknowledge({ id, conversationId: ID, seq, sender, order });
  change.told?.(ledger);
  const deskLog = change.events ?? toEvents();
  const history: History = {
    conversationId: ID, deskLog, contactLog: change.contactLog ?? deskLog.filter(({ type }) => type !== 'turn.decided'),
    state: { status: change.status ?? 'open', owner: change.owner ?? { kind: 'agent', agentId: 'ana' } },
    places: change.places ?? { queues: [], agents: ['ana'] },
  };
  return [...new Set([...ledger.violations, ...checkConversation(history, ledger)].map(({ kind }) => kind))];
}

const add = (...more: (readonly [string, object])[]): WireEvent[] => toEvents([...GOOD, ...more]);

describe('the checker of conversations', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(check()).toEqual([]);
  });

  it('finds a message that was acknowledged and is gone', () => {
    expect(check({ told: (ledger) => { ledger.acknowledge({ id: 'm3', conversationId: ID, seq: 10, sender: 'contact', order: 2 }); } })).toEqual(['lost']);
  });

  it('finds a message that stands twice, and one that was acknowledged twice as another', () => {
    expect(check({ events: add(['message.received', { clientMessageId: 'm2', text: 'a person' }]) })).toEqual(['doubled']);
    expect(check({ told: (ledger) => { ledger.acknowledge({ id: 'm2', conversationId: ID, seq: 7, sender: 'contact', order: 1 }); } })).toEqual(['doubled']);
  });

  it('finds two messages of a sender in the wrong order', () => {
    expect(check({ told: (ledger) => { ledger.acknowledge({ id: 'm0', conversationId: ID, seq: 8, sender: 'ana', order: 3 }); ledger.acknowledge({ id: 'r2', conversationId: ID, seq: 7, sender: 'ana', order: 4 }); } })).toContain('out of order');
  });

  it('finds a gap, and an event that one side was shown and nobody can read any more', () => {
    expect(check({ events: toEvents().filter(({ seq }) => seq !== 3) })).toEqual(['gap']);
    expect(check({ told: (ledger) => { ledger.see({ conversationId: ID, seq: 40, at: 9, type: 'message.sent', data: { text: 'gone' } }); } })).toEqual(['lost']);
    expect(check({ told: (ledger) => { ledger.see({ conversationId: ID, seq: 4, at: 9, type: 'message.sent', data: { text: 'another answer' } }); } })).toEqual(['contradiction']);
  });

  it('finds what only one side is shown', () => {
    expect(check({ contactLog: toEvents().filter(({ seq }) => seq !== 3 && seq !== 9) })).toEqual(['lost']);
  });

  it('finds the assistant speaking over a colleague, though safety may', () => {
    expect(check({ events: add(['message.sent', { author: { kind: 'assistant' }, kind: 'answer', ofSeq: 5, text: 'me too' }]) })).toContain('two voices');
    expect(check({ events: add(['message.sent', { author: { kind: 'assistant' }, kind: 'safety', ofSeq: 5, text: 'never tell it' }]) })).toEqual([]);
  });

  it('finds a reply of somebody who does not have it', () => {
    expect(check({ events: add(['message.sent', { author: { kind: 'agent', agentId: 'ben' }, kind: 'reply', clientMessageId: 'x', text: 'hi' }]) })).toEqual(['two voices']);
  });

  it('finds two who took it', () => {
    expect(check({ events: add(['conversation.assigned', { agentId: 'ben', byAgentId: 'ben', team: 'payments' }]), owner: { kind: 'agent', agentId: 'ben' }, places: { queues: [], agents: ['ben'] } })).toEqual(['two owners']);
  });

  it('finds two answers to one message, but not an answer anew after a return', () => {
    const twice: WireEvent[] = toEvents([...GOOD.slice(0, 4), GOOD[3]!]);
    expect(check({ events: twice, owner: { kind: 'assistant' }, places: { queues: [], agents: [] }, told: undefined as never })).toEqual(expect.arrayContaining(['doubled']));
    const returned = add(['message.received', { clientMessageId: 'm3', text: 'and?' }], ['conversation.returned', { agentId: 'ana' }], ['message.sent', { author: { kind: 'assistant' }, kind: 'answer', ofSeq: 10, text: 'so' }]);
    expect(check({ events: returned, owner: { kind: 'assistant' }, places: { queues: [], agents: [] } })).toEqual([]);
  });

  it('finds a conversation that stands nowhere, in two places, or whose state says otherwise', () => {
    expect(check({ places: { queues: [], agents: [] } })).toEqual(['nowhere']);
    expect(check({ places: { queues: ['payments'], agents: ['ana'] } })).toEqual(['two owners']);
    expect(check({ owner: { kind: 'assistant' } })).toEqual(['two owners']);
  });

  it('finds a message that the assistant left unanswered', () => {
    const events = add(['conversation.returned', { agentId: 'ana' }], ['message.received', { clientMessageId: 'm3', text: 'still there?' }]);
    expect(check({ events, owner: { kind: 'assistant' }, places: { queues: [], agents: [] } })).toEqual(['unanswered']);
  });
});
