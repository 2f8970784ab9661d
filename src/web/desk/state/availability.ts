import { allows } from '../../../domain/roles.ts';
import { decideOwnership, type Actor, type Command } from '../../../domain/ownership.ts';
import type { DeskConversation, Me } from './model.ts';

/** What the buttons of a conversation do. */
export const ACTIONS = ['claim', 'assign', 'release', 'return', 'resolve'] as const;
export type Action = (typeof ACTIONS)[number];
export type Attempt = Action | 'reply' | 'note';

/** Why a button cannot be pressed now: a key under `desk.unavailable`. */
export type Obstacle = 'offline' | 'resolved' | 'already-mine' | 'owned-by-other' | 'owned-by-assistant' | 'in-queue' | 'not-allowed';

export interface Standpoint {
  readonly me: Pick<Me, 'id' | 'name' | 'role'>;
  readonly online: boolean;
}

/**
 * What speaks against an action, or null where it can be done. The rule itself is the server's
 * (`decideOwnership`, the same code); here it is only given a reason that a person understands.
 * Replies and notes are kept and sent later, so being offline does not speak against them.
 */
export function obstacleTo(attempt: Attempt, conversation: DeskConversation, { me, online }: Standpoint): Obstacle | null {
  if (!allows(me.role, 'conversations.handle')) return 'not-allowed';
  if (isAlreadyMine(attempt, conversation, me.id)) return 'already-mine';
  const actor: Actor = { agentId: me.id, name: me.name, oversees: allows(me.role, 'conversations.oversee') };
  const decision = decideOwnership(conversation, commandOf(attempt, actor));
  if ('rejected' in decision) return reasonFrom(conversation);
  return online || attempt === 'reply' || attempt === 'note' ? null : 'offline';
}

function isAlreadyMine(attempt: Attempt, { status, owner }: DeskConversation, myId: string): boolean {
  return attempt === 'claim' && status === 'open' && owner.kind === 'agent' && owner.agentId === myId;
}

function reasonFrom({ status, owner }: DeskConversation): Obstacle {
  if (status === 'resolved') return 'resolved';
  if (owner.kind === 'agent') return 'owned-by-other';
  return owner.kind === 'queue' ? 'in-queue' : 'owned-by-assistant';
}

function commandOf(attempt: Attempt, actor: Actor): Command {
  const author = { kind: 'agent', agentId: actor.agentId, name: actor.name } as const;
  switch (attempt) {
    case 'assign':
      return { type: 'assign', actor, to: actor };
    case 'release':
      return { type: 'release', actor };
    case 'reply':
      return { type: 'reply', actor, message: { author, kind: 'reply', text: '-', locale: 'en', citations: [], choices: [] } };
    case 'note':
      return { type: 'note', note: { author, text: '-', clientMessageId: 'probe-only' } };
    case 'claim':
      return { type: 'claim', actor };
    case 'return':
    case 'resolve':
      return { type: attempt, actor, seenSeq: undefined };
  }
}
