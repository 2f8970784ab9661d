import { describe, expect, it } from '@jest/globals';
import type { Conversation, Owner } from './conversation.ts';
import { foldAll } from './fold-conversation.ts';
import { decideOwnership, type Actor, type Command } from './ownership.ts';

const ana: Actor = { agentId: 'ana', name: 'Ana', oversees: false };
const ben: Actor = { agentId: 'ben', name: 'Ben', oversees: false };
const sue: Actor = { agentId: 'sue', name: 'Sue', oversees: true };
const ownedByAna: Owner = { kind: 'agent', team: 'payments', agentId: 'ana', name: 'Ana' };
const queued: Owner = { kind: 'queue', team: 'payments' };
const assistant: Owner = { kind: 'assistant' };

function conversation(owner: Owner, status: Conversation['status'] = 'open', more: Partial<Conversation> = {}): Conversation {
  const data = { contactId: 'contact', caseNumber: 'case', locale: 'en' as const, channel: 'widget' };
  return { ...foldAll('id', [{ type: 'conversation.started', conversationId: 'id', seq: 1, at: 0, data }]), status, owner, seq: 5, contactSeq: 3, ...more };
}

const message = { author: { kind: 'agent' as const, agentId: 'ana', name: 'Ana' }, kind: 'reply' as const, text: 'hi', locale: 'en' as const, citations: [], choices: [] };
const author = message.author;
const note = { author, text: 'look', clientMessageId: 'note-0001' };
const thread = { threadId: '0193f0c0-0000-7000-8000-000000000001', to: { kind: 'team' as const, team: 'technical' as const }, author, text: 'why?', clientMessageId: 'thread-001' };
const reply = (actor: Actor): Command => ({ type: 'reply', actor, message });

const handover: Command = {
  type: 'request-handoff', handoff: { team: 'general', urgency: 'low', reason: 'assistant-failed', requestedBy: 'system', ask: [] },
  message: { author: { kind: 'assistant' }, kind: 'notice', text: 'x', locale: 'en', citations: [], choices: [] },
};

const turn = (kind: 'answer' | 'intake' | 'safety'): Command => ({
  type: 'take-turn', events: [{ type: 'message.sent', data: { author: { kind: 'assistant' }, kind, text: 'x', locale: 'en', citations: [], choices: [] } }],
});

