import { allows } from '../../../domain/roles.ts';
import { decideOwnership, type Actor, type Command } from '../../../domain/ownership.ts';
import { TEAMS } from '../../../domain/teams.ts';
import type { DeskConversation, Me } from './model.ts';

/** What the buttons of a conversation do. */
export const ACTIONS = ['claim', 'assign', 'transfer', 'release', 'return', 'resolve', 'snooze', 'wake', 'reopen', 'open-thread'] as const;
export type Action = (typeof ACTIONS)[number];
/** `give`: to a colleague or to a team, whichever can be done. */
export type Attempt = Action | 'give' | 'reply' | 'note';

/** Why a button cannot be pressed now: a key under `desk.unavailable`. */
export type Obstacle = 'offline' | 'resolved' | 'already-mine' | 'owned-by-other' | 'owned-by-assistant' | 'in-queue' | 'not-snoozed' | 'not-resolved' | 'not-allowed';

export interface Standpoint {
  readonly me: Pick<Me, 'id' | 'name' | 'role'>;
  readonly online: boolean;
}

/**
 * What speaks against an action, or null where it can be done. The rule itself is the server's
 * (`decideOwnership`, the same code); here it is only given a reason that a person understands.
 * Replies and notes are kept and sent later, so being offline does not speak against them.
 */
export function obstacleTo(attempt: Attempt, conversation: DeskConversation, standpoint: Standpoint): Obstacle | null {
  if (attempt === 'give') return obstacleTo('assign', conversation, standpoint) && obstacleTo('transfer', conversation, standpoint);
  const { me, online } = standpoint;
  if (!allows(me.role, 'conversations.handle')) return 'not-allowed';
  if (isAlreadyMine(attempt, conversation, me.id)) return 'already-mine';
  const actor: Actor = { agentId: me.id, name: me.name, oversees: allows(me.role, 'conversations.oversee') };
  const decision = decideOwnership(conversation, commandOf(attempt, actor, conversation));
  if ('rejected' in decision) return reasonFrom(attempt, conversation);
  return online || attempt === 'reply' || attempt === 'note' ? null : 'offline';
}

function isAlreadyMine(attempt: Attempt, { status, owner }: DeskConversation, myId: string): boolean {
  return attempt === 'claim' && status === 'open' && owner.kind === 'agent' && owner.agentId === myId;
}

function reasonFrom(attempt: Attempt, { status, owner, snoozedUntil }: DeskConversation): Obstacle {
  if (attempt === 'reopen') return 'not-resolved';
  if (status === 'resolved') return 'resolved';
  if (attempt === 'wake' && snoozedUntil === null) return 'not-snoozed';
  if (owner.kind === 'agent') return 'owned-by-other';
  return owner.kind === 'queue' ? 'in-queue' : 'owned-by-assistant';
}

function commandOf(attempt: Exclude<Attempt, 'give'>, actor: Actor, { owner }: DeskConversation): Command {
  const author = { kind: 'agent', agentId: actor.agentId, name: actor.name } as const;
  switch (attempt) {
    case 'assign':
      return { type: 'assign', actor, to: actor };
    case 'transfer': {
      const elsewhere = TEAMS.find((team) => owner.kind === 'assistant' || team !== owner.team) ?? 'general';
      return { type: 'transfer', actor, team: elsewhere };
    }
    case 'reply':
      return { type: 'reply', actor, message: { author, kind: 'reply', text: '-', locale: 'en', citations: [], choices: [] } };
    case 'note':
      return { type: 'note', note: { author, text: '-', clientMessageId: 'probe-only' } };
    case 'open-thread':
      return { type: 'open-thread', thread: { threadId: 'probe-only', to: { kind: 'supervisors' }, author, text: '-', clientMessageId: 'probe-only' } };
    case 'snooze':
      return { type: 'snooze', actor, until: 0 };
    case 'claim':
    case 'release':
    case 'wake':
    case 'reopen':
      return { type: attempt, actor };
    case 'return':
    case 'resolve':
      return { type: attempt, actor, seenSeq: undefined };
  }
}
