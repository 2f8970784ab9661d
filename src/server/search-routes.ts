import type { SearchConversations } from '../desk/search-conversations.ts';
import { readCaseNumber } from '../domain/read-case-number.ts';
import type { MountRoute } from './http/mount-route.ts';

/** Finding conversations again. */
export function mountSearchRoutes(mount: MountRoute, { searchConversations }: { searchConversations: SearchConversations }): void {
  mount('searchConversations', async ({ agent, query }) => {
    const { q, timeZone, cursor = null, limit, case: caseNumbers, ...filters } = query;
    const { results, next } = await searchConversations(agent, {
      query: q, timeZone, cursor, limit,
      filters: {
        agent: listOf(filters.agent), team: listOf(filters.team), intent: listOf(filters.intent), language: listOf(filters.language), urgency: listOf(filters.urgency),
        status: listOf(filters.status), contact: listOf(filters.contact), after: listOf(filters.after), before: listOf(filters.before),
        case: listOf(caseNumbers).flatMap((typed) => readCaseNumber(typed) ?? []),
      },
    });
    return { results: results.map(({ conversation, hit }) => ({ conversation, hit: hit && { ...hit, marks: hit.marks.map(([start, end]): [number, number] => [start, end]) } })), next };
  });
}

function listOf<T>(values: T | T[] | undefined): T[] {
  return values === undefined ? [] : [values].flat() as T[];
}
