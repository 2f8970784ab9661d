import { allows } from '../domain/roles.ts';
import { presenceAt } from '../domain/presence.ts';
import { TEAMS, type Team } from '../domain/teams.ts';
import type { AgentStore, Clock, DeskSettingsStore, PresenceStore } from '../ports.ts';

/** Every contact who waits asks; who is there does not change as fast. */
const KEPT_MS = 1_000;

/** Whether somebody is there who takes a team's conversations. */
export function createIsStaffed({ agents, presence, deskSettings, clock }: {
  agents: Pick<AgentStore, 'list'>;
  presence: Pick<PresenceStore, 'list'>;
  deskSettings: Pick<DeskSettingsStore, 'current'>;
  clock: Clock;
}): (team: Team) => Promise<boolean> {
  let kept: { readonly at: number; readonly teams: Promise<ReadonlySet<Team>> } | undefined;

  async function findStaffed(): Promise<ReadonlySet<Team>> {
    const [all, rows] = await Promise.all([agents.list(), presence.list()]);
    const lostAfterMs = deskSettings.current().settings.releaseAfterSeconds * 1000;
    const there = new Set(rows.filter((row) => presenceAt(row, clock.now(), lostAfterMs) === 'available').map(({ agentId }) => agentId));
    const working = all.filter(({ id, role }) => there.has(id) && allows(role, 'conversations.handle'));
    return new Set(TEAMS.filter((team) => working.some(({ teams }) => teams.includes(team))));
  }

  return async function isStaffed(team) {
    if (!kept || clock.now() - kept.at >= KEPT_MS) kept = { at: clock.now(), teams: findStaffed() };
    return (await kept.teams).has(team);
  };
}
