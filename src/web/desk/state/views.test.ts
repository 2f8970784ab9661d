import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { URGENCIES } from '../../../domain/urgencies.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';
import type { DeskConversation } from './model.ts';
import { countViews, isInView, listView, VIEWS, waitingSince } from './views.ts';

const me = aMe();
const mapOf = (...conversations: DeskConversation[]) => new Map(conversations.map((conversation) => [conversation.id, conversation]));
const ids = (conversations: readonly DeskConversation[]): string[] => conversations.map(({ id }) => id);

describe('views', () => {
  it.each([
    ['waiting for one of my teams', aConversation(), ['queue', 'open']],
    ['waiting for another team', aConversation({ owner: { kind: 'queue', team: 'trading' } }), ['open']],
    ['owned by me', aConversation(ownedBy('ana')), ['mine', 'open']],
    ['owned by a colleague', aConversation(ownedBy('bo')), ['open']],
    ['with the assistant', aConversation({ owner: { kind: 'assistant' } }), ['open']],
    ['resolved', aConversation({ status: 'resolved', owner: { kind: 'assistant' } }), ['resolved']],
  ] as const)('put a conversation that is %s where it belongs', (_case, conversation, expected) => {
    expect(VIEWS.filter((view) => isInView(view, conversation, me))).toEqual(expected);
  });

  it('show every team\'s queue to those who may read everything', () => {
    const foreign = aConversation({ owner: { kind: 'queue', team: 'trading' } });
    expect(isInView('queue', foreign, aMe({ role: 'supervisor', teams: [] }))).toBe(true);
  });

  it('order the queue by urgency, then by who waits longest', () => {
    const listed = listView('queue', mapOf(
      aConversation({ id: 'late', urgency: 'high', queuedAt: 20 }),
      aConversation({ id: 'calm', urgency: 'low', queuedAt: 1 }),
      aConversation({ id: 'early', urgency: 'high', queuedAt: 10 }),
      aConversation({ id: 'alarm', urgency: 'critical', queuedAt: 99 }),
    ), me);
    expect(ids(listed)).toEqual(['alarm', 'early', 'late', 'calm']);
  });

  it('order mine by urgency, then those who wait for me, then the latest change', () => {
    const listed = listView('mine', mapOf(
      aConversation({ id: 'answered', ...ownedBy('ana'), updatedAt: 50 }),
      aConversation({ id: 'answered-later', ...ownedBy('ana'), updatedAt: 60 }),
      aConversation({ id: 'waits', ...ownedBy('ana'), unansweredAt: 40 }),
      aConversation({ id: 'waits-longer', ...ownedBy('ana'), unansweredAt: 30 }),
      aConversation({ id: 'urgent', ...ownedBy('ana'), urgency: 'critical' }),
    ), me);
    expect(ids(listed)).toEqual(['urgent', 'waits-longer', 'waits', 'answered-later', 'answered']);
  });

  it('have one order, whatever order the conversations came in', () => {
    const conversations = fc.uniqueArray(fc.record({
      id: fc.uuid(), urgency: fc.constantFrom(...URGENCIES), queuedAt: fc.option(fc.nat(3)), updatedAt: fc.nat(3), unansweredAt: fc.option(fc.nat(3)),
      owner: fc.constantFrom(ownedBy('ana').owner, aConversation().owner),
    }).map((each) => aConversation(each)), { selector: ({ id }) => id });
    const shuffled = conversations.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(shuffled, fc.constantFrom(...VIEWS), ([one, other], view) => {
      expect(ids(listView(view, mapOf(...one), me))).toEqual(ids(listView(view, mapOf(...other), me)));
    }));
  });

  it('count what they list', () => {
    const conversations = mapOf(
      aConversation({ id: 'a', urgency: 'critical' }), aConversation({ id: 'b' }),
      aConversation({ id: 'c', ...ownedBy('ana'), unansweredAt: 3 }), aConversation({ id: 'd', status: 'resolved' }),
    );
    expect(countViews(conversations, me)).toEqual({ queue: 2, mine: 1, open: 3, resolved: 1, criticalInQueue: 1, waitingForMe: 1 });
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
