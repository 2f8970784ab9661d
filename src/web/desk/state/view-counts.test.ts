import { describe, expect, it } from '@jest/globals';
import { aConversation, aMe, ownedBy } from './testing.ts';
import type { DeskConversation } from './model.ts';
import { countChanges, countView, countViews } from './view-counts.ts';

const me = aMe();
const mapOf = (...conversations: DeskConversation[]) => new Map(conversations.map((conversation) => [conversation.id, conversation]));
const TOTALS = { queue: 900, critical: 2, open: 1_200 };

describe('countView', () => {
  it('counts itself what is all here, and believes the server where it is not', () => {
    const edge = aConversation();
    expect(countView('queue', { queue: { ids: ['a', 'b'], edge: null, next: null } }, TOTALS)).toBe(2);
    expect(countView('queue', { queue: { ids: ['a', 'b'], edge, next: 'more' } }, TOTALS)).toBe(900);
    expect(countView('open', {}, TOTALS)).toBe(1_200);
    expect(countView('mine', {}, TOTALS)).toBeNull();
  });
});

describe('countViews', () => {
  it('tells what cannot wait', () => {
    const conversations = mapOf(
      aConversation({ id: 'a', urgency: 'critical' }), aConversation({ id: 'b' }),
      aConversation({ id: 'c', ...ownedBy('ana'), unansweredAt: 3 }), aConversation({ id: 'd', ...ownedBy('ana') }),
    );
    const lists = { queue: { ids: ['a', 'b'], edge: null, next: null }, mine: { ids: ['c', 'd'], edge: null, next: null } };
    expect(countViews({ lists, totals: TOTALS, conversations })).toEqual({
      queue: 2, mine: 2, snoozed: null, calls: null, open: 1_200, resolved: null, criticalInQueue: 1, waitingForMe: 1,
    });
  });
});

describe('countChanges', () => {
  it('moves the totals by what changed', () => {
    const before = mapOf(aConversation({ id: 'a', urgency: 'critical' }), aConversation({ id: 'b', ...ownedBy('bo') }));
    const after = mapOf(aConversation({ id: 'a', urgency: 'critical', ...ownedBy('ana') }), aConversation({ id: 'b', status: 'resolved' }));
    expect(countChanges(TOTALS, before, after, ['a', 'b'], me)).toEqual({ totals: { queue: 899, critical: 1, open: 1_199 }, isCertain: true });
  });

  it('says where it does not know what was counted', () => {
    expect(countChanges(TOTALS, mapOf(), mapOf(aConversation({ id: 'a' })), ['a'], me)).toEqual({ totals: TOTALS, isCertain: false });
  });
});
