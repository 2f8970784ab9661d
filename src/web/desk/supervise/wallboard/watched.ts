import type { RouteOutput } from '../../../../protocol/http.ts';
import type { Team } from '../../../../domain/teams.ts';
import type { Urgency } from '../../../../domain/urgencies.ts';

export type Board = RouteOutput<'getWallboard'>;
export type BoardAgent = Board['agents'][number];

/** A number of the wallboard that somebody looks behind. */
export type Watched =
  | { readonly kind: 'agent'; readonly agentId: string; readonly name: string }
  | { readonly kind: 'waiting'; readonly team: Team; readonly urgency: Urgency };

export function queryOf(watched: Watched): string {
  return new URLSearchParams(watched.kind === 'agent' ? { agentId: watched.agentId } : { team: watched.team, urgency: watched.urgency }).toString();
}

/** The beginning of the reader's day. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

interface Row { readonly id: string }

/**
 * A list that never moves under a hand: rows keep their place, new ones come at the end, and those that
 * left stay as they were, told apart.
 */
export function keepPlaces<T extends Row>(before: readonly { readonly row: T; readonly left: boolean }[], now: readonly T[]): { readonly row: T; readonly left: boolean }[] {
  const newest = new Map(now.map((row) => [row.id, row]));
  const known = new Set(before.map(({ row }) => row.id));
  return [
    ...before.map(({ row }) => ({ row: newest.get(row.id) ?? row, left: !newest.has(row.id) })),
    ...now.filter(({ id }) => !known.has(id)).map((row) => ({ row, left: false })),
  ];
}
