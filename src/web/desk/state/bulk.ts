import { allows } from '../../../domain/roles.ts';
import type { Team } from '../../../domain/teams.ts';
import type { ImmediateCommand } from '../connection/commands.ts';
import type { DeskConversation, Me } from './model.ts';

/** What is done to many conversations at once. */
export type BulkAction =
  | { readonly kind: 'claim' | 'release' | 'resolve' }
  | { readonly kind: 'assign'; readonly agentId: string; readonly name: string; readonly note: string }
  | { readonly kind: 'transfer'; readonly team: Team; readonly note: string }
  | { readonly kind: 'snooze'; readonly until: number };

/** @param newId makes the client message id of a note. */
export function commandFor(action: BulkAction, { seq }: DeskConversation, newId: () => string): ImmediateCommand {
  switch (action.kind) {
    case 'claim':
    case 'release': return { type: action.kind };
    // Nobody closes over a message that came in this moment and was not seen.
    case 'resolve': return { type: 'resolve', seenSeq: seq };
    case 'assign': return { type: 'assign', agentId: action.agentId, ...withNote(action.note, newId) };
    case 'transfer': return { type: 'transfer', team: action.team, ...withNote(action.note, newId) };
    case 'snooze': return { type: 'snooze', until: action.until };
  }
}

function withNote(note: string, newId: () => string): { note?: string; clientMessageId?: string } {
  return note.trim() === '' ? {} : { note: note.trim(), clientMessageId: newId() };
}

type Undoer = Pick<Me, 'id' | 'role' | 'teams'>;

/**
 * What puts back as it was who has the conversation and until when it is put aside; empty where this
 * agent could not do that any more, as with what was given to a colleague.
 * @param before the conversation before the action was done to it.
 */
export function undoFor(action: BulkAction, before: DeskConversation, me: Undoer): readonly ImmediateCommand[] {
  if (action.kind === 'snooze') return [before.snoozedUntil === null ? { type: 'wake' } : { type: 'snooze', until: before.snoozedUntil }];
  if (!keepsHold(action, before, me)) return [];
  const giveBack = giveBackTo(action, before, me);
  return before.snoozedUntil === null ? giveBack : [...giveBack, { type: 'snooze', until: before.snoozedUntil }];
}

function giveBackTo(action: BulkAction, { owner }: DeskConversation, me: Undoer): readonly ImmediateCommand[] {
  const reopened: readonly ImmediateCommand[] = action.kind === 'resolve' ? [{ type: 'reopen' }] : [];
  switch (owner.kind) {
    case 'assistant': return [...reopened, { type: 'return' }];
    case 'queue': return action.kind === 'transfer' ? [{ type: 'transfer', team: owner.team }] : [...reopened, { type: 'release' }];
    case 'agent': {
      if (action.kind === 'resolve' && owner.agentId === me.id) return reopened;
      // It is given back in the team where it was; giving alone leaves it in the other.
      const moved: readonly ImmediateCommand[] = action.kind === 'transfer' && action.team !== owner.team ? [{ type: 'transfer', team: owner.team }] : [];
      return [...reopened, ...moved, { type: 'assign', agentId: owner.agentId }];
    }
  }
}

/** Whether the agent may still see it and act on it when it is done. */
function keepsHold(action: BulkAction, { owner, team }: DeskConversation, { id, role, teams }: Undoer): boolean {
  if (allows(role, 'conversations.oversee')) return true;
  const seesTeam = (one: Team | null): boolean => one !== null && teams.includes(one);
  switch (action.kind) {
    case 'assign': return action.agentId === id;
    case 'transfer': return seesTeam(action.team) && (owner.kind === 'queue' || seesTeam(team));
    case 'release':
    case 'resolve': return seesTeam(team);
    default: return true;
  }
}