/** The whole table: who owns, what is wanted, what comes of it (event types, or the code of the refusal). */
const TABLE: readonly [string, Owner, Conversation['status'], Command, string[] | string][] = [
  ['a message is received whoever owns', ownedByAna, 'open', { type: 'receive', message: { clientMessageId: '12345678', text: 'hi' } }, ['message.received']],
  ['a message reopens what was resolved', assistant, 'resolved', { type: 'receive', message: { clientMessageId: '12345678', text: 'hi' } }, ['conversation.reopened', 'message.received']],
  ['the assistant speaks while it owns', assistant, 'open', { type: 'take-turn', events: [] }, []],
  ['the assistant answers nothing in a queue', queued, 'open', turn('answer'), 'not-owner'],
  ['the assistant asks who waits in a queue', queued, 'open', turn('intake'), ['message.sent']],
  ['the assistant is silent under an agent', ownedByAna, 'open', turn('intake'), 'not-owner'],
  ['the assistant warns even under an agent', ownedByAna, 'open', turn('safety'), ['message.sent']],
  ['the assistant raises the urgency under an agent', ownedByAna, 'open', { type: 'take-turn', events: [{ type: 'urgency.raised', data: { urgency: 'critical', reason: 'x' } }] }, ['urgency.raised']],
  ['the assistant is silent once resolved', assistant, 'resolved', { type: 'take-turn', events: [] }, 'already-resolved'],
  ['an agent claims from the queue', queued, 'open', { type: 'claim', actor: ana }, ['conversation.assigned']],
  ['an agent steps in for the assistant', assistant, 'open', { type: 'claim', actor: ana }, ['conversation.assigned']],
  ['nobody claims what another has', ownedByAna, 'open', { type: 'claim', actor: ben }, 'already-claimed'],
  ['not even a supervisor claims what another has', ownedByAna, 'open', { type: 'claim', actor: sue }, 'already-claimed'],
  ['nobody claims what is resolved', assistant, 'resolved', { type: 'claim', actor: ana }, 'already-resolved'],
  ['the owner gives it to a colleague', ownedByAna, 'open', { type: 'assign', actor: ana, to: ben }, ['conversation.assigned']],
  ['a colleague does not take it away', ownedByAna, 'open', { type: 'assign', actor: ben, to: ben }, 'not-owner'],
  ['a supervisor gives it to another', ownedByAna, 'open', { type: 'assign', actor: sue, to: ben }, ['conversation.assigned']],
  ['the owner releases', ownedByAna, 'open', { type: 'release', actor: ana }, ['conversation.released']],
  ['a colleague does not release', ownedByAna, 'open', { type: 'release', actor: ben }, 'not-owner'],
  ['the owner returns', ownedByAna, 'open', { type: 'return', actor: ana, seenSeq: undefined }, ['conversation.returned']],
  ['nobody returns from the queue', queued, 'open', { type: 'return', actor: ana, seenSeq: undefined }, 'not-owner'],
  ['the owner resolves', ownedByAna, 'open', { type: 'resolve', actor: ana, seenSeq: 4 }, ['conversation.resolved']],
  ['nobody resolves over a message that was not read', ownedByAna, 'open', { type: 'resolve', actor: ana, seenSeq: 2 }, 'conflict'],
  ['nobody returns over a message that was not read', ownedByAna, 'open', { type: 'return', actor: ana, seenSeq: 2 }, 'conflict'],
  ['a failure hands over what the assistant has', assistant, 'open', handover, ['handoff.requested', 'message.sent']],
  ['a failure takes nothing from an agent', ownedByAna, 'open', handover, 'already-handed-off'],
  ['a failure reopens nothing', assistant, 'resolved', handover, 'already-resolved'],
  ['nobody resolves from the queue', queued, 'open', { type: 'resolve', actor: sue, seenSeq: undefined }, 'not-owner'],
  ['nobody resolves twice', assistant, 'resolved', { type: 'resolve', actor: ana, seenSeq: undefined }, 'already-resolved'],
  ['the owner replies', ownedByAna, 'open', reply(ana), ['message.sent']],
  ['a colleague does not reply', ownedByAna, 'open', reply(ben), 'not-owner'],
  ['a supervisor does not reply in another\'s place', ownedByAna, 'open', reply(sue), 'not-owner'],
  ['nobody replies before claiming', queued, 'open', reply(ana), 'not-owner'],
  ['a resolved conversation is rated', assistant, 'resolved', { type: 'rate-conversation', rating: { score: 4 } }, ['conversation.rated']],
  ['what waits is given by routing', queued, 'open', { type: 'route', to: ben }, ['conversation.assigned']],
  ['routing takes nothing from anybody', ownedByAna, 'open', { type: 'route', to: ben }, 'already-claimed'],
  ['what an absent agent had goes back', ownedByAna, 'open', { type: 'release-absent', agentId: 'ana' }, ['conversation.released']],
  ['what another has does not go back with it', ownedByAna, 'open', { type: 'release-absent', agentId: 'ben' }, 'conflict'],
  ['the owner transfers', ownedByAna, 'open', { type: 'transfer', actor: ana, team: 'fraud', note }, ['note.added', 'conversation.transferred']],
  ['a colleague transfers what waits', queued, 'open', { type: 'transfer', actor: ben, team: 'fraud' }, ['conversation.transferred']],
  ['a colleague does not transfer what another has', ownedByAna, 'open', { type: 'transfer', actor: ben, team: 'fraud' }, 'not-owner'],
  ['a supervisor does', ownedByAna, 'open', { type: 'transfer', actor: sue, team: 'fraud' }, ['conversation.transferred']],
  ['nobody transfers to the queue where it is', queued, 'open', { type: 'transfer', actor: ben, team: 'payments' }, 'conflict'],
  ['nobody transfers what the assistant has', assistant, 'open', { type: 'transfer', actor: sue, team: 'payments' }, 'not-owner'],
  ['the owner puts it aside', ownedByAna, 'open', { type: 'snooze', actor: ana, until: 9 }, ['conversation.snoozed']],
  ['nobody puts aside what waits', queued, 'open', { type: 'snooze', actor: ana, until: 9 }, 'not-owner'],
  ['a resolved one is taken up again', assistant, 'resolved', { type: 'reopen', actor: ana }, ['conversation.reopened', 'conversation.assigned']],
  ['an open one is not taken up again', ownedByAna, 'open', { type: 'reopen', actor: ana }, 'conflict'],
  ['the assistant settles what it answered', assistant, 'open', { type: 'settle' }, ['conversation.settled']],
  ['it settles nothing that people have', ownedByAna, 'open', { type: 'settle' }, 'conflict'],
  ['a contact is asked whether it is solved', assistant, 'resolved', { type: 'ask-whether-solved', message }, ['message.sent']],
  ['nobody is asked while it is open', assistant, 'open', { type: 'ask-whether-solved', message }, 'conflict'],
  ['a side thread is opened about what anybody has', queued, 'open', { type: 'open-thread', thread }, ['thread.opened']],
  ['nobody answers in a thread that is not there', ownedByAna, 'open', { type: 'reply-thread', reply: thread }, 'not-found'],
  ['a resolved conversation is reviewed', assistant, 'resolved', { type: 'review', review: { agentId: 'sue', name: 'Sue', reviewedAgentId: 'ana', scores: { tone: 5 } } }, ['conversation.reviewed']],
  ['an open one is not', assistant, 'open', { type: 'rate-conversation', rating: { score: 4 } }, 'conflict'],
];

