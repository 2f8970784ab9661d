import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Conversation } from '../../domain/conversation.ts';
import { compareLatest, compareOpen, compareWaiting, type PageEdge } from '../../domain/queue-order.ts';
import { TEAMS, type Team } from '../../domain/teams.ts';
import { urgencyRank } from '../../domain/urgencies.ts';
import type { PageFilter } from '../../ports.ts';
import { conversationFromRow } from './rows.ts';
import type { ConversationTable, Tables } from './schema.ts';

type Query = SelectQueryBuilder<Tables, 'conversation', ConversationTable>;

interface PageKind {
  /** Those of one team. What stands in an index's condition is written into the statement, or the index is not used. */
  readonly of: (query: Query, team: Team | null) => Query;
  readonly from: (query: Query, edge: PageEdge) => Query;
  readonly order: (query: Query) => Query;
  /** The same order, for what is merged here. */
  readonly compare: (a: Conversation, b: Conversation) => number;
}

const PAGES: Record<PageFilter['view'], PageKind> = {
  queue: {
    of: (query, team) => query.where('owner_kind', '=', sql.lit('queue')).where('owner_team', '=', team),
    from: (query, { urgency, dueAt, queuedAt, id }) => query.where((is) =>
      is(is.refTuple('urgency_rank', 'due_at', 'queued_at', 'id'), '>', is.tuple(urgencyRank(urgency), dueAt, queuedAt ?? 0, id))),
    order: (query) => query.orderBy('urgency_rank').orderBy('due_at').orderBy('queued_at').orderBy('id'),
    compare: compareWaiting,
  },
  open: {
    of: (query, team) => ofTeam(query.where('status', '=', sql.lit('open')), team),
    from: (query, { urgency, dueAt, id }) => query.where((is) =>
      is(is.refTuple('urgency_rank', 'due_at', 'id'), '>', is.tuple(urgencyRank(urgency), dueAt, id))),
    order: (query) => query.orderBy('urgency_rank').orderBy('due_at').orderBy('id'),
    compare: compareOpen,
  },
  resolved: {
    of: (query, team) => ofTeam(query.where('status', '=', 'resolved'), team),
    from: (query, { updatedAt, id }) => query.where((is) => is(is.refTuple('updated_at', 'id'), '<', is.tuple(updatedAt, id))),
    order: (query) => query.orderBy('updated_at', 'desc').orderBy('id', 'desc'),
    compare: compareLatest,
  },
};

/** Each team's part is read in its index's order and the heads are merged: one statement over several would sort them all. */
export async function listPage(db: Kysely<Tables>, { view, teams }: PageFilter, after: PageEdge | null, limit: number): Promise<Conversation[]> {
  const { of, from, order, compare } = PAGES[view];
  const parts = teams === 'all' ? [...TEAMS, null] : [...new Set(teams)];
  const heads = await Promise.all(parts.map((team) => {
    const query = of(db.selectFrom('conversation').selectAll(), team);
    return order(after ? from(query, after) : query).limit(limit).execute();
  }));
  return heads.flatMap((rows) => rows.map(conversationFromRow)).sort(compare).slice(0, limit);
}

function ofTeam(query: Query, team: Team | null): Query {
  return team === null ? query.where('team', 'is', null) : query.where('team', '=', team);
}
