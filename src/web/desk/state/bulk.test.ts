import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayRead } from '../../../domain/access.ts';
import type { Conversation } from '../../../domain/conversation.ts';
import { fold } from '../../../domain/fold-conversation.ts';
import { decideOwnership, type Actor, type Command } from '../../../domain/ownership.ts';
import { allows } from '../../../domain/roles.ts';
import { TEAMS } from '../../../domain/teams.ts';
import type { ImmediateCommand } from '../connection/commands.ts';
import { commandFor, undoFor, type BulkAction } from './bulk.ts';
import type { DeskConversation } from './model.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';

const PEOPLE = ['ana', 'bo'] as const;

/** What the server makes of a command: the conversation after it, or undefined where it refuses. */
function run(conversation: Conversation, command: ImmediateCommand, actor: Actor, me: Parameters<typeof mayRead>[0]): Conversation | undefined {
  if (!mayRead(me, conversation)) return undefined;
  const decision = decideOwnership(conversation, toDomain(command, actor));
  if ('rejected' in decision) return undefined;
  return decision.events.reduce((state, event) => fold(state, { ...event, conversationId: state.id, seq: state.seq + 1, at: 1_000 }), conversation);
}

function toDomain(command: ImmediateCommand, actor: Actor): Command {
  switch (command.type) {
    case 'assign': return { type: 'assign', actor, to: { agentId: command.agentId, name: command.agentId } };
    case 'transfer': return { type: 'transfer', actor, team: command.team };
    case 'snooze': return { type: 'snooze', actor, until: command.until };
    case 'resolve':
    case 'return': return { type: command.type, actor, seenSeq: command.seenSeq };
    case 'claim':
    case 'release':
    case 'wake':
    case 'reopen': return { type: command.type, actor };
    default: throw new Error(`not among what is done to many: ${command.type}`);
  }
}

const actions: fc.Arbitrary<BulkAction> = fc.oneof(
  fc.constantFrom('claim' as const, 'release' as const, 'resolve' as const).map((kind) => ({ kind })),
  fc.constantFrom(...PEOPLE).map((agentId) => ({ kind: 'assign' as const, agentId, name: agentId, note: '' })),
  fc.constantFrom(...TEAMS).map((team) => ({ kind: 'transfer' as const, team, note: '' })),
  fc.constant({ kind: 'snooze' as const, until: 5_000 }),
);
const conversations: fc.Arbitrary<DeskConversation> = fc.record({ who: fc.constantFrom('queue', 'assistant', ...PEOPLE), team: fc.constantFrom('security', 'payments', 'trading'), snoozed: fc.boolean() })
  .map(({ who, team, snoozed }) => aConversation({
    team, topic: team, queuedAt: who === 'assistant' ? null : 1, snoozedUntil: snoozed && who !== 'queue' && who !== 'assistant' ? 4_000 : null,
    owner: who === 'queue' ? { kind: 'queue', team } : who === 'assistant' ? { kind: 'assistant' } : { kind: 'agent', team, agentId: who, name: who },
  }));
const me = fc.constantFrom(aMe(), aMe({ role: 'supervisor', teams: [] }), aMe({ teams: [] }));

describe('undoFor', () => {
  it('gives only what the server lets this agent do, and puts back who has it and until when it is put aside', () => {
    fc.assert(fc.property(actions, conversations, me, (action, before, agent) => {
      const actor: Actor = { agentId: agent.id, name: agent.id, oversees: allows(agent.role, 'conversations.oversee') };
      const done = run(before, commandFor(action, before, () => 'note-id-1'), actor, agent);
      if (!done) return;
      const undo = undoFor(action, before, agent);
      const after = undo.reduce<Conversation | undefined>((state, command) => state && run(state, command, actor, agent), done);
      expect(after).toBeDefined();
      if (undo.length > 0) expect([after?.owner, after?.snoozedUntil, after?.status]).toEqual([before.owner, before.snoozedUntil, before.status]);
    }), { numRuns: 2_000 });
  });

  it.each<[string, BulkAction, Partial<DeskConversation>, readonly string[]]>([
    ['releases what was claimed', { kind: 'claim' }, {}, ['release']],
    ['hands back to the assistant what was claimed from it', { kind: 'claim' }, { owner: { kind: 'assistant' } }, ['return']],
    ['wakes what was put aside', { kind: 'snooze', until: 9 }, ownedBy('ana'), ['wake']],
    ['reopens what was resolved', { kind: 'resolve' }, ownedBy('ana'), ['reopen']],
    ['cannot take back what a colleague was given', { kind: 'assign', agentId: 'bo', name: 'Bo', note: '' }, {}, []],
    ['transfers back what is still in sight', { kind: 'transfer', team: 'payments', note: '' }, {}, ['transfer']],
    ['cannot take back what went out of sight', { kind: 'transfer', team: 'trading', note: '' }, {}, []],
  ])('%s', (_name, action, conversation, expected) => {
    expect(undoFor(action, aConversation(conversation), aMe()).map(({ type }) => type)).toEqual(expected);
  });
});

describe('commandFor', () => {
  it('resolves nothing over a message that was not seen, and sends a note along with its id', () => {
    expect(commandFor({ kind: 'resolve' }, aConversation({ seq: 12 }), () => 'x')).toEqual({ type: 'resolve', seenSeq: 12 });
    expect(commandFor({ kind: 'transfer', team: 'fraud', note: ' look ' }, aConversation(), () => 'note-id-1')).toEqual({ type: 'transfer', team: 'fraud', note: 'look', clientMessageId: 'note-id-1' });
  });
});