describe('decideOwnership', () => {
  it.each(TABLE)('%s', (_name, owner, status, command, expected) => {
    const decision = decideOwnership(conversation(owner, status), command);
    expect('rejected' in decision ? decision.rejected : decision.events.map(({ type }) => type)).toEqual(expected);
  });

  it('gives a conversation to the team that it was handed to, or else to the team of what it is about', () => {
    const from = (changes: Partial<Conversation>) => {
      const decision = decideOwnership({ ...conversation(assistant), ...changes }, { type: 'claim', actor: ana });
      const [event] = 'events' in decision ? decision.events : [];
      return event?.type === 'conversation.assigned' ? event.data.team : undefined;
    };
    expect(from({ team: 'fraud', topic: 'technical' })).toBe('fraud');
    expect(from({ topic: 'technical' })).toBe('technical');
    expect(from({})).toBe('general');
  });

  const types = (one: Conversation, command: Command): string | string[] => {
    const decision = decideOwnership(one, command);
    return 'rejected' in decision ? decision.rejected : decision.events.map(({ type }) => type);
  };

  it('brings back what was put aside as soon as anybody speaks in it, and leaves it to its agent meanwhile', () => {
    const aside = conversation(ownedByAna, 'open', { snoozedUntil: 99 });
    expect(types(aside, { type: 'receive', message: { clientMessageId: 'message-1', text: 'hello' } })).toEqual(['conversation.woken', 'message.received']);
    expect(types(aside, reply(ana))).toEqual(['conversation.woken', 'message.sent']);
    expect(types(aside, { type: 'release-absent', agentId: 'ana' })).toBe('conflict');
    expect(types(aside, { type: 'wake-by-time' })).toEqual(['conversation.woken']);
  });

  it('gives a contact who says that it is not solved back to people, once', () => {
    const asked = conversation(assistant, 'resolved', { followedUpAt: 1 });
    const answer = (solved: boolean): Command => ({ ...handover, type: 'answer-follow-up', solved });
    expect(types(asked, answer(true))).toEqual(['follow-up.answered']);
    expect(types(asked, answer(false))).toEqual(['follow-up.answered', 'conversation.reopened', 'handoff.requested', 'message.sent']);
    expect(types({ ...asked, solved: false }, answer(false))).toBe('conflict');
    expect(types({ ...asked, followedUpAt: null }, answer(false))).toBe('conflict');
  });

  it('flags the deadline that runs, and not the one that was moved', () => {
    const due = conversation(queued, 'open', { sla: { spentMs: 0, runningSince: 0, dueAt: { resolution: 50 }, warnAt: { resolution: 40 } } });
    const flag = (dueAt: number): Command => ({ type: 'flag-sla', flag: 'sla.breached', target: 'resolution', dueAt });
    expect(types(due, flag(50))).toEqual(['sla.breached']);
    expect(types(due, flag(49))).toBe('conflict');
    expect(types({ ...due, breached: { resolution: 50 } }, flag(50))).toBe('conflict');
    expect(types({ ...due, owner: assistant }, flag(50))).toBe('conflict');
  });
});
