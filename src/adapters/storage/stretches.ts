import type { Stretch } from '../../domain/stretch.ts';
import type { StretchStore } from '../../ports.ts';
import type { Database } from './database.ts';

/** Stretches are written with the events that make them, in conversations.ts. */
export function createStretchStore({ reader }: Database): StretchStore {
  return {
    async read({ from, to }, after, limit) {
      const rows = await reader.selectFrom('stretch').select('data')
        .where('started_at', '>=', from).where('started_at', '<', to)
        .$if(after !== undefined, (query) => query.where((is) => is(is.refTuple('started_at', 'conversation_id', 'number'), '>', is.tuple(after!.startedAt, after!.conversationId, after!.number))))
        .orderBy('started_at').orderBy('conversation_id').orderBy('number').limit(limit).execute();
      return rows.map(({ data }) => JSON.parse(data) as Stretch);
    },
  };
}
