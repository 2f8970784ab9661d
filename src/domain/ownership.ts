import type { Conversation, Owner } from './conversation.ts';
import type { ErrorCode } from './errors.ts';
import type { EventData, EventDraft } from './events.ts';
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
  | { readonly type: 'assign'; readonly actor: Actor; readonly to: { readonly agentId: string; readonly name: string } }
  | { readonly type: 'release'; readonly actor: Actor; readonly reason: EventData<'conversation.released'>['reason'] }
  | { readonly type: 'return' | 'resolve'; readonly actor: Actor; readonly seenSeq: number | undefined }
  | { readonly type: 'reply'; readonly actor: Actor; readonly message: EventData<'message.sent'> }
  | { readonly type: 'note'; readonly note: EventData<'note.added'> };

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
    case 'receive': {
      const received: EventDraft = { type: 'message.received', data: command.message };
      return status === 'resolved'
        ? accept({ type: 'conversation.reopened', data: { by: 'contact' } }, received)
        : accept(received);
    }
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
    case 'claim':
      return claim(conversation, command.actor);
    case 'assign':
      if (status === 'resolved') return reject('already-resolved');
      if (!command.actor.oversees && owner.kind === 'agent' && owner.agentId !== command.actor.agentId) return reject('not-owner');
      return accept(assigned(conversation, command.to, command.actor.agentId));
    case 'release':
      return asOwner(conversation, command.actor, (team, { agentId, name }) => ({
        type: 'conversation.released', data: { agentId, name, team, reason: command.reason },
      }));
    case 'return':
      if (hasUnseen(conversation, command.seenSeq)) return reject('conflict');
      return asOwner(conversation, command.actor, (_team, { agentId, name }) => ({ type: 'conversation.returned', data: { agentId, name } }));
    case 'resolve':
      if (hasUnseen(conversation, command.seenSeq)) return reject('conflict');
      return asOwner(conversation, command.actor, (_team, { agentId, name }) => ({ type: 'conversation.resolved', data: { agentId, name } }));
    case 'reply':
      if (status === 'resolved') return reject('already-resolved');
      // A reply is always its author's own: a supervisor who wants to speak takes the conversation first.
      return owner.kind === 'agent' && owner.agentId === command.actor.agentId
        ? accept({ type: 'message.sent', data: command.message })
        : reject('not-owner');
    case 'note':
      return accept({ type: 'note.added', data: command.note });
  }
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

function assigned(conversation: Conversation, to: { agentId: string; name: string }, byAgentId: string): EventDraft {
  const team: Team = conversation.team ?? conversation.topic ?? 'general';
  return { type: 'conversation.assigned', data: { agentId: to.agentId, name: to.name, team, byAgentId } };
}

/** For what only the owner, or somebody who oversees, may do while a person owns the conversation. */
function asOwner(conversation: Conversation, actor: Actor, event: (team: Team, owner: { agentId: string; name: string }) => EventDraft): Decision {
  const { owner, status } = conversation;
  if (status === 'resolved') return reject('already-resolved');
  if (owner.kind !== 'agent') return reject('not-owner');
  if (owner.agentId !== actor.agentId && !actor.oversees) return reject('not-owner');
  return accept(event(owner.team, actor.oversees ? actor : owner));
}

const accept = (...events: EventDraft[]): Decision => ({ events });
const reject = (rejected: ErrorCode): Decision => ({ rejected });
