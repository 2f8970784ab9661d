import type { Conversation, Owner } from './conversation.ts';
import type { ErrorCode } from './errors.ts';
import type { EventData, EventDraft } from './events.ts';
import type { SlaTarget } from './sla.ts';
import type { Team } from './teams.ts';

/** Who gives a command on the desk. */
export interface Actor {
  readonly agentId: string;
  readonly name: string;
  /** May act on conversations that another agent owns. */
  readonly oversees: boolean;
}

type Draft<T extends EventDraft['type']> = Extract<EventDraft, { type: T }>;

/** Everything that anybody can want to happen to a conversation. */
export type Command =
  | { readonly type: 'receive'; readonly message: EventData<'message.received'> }
  | { readonly type: 'take-turn'; readonly events: readonly TurnDraft[] }
  | { readonly type: 'request-handoff'; readonly handoff: EventData<'handoff.requested'>; readonly message: EventData<'message.sent'> }
  | { readonly type: 'rate-answer'; readonly rating: EventData<'answer.rated'> }
  | { readonly type: 'rate-conversation'; readonly rating: EventData<'conversation.rated'> }
  | { readonly type: 'claim'; readonly actor: Actor }
  | { readonly type: 'assign'; readonly actor: Actor; readonly to: Colleague; readonly note?: EventData<'note.added'> | undefined }
  | { readonly type: 'transfer'; readonly actor: Actor; readonly team: Team; readonly note?: EventData<'note.added'> | undefined }
  /** Routing gives what waits to somebody. */
  | { readonly type: 'route'; readonly to: Colleague }
  | { readonly type: 'release' | 'wake' | 'reopen'; readonly actor: Actor }
  /** Takes from an agent who is not there what they have. */
  | { readonly type: 'release-absent'; readonly agentId: string }
  | { readonly type: 'snooze'; readonly actor: Actor; readonly until: number }
  | { readonly type: 'return' | 'resolve'; readonly actor: Actor; readonly seenSeq: number | undefined }
  | { readonly type: 'reply'; readonly actor: Actor; readonly message: EventData<'message.sent'> }
  | { readonly type: 'note'; readonly note: EventData<'note.added'> }
  | { readonly type: 'see-mention'; readonly actor: Actor }
  | { readonly type: 'open-thread'; readonly thread: EventData<'thread.opened'> }
  | { readonly type: 'reply-thread'; readonly reply: EventData<'thread.replied'> }
  | { readonly type: 'close-thread'; readonly actor: Actor; readonly threadId: string }
  | { readonly type: 'review'; readonly review: EventData<'conversation.reviewed'> }
  | { readonly type: 'give-address'; readonly address: EventData<'contact.reachable'> }
  | { readonly type: 'flag-sla'; readonly flag: 'sla.warned' | 'sla.breached'; readonly target: SlaTarget; readonly dueAt: number }
  | { readonly type: 'wake-by-time' }
  | { readonly type: 'settle' }
  | { readonly type: 'ask-whether-solved'; readonly message: EventData<'message.sent'> }
  /** With what goes to people where it is not solved. */
  | { readonly type: 'answer-follow-up'; readonly solved: boolean; readonly handoff: EventData<'handoff.requested'>; readonly message: EventData<'message.sent'> };

interface Colleague { readonly agentId: string; readonly name: string }

/** What a turn of the assistant may write. */
export type TurnDraft = Draft<'turn.decided'> | Draft<'message.understood'> | Draft<'message.sent'> | Draft<'handoff.requested'> | Draft<'locale.changed'> | Draft<'urgency.raised'>;

export type Decision = { readonly events: readonly EventDraft[] } | { readonly rejected: ErrorCode };

/**
 * The rules of ownership: what a command makes of a conversation, or why it may not. Pure; every path
 * that changes a conversation goes through here, and the append that follows is compare-and-set on
 * `conversation.seq`, so that two deciders can never both be right.
 */
