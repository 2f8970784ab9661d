import { describe, expect, it } from '@jest/globals';
import { initialDeskState, reduceDesk, type DeskState } from './desk-state.ts';
import type { DeskConversation } from './model.ts';
import { findNews } from './news.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';

const page = (...conversations: DeskConversation[]) => ({ conversations, next: null });

/** A desk that has read its lists. */
function loaded(...conversations: DeskConversation[]): DeskState {
  return (['queue', 'mine', 'snoozed', 'calls'] as const).reduce((state, view) => reduceDesk(state, { type: 'view.loaded', view, page: page(...conversations) }), initialDeskState(aMe(), []));
}

const tell = (before: DeskState, change: Partial<DeskConversation> & { id: string }): string[] => {
  const old = before.conversations.get(change.id) ?? aConversation({ id: change.id, seq: 0 });
  const after = reduceDesk(before, { type: 'conversations.arrived', conversations: [{ ...old, ...change, seq: old.seq + 1 }] });
  return findNews(before, after).map(({ kind, conversationId }) => `${kind} ${conversationId}`);
};

describe('findNews', () => {
  it('tells of a critical one that comes into my queues, and not again when it changes', () => {
    expect(tell(loaded(), { id: 'new', urgency: 'critical' })).toEqual(['critical new']);
    expect(tell(loaded(aConversation({ id: 'a' })), { id: 'a', urgency: 'critical' })).toEqual(['critical a']);
    expect(tell(loaded(aConversation({ id: 'a', urgency: 'critical' })), { id: 'a', updatedAt: 5 })).toEqual([]);
    expect(tell(loaded(), { id: 'new', urgency: 'critical', owner: { kind: 'queue', team: 'trading' }, team: 'trading' })).toEqual([]);
    expect(tell(loaded(), { id: 'new', urgency: 'high' })).toEqual([]);
  });

  it('tells of a message in my conversation, of one that became mine, and of nothing that I wrote', () => {
    const mine = loaded(aConversation({ id: 'a', ...ownedBy('ana'), contactSeq: 3 }));
    expect(tell(mine, { id: 'a', contactSeq: 7 })).toEqual(['mine a']);
    expect(tell(mine, { id: 'a', updatedAt: 7 })).toEqual([]);
    expect(tell(loaded(aConversation({ id: 'a' })), { id: 'a', ...ownedBy('ana') })).toEqual(['mine a']);
    expect(tell(loaded(aConversation({ id: 'a', ...ownedBy('bo') })), { id: 'a', contactSeq: 7 })).toEqual([]);
  });

  it('tells when mine are due soon', () => {
    expect(tell(loaded(aConversation({ id: 'a', ...ownedBy('ana') })), { id: 'a', warned: { resolution: 50 } })).toEqual(['sla a']);
  });

  it('tells of mentions and of word in side threads, each time once', () => {
    const thread = { threadId: 't', to: { kind: 'team' as const, team: 'payments' as const }, lastAt: 5, waits: true };
    const asked = loaded(aConversation({ id: 'a', ...ownedBy('bo'), threads: [thread] }));
    expect(tell(loaded(aConversation({ id: 'a', ...ownedBy('bo') })), { id: 'a', threads: [thread] })).toEqual(['thread a']);
    expect(tell(asked, { id: 'a', threads: [{ ...thread, lastAt: 9 }] })).toEqual(['thread a']);
    expect(tell(asked, { id: 'a', updatedAt: 9 })).toEqual([]);
    expect(tell(loaded(aConversation({ id: 'a', ...ownedBy('bo') })), { id: 'a', mentioned: ['ana'] })).toEqual(['mention a']);
  });
});
