import { describe, expect, it } from '@jest/globals';
import type { Role } from '../../../domain/roles.ts';
import { obstacleTo, type Attempt, type Obstacle } from './availability.ts';
import type { DeskConversation } from './model.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';

const ATTEMPTS: readonly Attempt[] = ['claim', 'assign', 'release', 'return', 'resolve', 'reply', 'note'];
const SITUATIONS = {
  queue: aConversation(),
  assistant: aConversation({ owner: { kind: 'assistant' } }),
  mine: aConversation(ownedBy('ana')),
  theirs: aConversation(ownedBy('bo', 'Bo')),
  resolved: aConversation({ status: 'resolved', owner: { kind: 'assistant' } }),
} satisfies Record<string, DeskConversation>;

type Row = readonly (Obstacle | null)[];

function rowOf(situation: keyof typeof SITUATIONS, role: Role, online = true): Row {
  return ATTEMPTS.map((attempt) => obstacleTo(attempt, SITUATIONS[situation], { me: aMe({ role }), online }));
}

describe('obstacleTo', () => {
  const table: [Role, keyof typeof SITUATIONS, Row][] = [
    //                         claim              assign             release               return                resolve               reply                 note
    ['agent', 'queue',        [null,              null,              'in-queue',           'in-queue',           'in-queue',           'in-queue',           null]],
    ['agent', 'assistant',    [null,              null,              'owned-by-assistant', 'owned-by-assistant', 'owned-by-assistant', 'owned-by-assistant', null]],
    ['agent', 'mine',         ['already-mine',    null,              null,                 null,                 null,                 null,                 null]],
    ['agent', 'theirs',       ['owned-by-other',  'owned-by-other',  'owned-by-other',     'owned-by-other',     'owned-by-other',     'owned-by-other',     null]],
    ['agent', 'resolved',     ['resolved',        'resolved',        'resolved',           'resolved',           'resolved',           'resolved',           null]],
    ['supervisor', 'theirs',  ['owned-by-other',  null,              null,                 null,                 null,                 'owned-by-other',     null]],
    ['supervisor', 'queue',   [null,              null,              'in-queue',           'in-queue',           'in-queue',           'in-queue',           null]],
  ];

  it.each(table)('lets the %s do to one in the situation "%s" what the rules of ownership allow', (role, situation, expected) => {
    expect(rowOf(situation, role)).toEqual(expected);
  });

  it('gives a conversation to a colleague wherever it is, and to a team only where people have it', () => {
    const of = (attempt: Attempt, situation: keyof typeof SITUATIONS): Obstacle | null => obstacleTo(attempt, SITUATIONS[situation], { me: aMe(), online: true });
    expect((['queue', 'assistant', 'mine', 'theirs', 'resolved'] as const).map((one) => [of('give', one), of('transfer', one)])).toEqual([
      [null, null], [null, 'owned-by-assistant'], [null, null], ['owned-by-other', 'owned-by-other'], ['resolved', 'resolved'],
    ]);
  });

  it('says that nothing was put aside, or that nothing is resolved, where somebody wants it back', () => {
    const of = (attempt: Attempt, conversation: DeskConversation): Obstacle | null => obstacleTo(attempt, conversation, { me: aMe(), online: true });
    expect([of('wake', SITUATIONS.mine), of('wake', { ...SITUATIONS.mine, snoozedUntil: 1 })]).toEqual(['not-snoozed', null]);
    expect([of('reopen', SITUATIONS.mine), of('reopen', SITUATIONS.resolved)]).toEqual(['not-resolved', null]);
  });

  it('lets nobody do anything who may not handle conversations', () => {
    expect(new Set(rowOf('queue', 'editor'))).toEqual(new Set(['not-allowed']));
  });

  it('keeps replies and notes possible without a connection, and nothing else', () => {
    expect(rowOf('mine', 'agent', false)).toEqual(['already-mine', 'offline', 'offline', 'offline', 'offline', null, null]);
  });
});