export function decideOwnership(conversation: Conversation, command: Command): Decision {
  const { owner, status } = conversation;
  switch (command.type) {
    case 'receive':
      return receive(conversation, command.message);
    case 'take-turn':
      if (status === 'resolved') return reject('already-resolved');
      return command.events.every((event) => mayWrite(owner, event)) ? accept(...command.events) : reject('not-owner');
    case 'request-handoff':
      if (status === 'resolved') return reject('already-resolved');
      if (owner.kind !== 'assistant') return reject('already-handed-off');
      return accept({ type: 'handoff.requested', data: command.handoff }, { type: 'message.sent', data: command.message });
    case 'rate-answer':
      return accept({ type: 'answer.rated', data: command.rating });
    case 'rate-conversation':
      return status === 'resolved' ? accept({ type: 'conversation.rated', data: command.rating }) : reject('conflict');
    case 'give-address':
      return accept({ type: 'contact.reachable', data: command.address });
    case 'answer-follow-up':
      return answerFollowUp(conversation, command);
    case 'route':
      return owner.kind === 'queue' ? accept(assigned(conversation, command.to, null)) : reject('already-claimed');
    case 'release-absent':
      return releaseAbsent(conversation, command.agentId);
    case 'flag-sla':
      return flagSla(conversation, command);
    case 'wake-by-time':
      return conversation.snoozedUntil === null ? reject('conflict') : accept({ type: 'conversation.woken', data: { by: 'time' } });
    case 'settle':
      return status === 'open' && owner.kind === 'assistant' && conversation.unansweredSeq === null
        ? accept({ type: 'conversation.settled', data: { basis: conversation.helped ? 'confirmed' : 'assumed' } })
        : reject('conflict');
    case 'ask-whether-solved':
      return status === 'resolved' && conversation.followedUpAt === null ? accept({ type: 'message.sent', data: command.message }) : reject('conflict');
    default:
      return decideForAgent(conversation, command);
  }
}

/** What people of the desk do. */
function decideForAgent(conversation: Conversation, command: Extract<Command, { actor: Actor } | { type: 'note' | 'open-thread' | 'reply-thread' | 'review' }>): Decision {
  const { owner, status } = conversation;
  switch (command.type) {
    case 'claim':
      return claim(conversation, command.actor);
    case 'assign':
      if (status === 'resolved') return reject('already-resolved');
      if (!command.actor.oversees && owner.kind === 'agent' && owner.agentId !== command.actor.agentId) return reject('not-owner');
      return accept(...noted(command.note), assigned(conversation, command.to, command.actor.agentId));
    case 'transfer':
      return transfer(conversation, command);
    case 'release':
      return asOwner(conversation, command.actor, (team, agent) => ({ type: 'conversation.released', data: { ...agent, team, reason: 'released' } }));
    case 'return':
    case 'resolve':
      if (hasUnseen(conversation, command.seenSeq)) return reject('conflict');
      return asOwner(conversation, command.actor, (_team, agent) => ({ type: command.type === 'return' ? 'conversation.returned' : 'conversation.resolved', data: agent }));
    case 'snooze':
      return asOwner(conversation, command.actor, (_team, agent) => ({ type: 'conversation.snoozed', data: { ...agent, until: command.until } }));
    case 'wake':
      if (conversation.snoozedUntil === null) return reject('conflict');
      return asOwner(conversation, command.actor, () => ({ type: 'conversation.woken', data: { by: 'agent' } }));
    case 'reopen':
      if (status !== 'resolved') return reject('conflict');
      return accept({ type: 'conversation.reopened', data: { by: 'agent' } }, assigned(conversation, command.actor, command.actor.agentId));
    case 'reply':
      if (status === 'resolved') return reject('already-resolved');
      // A reply is always its author's own: a supervisor who wants to speak takes the conversation first.
      if (owner.kind !== 'agent' || owner.agentId !== command.actor.agentId) return reject('not-owner');
      return accept(...woken(conversation, 'agent'), { type: 'message.sent', data: command.message });
    case 'note':
      return accept({ type: 'note.added', data: command.note });
    case 'see-mention':
      return conversation.mentioned.includes(command.actor.agentId)
        ? accept({ type: 'mention.seen', data: { agentId: command.actor.agentId, name: command.actor.name } })
        : reject('conflict');
    case 'open-thread':
      return status === 'resolved' ? reject('already-resolved') : accept({ type: 'thread.opened', data: command.thread });
    case 'reply-thread':
      return inThread(conversation, command.reply.threadId, { type: 'thread.replied', data: command.reply });
    case 'close-thread':
      return inThread(conversation, command.threadId, { type: 'thread.closed', data: { threadId: command.threadId, agentId: command.actor.agentId, name: command.actor.name } });
    case 'review':
      // Nobody scores themselves.
      if (conversation.lastAgent?.agentId === command.review.agentId) return reject('forbidden');
      return status === 'resolved' ? accept({ type: 'conversation.reviewed', data: command.review }) : reject('conflict');
  }
}

function receive(conversation: Conversation, message: EventData<'message.received'>): Decision {
  const received: EventDraft = { type: 'message.received', data: message };
  return conversation.status === 'resolved'
    ? accept({ type: 'conversation.reopened', data: { by: 'contact' } }, received)
    : accept(...woken(conversation, 'contact'), received);
}

/** What was put aside comes back as soon as somebody speaks in it. */
function woken({ snoozedUntil }: Conversation, by: 'contact' | 'agent'): EventDraft[] {
  return snoozedUntil === null ? [] : [{ type: 'conversation.woken', data: { by } }];
}

