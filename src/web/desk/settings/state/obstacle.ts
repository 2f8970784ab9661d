import type { DeskSettings, TeamSettings } from '../../../../domain/desk-settings.ts';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import { isBroken } from './calendar-problems.ts';
import { isExplorerLink } from './explorer-links.ts';

/** Stands in a draft for a term of which it is not clear what was typed: no promise is ever saved that nobody meant. */
export const UNCLEAR_TERM = -1;

/** Why settings cannot be saved: the server would refuse them. */
export interface Obstacle {
  readonly kind: 'calendar' | 'term' | 'explorer' | 'label';
  readonly team?: Team;
}

/** The first thing that has to be mended before the settings can be saved. */
export function findObstacle({ teams, explorers, rubric }: DeskSettings): Obstacle | null {
  for (const team of TEAMS) {
    const kind = obstacleOf(teams[team]);
    if (kind) return { kind, team };
  }
  if (Object.values(explorers).some(({ transaction, address }) => !isExplorerLink(transaction) || !isExplorerLink(address))) return { kind: 'explorer' };
  return rubric.some(({ label }) => label.trim() === '') ? { kind: 'label' } : null;
}

/** What of one team has to be mended. */
export function obstacleOf({ calendar, sla }: Pick<TeamSettings, 'calendar' | 'sla'>): 'calendar' | 'term' | null {
  if (isBroken(calendar)) return 'calendar';
  return Object.values(sla).some((terms) => Object.values(terms).includes(UNCLEAR_TERM)) ? 'term' : null;
}
