import { sql } from 'kysely';
import type { Review, ReviewStore } from '../../ports.ts';
import type { Database } from './database.ts';
import { eventFromRow } from './rows.ts';

/** Reviews are events; they are written as all others are, in conversations.ts. */
export function createReviewStore({ reader }: Database): ReviewStore {
  return {
    async read({ from, to }, after, limit) {
      const rows = await reader.selectFrom('event').selectAll()
        .where('type', '=', sql.lit('conversation.reviewed')).where('at', '>=', after?.at ?? from).where('at', '<', to)
        .$if(after !== undefined, (query) => query.where((is) => is(is.refTuple('at', 'conversation_id', 'seq'), '>', is.tuple(after!.at, after!.conversationId, after!.seq))))
        .orderBy('at').orderBy('conversation_id').orderBy('seq').limit(limit).execute();
      return rows.map((row) => eventFromRow(row) as Review);
    },
  };
}
