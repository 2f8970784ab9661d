import { useEffect, useMemo, useState } from 'react';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import type { PresenceStatus } from '../../../../domain/presence.ts';
import type { RouteOutput } from '../../../../protocol/http.ts';
import { useDeskApi, useDeskState } from '../../connection/desk-context.tsx';
import { orderColleagues } from '../../state/colleague-order.ts';
import type { Colleague, DeskConversation } from '../../state/model.ts';

export interface TeamDestination {
  readonly team: Team;
  /** Null until it is known. */
  readonly waiting: number | null;
  readonly since: number | null;
  /** How many of its people are there now. */
  readonly available: number;
}

export interface AgentDestination {
  readonly colleague: Colleague;
  readonly status: PresenceStatus;
  /** How many conversations they have; null until it is known. */
  readonly load: number | null;
}

/** To whom a conversation can be given now: who is there first, then the best suited. */
export function useDestinations(conversation: DeskConversation): { readonly teams: readonly TeamDestination[]; readonly agents: readonly AgentDestination[] } {
  const colleagues = useDeskState((state) => state.colleagues);
  const presence = useDeskState((state) => state.presence);
  const counts = useCounts();
  return useMemo(() => {
    const statusOf = (id: string): PresenceStatus => presence.get(id) ?? 'offline';
    const loads = new Map(counts?.agents.map(({ agentId, load }) => [agentId, load]));
    const teams = TEAMS.filter((team) => conversation.owner.kind !== 'queue' || conversation.owner.team !== team).map((team): TeamDestination => {
      const row = counts?.teams.find((one) => one.team === team);
      return {
        team, waiting: row?.waiting ?? null, since: row?.since ?? null,
        available: colleagues.filter(({ id, teams: theirs }) => theirs.includes(team) && statusOf(id) === 'available').length,
      };
    });
    const agents = orderColleagues(colleagues, conversation).map((colleague): AgentDestination => (
      { colleague, status: statusOf(colleague.id), load: counts ? loads.get(colleague.id) ?? 0 : null }
    ));
    return { teams, agents: RANKS.flatMap((status) => agents.filter((one) => one.status === status)) };
  }, [colleagues, presence, counts, conversation]);
}

const RANKS: readonly PresenceStatus[] = ['available', 'away', 'offline'];

/** As they are when the list is opened; without them the list is as useful, only less is known. */
function useCounts(): RouteOutput<'listDestinations'> | null {
  const api = useDeskApi();
  const [counts, setCounts] = useState<RouteOutput<'listDestinations'> | null>(null);
  useEffect(() => {
    let current = true;
    api.listDestinations().then((answer) => { if (current) setCounts(answer); }, () => undefined);
    return () => { current = false; };
  }, [api]);
  return counts;
}
