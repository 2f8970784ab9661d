import { describe, expect, it } from '@jest/globals';
import { aConversation, aMe, ownedBy } from './testing.ts';
import type { DeskConversation } from './model.ts';
import { isInView, ORDERS, VIEWS, waitingSince, type View } from './views.ts';

const me = aMe();
const sorted = (view: View, ...conversations: DeskConversation[]): string[] => conversations.sort(ORDERS[view]).map(({ id }) => id);
const due = (at: number): Pick<DeskConversation, 'sla'> => ({ sla: { spentMs: 0, runningSince: null, dueAt: { resolution: at }, warnAt: {} } });
const waitingThread = { threadId: 't', to: { kind: 'team' as const, team: 'payments' as const }, lastAt: 1, waits: true };

describe('views', () => {
  it.each([
    ['waiting for one of my teams', aConversation(), ['queue', 'open']],
    ['waiting for another team', aConversation({ owner: { kind: 'queue', team: 'trading' }, team: 'trading' }), []],
    ['owned by me', aConversation(ownedBy('ana')), ['mine', 'open']],
    ['put aside by me', aConversation({ ...ownedBy('ana'), snoozedUntil: 9 }), ['snoozed', 'open']],
    ['owned by a colleague', aConversation(ownedBy('bo')), ['open']],
    ['with the assistant', aConversation({ owner: { kind: 'assistant' } }), ['open']],
    ['with the assistant and never was with people', aConversation({ owner: { kind: 'assistant' }, team: null }), []],
    ['resolved', aConversation({ status: 'resolved', owner: { kind: 'assistant' } }), ['resolved']],
    ['mentioning me', aConversation({ owner: { kind: 'queue', team: 'trading' }, team: 'trading', mentioned: ['ana'] }), ['calls']],
    ['asking my team in a side thread', aConversation({ ...ownedBy('bo'), threads: [waitingThread] }), ['calls', 'open']],
    ['answered in my side thread', aConversation({ ...ownedBy('ana'), threads: [{ ...waitingThread, waits: false }] }), ['mine', 'calls', 'open']],
  ] as const)('put a conversation that is %s where it belongs', (_case, conversation, expected) => {
    expect(VIEWS.filter((view) => isInView(view, conversation, me))).toEqual(expected);
  });

  it('show every team\'s queue to those who may read everything', () => {
    const foreign = aConversation({ owner: { kind: 'queue', team: 'trading' }, team: 'trading' });
    expect(VIEWS.filter((view) => isInView(view, foreign, aMe({ role: 'supervisor', teams: [] })))).toEqual(['queue', 'open']);
  });

  it('order the queue by urgency, then by deadline, then by who waits longest', () => {
    expect(sorted('queue',
      aConversation({ id: 'late', urgency: 'high', queuedAt: 20, ...due(5) }),
      aConversation({ id: 'calm', urgency: 'low', queuedAt: 1, ...due(1) }),
      aConversation({ id: 'early', urgency: 'high', queuedAt: 10, ...due(5) }),
      aConversation({ id: 'promised-nothing', urgency: 'high', queuedAt: 1 }),
      aConversation({ id: 'due', urgency: 'high', queuedAt: 30, ...due(4) }),
      aConversation({ id: 'alarm', urgency: 'critical', queuedAt: 99 }),
    )).toEqual(['alarm', 'due', 'early', 'late', 'promised-nothing', 'calm']);
  });

  it('order mine by urgency, then by deadline, then those who wait for me, then the latest change', () => {
    expect(sorted('mine',
      aConversation({ id: 'answered', ...ownedBy('ana'), updatedAt: 50 }),
      aConversation({ id: 'answered-later', ...ownedBy('ana'), updatedAt: 60 }),
      aConversation({ id: 'waits', ...ownedBy('ana'), unansweredAt: 40 }),
      aConversation({ id: 'waits-longer', ...ownedBy('ana'), unansweredAt: 30 }),
      aConversation({ id: 'due', ...ownedBy('ana'), unansweredAt: 45, ...due(100) }),
      aConversation({ id: 'urgent', ...ownedBy('ana'), urgency: 'critical' }),
    )).toEqual(['urgent', 'due', 'waits-longer', 'waits', 'answered-later', 'answered']);
  });

  it('order what is put aside by when it comes back', () => {
    expect(sorted('snoozed', aConversation({ id: 'later', snoozedUntil: 20 }), aConversation({ id: 'sooner', snoozedUntil: 10 }))).toEqual(['sooner', 'later']);
  });
});

describe('waitingSince', () => {
  it('is when it came into the queue, until an agent has it', () => {
    expect(waitingSince(aConversation({ queuedAt: 5, unansweredAt: 2 }))).toBe(5);
  });

  it('is when the contact wrote without an answer, once an agent has it', () => {
    expect(waitingSince(aConversation({ ...ownedBy('ana'), unansweredAt: 7 }))).toBe(7);
    expect(waitingSince(aConversation({ ...ownedBy('ana'), unansweredAt: null }))).toBeNull();
  });

  it('is nothing while the assistant has it or it is resolved', () => {
    expect(waitingSince(aConversation({ owner: { kind: 'assistant' }, unansweredAt: 7 }))).toBeNull();
    expect(waitingSince(aConversation({ status: 'resolved' }))).toBeNull();
  });
});
