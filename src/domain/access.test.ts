import { describe, expect, it } from '@jest/globals';
import { mayRead } from './access.ts';
import type { Owner } from './conversation.ts';
import type { Role } from './roles.ts';
import type { Team } from './teams.ts';

const agent = (role: Role, ...teams: Team[]) => ({ id: 'ana', role, teams });
const fraudQueue: Owner = { kind: 'queue', team: 'fraud' };
const anas: Owner = { kind: 'agent', team: 'fraud', agentId: 'ana', name: 'Ana' };

describe('mayRead', () => {
  it.each([
    ['an agent', 'what waits for the own team', agent('agent', 'fraud'), { owner: fraudQueue, team: 'fraud' as const }, true],
    ['an agent', 'what waits for another team', agent('agent', 'payments'), { owner: fraudQueue, team: 'fraud' as const }, false],
    ['an agent', 'the own conversation of another team', agent('agent', 'payments'), { owner: anas, team: 'fraud' as const }, true],
    ['an agent', 'what the assistant handles', agent('agent', 'fraud'), { owner: { kind: 'assistant' as const }, team: null }, false],
    ['an agent', 'what the team had once', agent('agent', 'fraud'), { owner: { kind: 'assistant' as const }, team: 'fraud' as const }, true],
    ['an agent', 'what a note called them to', agent('agent', 'payments'), { owner: fraudQueue, team: 'fraud' as const, invited: ['ana'] }, true],
    ['a supervisor', 'everything', agent('supervisor'), { owner: { kind: 'assistant' as const }, team: null }, true],
    ['an editor', 'nothing', agent('editor', 'fraud'), { owner: fraudQueue, team: 'fraud' as const }, false],
    ['an administrator', 'everything', agent('admin'), { owner: fraudQueue, team: 'fraud' as const }, true],
  ])('%s, %s', (_who, _what, who, conversation, expected) => {
    expect(mayRead(who, { threads: [], invited: [], ...conversation })).toBe(expected);
  });
});