function noted(note: EventData<'note.added'> | undefined): EventDraft[] {
  return note ? [{ type: 'note.added', data: note }] : [];
}

function inThread({ threads }: Conversation, threadId: string, event: EventDraft): Decision {
  return threads.some((thread) => thread.threadId === threadId) ? accept(event) : reject('not-found');
}

/** What waits may be moved by whoever sees it; what an agent has, by that agent or who oversees. */
function transfer({ owner, status }: Conversation, { actor, team, note }: Extract<Command, { type: 'transfer' }>): Decision {
  if (status === 'resolved') return reject('already-resolved');
  if (owner.kind === 'assistant') return reject('not-owner');
  if (owner.kind === 'queue' && owner.team === team) return reject('conflict');
  if (owner.kind === 'agent' && owner.agentId !== actor.agentId && !actor.oversees) return reject('not-owner');
  return accept(...noted(note), { type: 'conversation.transferred', data: { agentId: actor.agentId, name: actor.name, from: owner.team, team } });
}

/** Whom a colleague asks for is kept from nobody: what is put aside stays theirs until it comes back. */
function releaseAbsent({ owner, status, snoozedUntil }: Conversation, agentId: string): Decision {
  if (status === 'resolved' || owner.kind !== 'agent' || owner.agentId !== agentId || snoozedUntil !== null) return reject('conflict');
  return accept({ type: 'conversation.released', data: { agentId, name: owner.name, team: owner.team, reason: 'offline' } });
}

function flagSla(conversation: Conversation, { flag, target, dueAt }: Extract<Command, { type: 'flag-sla' }>): Decision {
  const { sla, owner, urgency, warned, breached } = conversation;
  const known = flag === 'sla.warned' ? warned : breached;
  if (owner.kind === 'assistant' || sla.dueAt[target] !== dueAt || known[target] === dueAt) return reject('conflict');
  return accept({ type: flag, data: { target, dueAt, team: owner.team, urgency } });
}

/** Solved is noted; what is not goes back to people at once. */
function answerFollowUp({ status, followedUpAt, solved: answered }: Conversation, { solved, handoff, message }: Extract<Command, { type: 'answer-follow-up' }>): Decision {
  if (status !== 'resolved' || followedUpAt === null || answered !== null) return reject('conflict');
  const answer: EventDraft = { type: 'follow-up.answered', data: { solved } };
  if (solved) return accept(answer);
  return accept(answer, { type: 'conversation.reopened', data: { by: 'contact' } }, { type: 'handoff.requested', data: handoff }, { type: 'message.sent', data: message });
}

/**
 * The assistant speaks where it owns. To a contact who waits it may put questions; while a colleague
 * speaks it listens, and interrupts only for safety.
 */
function mayWrite(owner: Owner, { type, data }: TurnDraft): boolean {
  if (owner.kind === 'assistant') return type !== 'message.understood';
  if (type === 'message.understood' || type === 'urgency.raised') return true;
  if (type === 'message.sent') return data.kind === 'safety' || (owner.kind === 'queue' && data.kind === 'intake');
  return owner.kind === 'queue' && (type === 'handoff.requested' || type === 'locale.changed');
}

/** Nobody closes over a message of the contact that they have not read. */
function hasUnseen({ contactSeq }: Conversation, seenSeq: number | undefined): boolean {
  return seenSeq !== undefined && contactSeq > seenSeq;
}

function claim(conversation: Conversation, actor: Actor): Decision {
  if (conversation.status === 'resolved') return reject('already-resolved');
  // People may step in at any time, so an agent can also take a conversation from the assistant.
  return conversation.owner.kind === 'agent'
    ? reject('already-claimed')
    : accept(assigned(conversation, actor, actor.agentId));
}

function assigned(conversation: Conversation, to: Colleague, byAgentId: string | null): EventDraft {
  const team: Team = conversation.team ?? conversation.topic ?? 'general';
  return { type: 'conversation.assigned', data: { agentId: to.agentId, name: to.name, team, byAgentId } };
}

/** For what only the owner, or somebody who oversees, may do while a person owns the conversation. */
function asOwner(conversation: Conversation, actor: Actor, event: (team: Team, agent: Colleague) => EventDraft): Decision {
  const { owner, status } = conversation;
  if (status === 'resolved') return reject('already-resolved');
  if (owner.kind !== 'agent') return reject('not-owner');
  if (owner.agentId !== actor.agentId && !actor.oversees) return reject('not-owner');
  const { agentId, name } = actor.oversees ? actor : owner;
  return accept(event(owner.team, { agentId, name }));
}

const accept = (...events: EventDraft[]): Decision => ({ events });
const reject = (rejected: ErrorCode): Decision => ({ rejected });
