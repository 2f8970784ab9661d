import type { Kysely } from 'kysely';
import { mayRead } from '../../domain/access.ts';
import { AppError } from '../../domain/errors.ts';
import type { FoundConversation, SearchPage, SearchRequest } from '../../ports.ts';
import { conversationFromRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { whereRow } from './search-filter.ts';

interface Edge { readonly updatedAt: number; readonly id: string }

/** Conversations by what they are, the latest change first. */
export async function findByState(db: Kysely<Tables>, request: SearchRequest, after: string | null, limit: number): Promise<SearchPage> {
  const found: FoundConversation[] = [];
  let edge = after === null ? undefined : readEdge(after);
  while (found.length < limit) {
    const edges = await listEdges(db, request, edge, limit);
    const rows = edges.length === 0 ? [] : await db.selectFrom('conversation').selectAll().where('id', 'in', edges.map(({ id }) => id)).execute();
    const byId = new Map(rows.map((row) => [row.id, conversationFromRow(row)]));
    for (const one of edges) {
      const conversation = byId.get(one.id);
      edge = one;
      if (conversation && mayRead(request.reader, conversation)) found.push({ conversation, said: null });
      if (found.length === limit) break;
    }
    if (edges.length < limit && found.length < limit) return { found, next: null };
  }
  return { found, next: edge ? `${edge.updatedAt}.${edge.id}` : null };
}

/** Out of the index alone: rows are wide, and a rare filter passes over many. */
async function listEdges(db: Kysely<Tables>, request: SearchRequest, after: Edge | undefined, limit: number): Promise<Edge[]> {
  const { since, until } = request.filter;
  let query = db.selectFrom('conversation').select(['id', 'updated_at as updatedAt']).where((row) => whereRow(row, request));
  if (since !== undefined) query = query.where('updated_at', '>=', since);
  if (until !== undefined) query = query.where('updated_at', '<', until);
  if (after) query = query.where((row) => row(row.refTuple('updated_at', 'id'), '<', row.tuple(after.updatedAt, after.id)));
  return query.orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

function readEdge(cursor: string): Edge {
  const [, updatedAt, id] = /^(\d{1,16})\.([\w-]{1,64})$/.exec(cursor) ?? [];
  if (updatedAt === undefined || id === undefined) throw new AppError('invalid-input', 'cursor: expected `next` of the page before', { field: 'cursor' });
  return { updatedAt: Number(updatedAt), id };
}
