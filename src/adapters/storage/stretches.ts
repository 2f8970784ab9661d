import type { Kysely } from 'kysely';
import type { Stretch } from '../../domain/stretch.ts';
import type { StretchCounts, StretchStore } from '../../ports.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

/** Stretches are written with the events that make them, in conversations.ts. */
export function createStretchStore({ reader }: Database): StretchStore {
  return {
    async read({ from, to }, after, limit) {
      const rows = await reader.selectFrom('stretch').select('data')
        // The index is entered where the page before ended; with `from` it would be walked from the beginning every time.
        .where('started_at', '>=', after?.startedAt ?? from).where('started_at', '<', to)
        .$if(after !== undefined, (query) => query.where((is) => is(is.refTuple('started_at', 'conversation_id', 'number'), '>', is.tuple(after!.startedAt, after!.conversationId, after!.number))))
        .orderBy('started_at').orderBy('conversation_id').orderBy('number').limit(limit).execute();
      return rows.map(({ data }) => JSON.parse(data) as Stretch);
    },
    countSince: (since) => countSince(reader, since),
  };
}

async function countSince(reader: Kysely<Tables>, since: number): Promise<StretchCounts> {
  const [begun, handed, resolved] = await Promise.all([
    reader.selectFrom('stretch').select((select) => select.fn.countAll<number>().as('count')).where('started_at', '>=', since).executeTakeFirstOrThrow(),
    reader.selectFrom('stretch').select((select) => select.fn.countAll<number>().as('count')).where('handed_at', 'is not', null).where('handed_at', '>=', since).executeTakeFirstOrThrow(),
    // Without its people's part the assistant's resolutions have no handed_at: `count` of it tells them apart.
    reader.selectFrom('stretch').select(['resolved_by', 'agent_id', (select) => select.fn.countAll<number>().as('count'), (select) => select.fn.count<number>('handed_at').as('handed')])
      .where('resolved_at', 'is not', null).where('resolved_at', '>=', since).groupBy(['resolved_by', 'agent_id']).execute(),
  ]);
  const byAgent = new Map<string, number>();
  for (const { resolved_by, agent_id, count } of resolved) if (resolved_by === 'agent' && agent_id !== null) byAgent.set(agent_id, (byAgent.get(agent_id) ?? 0) + Number(count));
  return {
    begun: Number(begun.count),
    handed: Number(handed.count),
    byAssistant: resolved.reduce((sum, { resolved_by, count, handed: withPeople }) => (resolved_by === 'assistant' ? sum + Number(count) - Number(withPeople) : sum), 0),
    resolved: resolved.reduce((sum, { count }) => sum + Number(count), 0),
    byAgent,
  };
}
