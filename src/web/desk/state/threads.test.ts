import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent } from '../../../domain/events.ts';
import { listThreads, waitsForMe } from './threads.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';

const author = (agentId: string) => ({ kind: 'agent' as const, agentId, name: agentId });
const at = { conversationId: 'c1' };
const opened = (seq: number, threadId: string, by = 'ana'): ConversationEvent =>
  ({ ...at, seq, at: seq, type: 'thread.opened', data: { threadId, to: { kind: 'team', team: 'technical' }, author: author(by), text: 'why?', clientMessageId: `open-${seq}` } });
const replied = (seq: number, threadId: string, by: string): ConversationEvent =>
  ({ ...at, seq, at: seq, type: 'thread.replied', data: { threadId, author: author(by), text: 'so', clientMessageId: `reply-${seq}` } });
const closed = (seq: number, threadId: string): ConversationEvent => ({ ...at, seq, at: seq, type: 'thread.closed', data: { threadId, agentId: 'ana', name: 'ana' } });
const openNow = (threadId: string, waits: boolean) => ({ threadId, to: { kind: 'team' as const, team: 'technical' as const }, lastAt: 0, waits });

describe('listThreads', () => {
  it('gathers what was said in each, open ones first', () => {
    const threads = listThreads([opened(1, 'a'), opened(2, 'b'), replied(3, 'b', 'dee'), closed(4, 'a')], { threads: [openNow('b', false)] });
    expect(threads.map(({ threadId, messages, waitsFor, closed: end }) => [threadId, messages.length, waitsFor, end?.name])).toEqual([['b', 2, 'owner', undefined], ['a', 1, null, 'ana']]);
  });

  it('counts those as closed that a resolution closed', () => {
    const resolved: ConversationEvent = { ...at, seq: 2, at: 2, type: 'conversation.resolved', data: { agentId: 'ana', name: 'ana' } };
    expect(listThreads([opened(1, 'a'), resolved], { threads: [] })).toMatchObject([{ closed: { name: null }, waitsFor: null }]);
  });
});

describe('waitsForMe', () => {
  const to = { kind: 'team' as const, team: 'technical' as const };

  it('waits for the team that was asked, then for who has the conversation', () => {
    const [dee, ana] = [aMe({ id: 'dee', teams: ['technical'] }), aMe({ id: 'ana', teams: ['payments'] })];
    const conversation = aConversation(ownedBy('ana'));
    expect([dee, ana].map((me) => waitsForMe({ to, waitsFor: 'addressee' }, conversation, me))).toEqual([true, false]);
    expect([dee, ana].map((me) => waitsForMe({ to, waitsFor: 'owner' }, conversation, me))).toEqual([false, true]);
  });

  it('waits for supervisors where they were asked, and for nobody once it is closed', () => {
    const toSupervisors = { to: { kind: 'supervisors' as const }, waitsFor: 'addressee' as const };
    expect((['agent', 'supervisor'] as const).map((role) => waitsForMe(toSupervisors, aConversation(), aMe({ role })))).toEqual([false, true]);
    expect(waitsForMe({ to, waitsFor: null }, aConversation(), aMe({ teams: ['technical'] }))).toBe(false);
  });
});
