import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Conversation } from '../../domain/conversation.ts';
import { compareWaiting, deadlineOf, NO_DEADLINE } from '../../domain/queue-order.ts';
import type { Team } from '../../domain/teams.ts';
import { URGENCIES, urgencyRank } from '../../domain/urgencies.ts';
import type { ConversationFilter, ConversationStore } from '../../ports.ts';
import { listPage } from './conversation-pages.ts';
import { conversationFromRow } from './rows.ts';
import type { ConversationTable, Tables } from './schema.ts';

type Lists = Omit<ConversationStore, 'start' | 'append' | 'rewind' | 'get' | 'getMany' | 'read' | 'findByClientMessageId'>;

/** Everything that is found by what conversations are like, and not by their ids. */
export function createConversationLists(reader: Kysely<Tables>): Lists {
  return {
    ...createContactLists(reader), ...createQueueLists(reader), ...createTimerLists(reader), ...createRiskLists(reader),
    list: (filter, limit) => list(reader, filter, limit),
    listPage: (filter, after, limit) => listPage(reader, filter, after, limit),
  };
}

/** Of one contact. */
function createContactLists(reader: Kysely<Tables>): Pick<Lists, 'latestOfContact' | 'listOfContact' | 'findByCaseNumber'> {
  return {
    async latestOfContact(contactId) {
      const row = await reader.selectFrom('conversation').selectAll()
        .where('contact_id', '=', contactId).orderBy('id', 'desc').limit(1).executeTakeFirst();
      return row && conversationFromRow(row);
    },

    async listOfContact(contactId, limit) {
      const rows = await reader.selectFrom('conversation').selectAll()
        .where('contact_id', '=', contactId).orderBy('id', 'desc').limit(limit).execute();
      return rows.map(conversationFromRow);
    },

    async findByCaseNumber(caseNumber) {
      const row = await reader.selectFrom('conversation').selectAll().where('case_number', '=', caseNumber).executeTakeFirst();
      return row && conversationFromRow(row);
    },
  };
}

/** Who waits, for whom, and who has how many. */
function createQueueLists(reader: Kysely<Tables>): Pick<Lists, 'countAhead' | 'listWaiting' | 'recentWaits' | 'countOwned' | 'countWaiting' | 'countOpen'> {
  return {
    countAhead: (conversation) => countAhead(reader, conversation),

    async listWaiting(team) {
      const rows = await reader.selectFrom('conversation').select(['id', 'urgency_rank'])
        .where('owner_kind', '=', 'queue').where('owner_team', '=', team)
        .orderBy('urgency_rank').orderBy('due_at').orderBy('queued_at').orderBy('id').execute();
      return rows.map((row) => ({ id: row.id, urgency: URGENCIES[row.urgency_rank] ?? 'critical' }));
    },

    async recentWaits({ team, urgency, since }, limit) {
      const rows = await reader.selectFrom('conversation').select('waited_ms')
        .where('team', '=', team).where('urgency_rank', '=', urgencyRank(urgency)).where('waited_ms', 'is not', null).where('assigned_at', '>', since)
        .orderBy('assigned_at', 'desc').limit(limit).execute();
      return rows.map((row) => row.waited_ms ?? 0);
    },

    async countOwned() {
      const rows = await reader.selectFrom('conversation').select(['owner_agent_id as agentId', (select) => select.fn.countAll<number>().as('count')])
        .where('owner_kind', '=', 'agent').where('snoozed_until', 'is', null).groupBy('owner_agent_id').execute();
      return new Map(rows.map(({ agentId, count }) => [agentId ?? '', Number(count)]));
    },

    async countWaiting() {
      const rows = await reader.selectFrom('conversation')
        .select(['owner_team', 'urgency_rank', (select) => select.fn.countAll<number>().as('count'), (select) => select.fn.min('queued_at').as('since'), (select) => select.fn.min('due_at').as('dueAt')])
        .where('owner_kind', '=', 'queue').groupBy(['owner_team', 'urgency_rank']).execute();
      return rows.map(({ owner_team, urgency_rank, count, since, dueAt }) => ({
        team: owner_team as Team, urgency: URGENCIES[urgency_rank] ?? 'critical', count: Number(count), since: Number(since), dueAt: Number(dueAt),
      }));
    },

    async countOpen() {
      const rows = await reader.selectFrom('conversation').select(['team', (select) => select.fn.countAll<number>().as('count')])
        .where('status', '=', sql.lit('open')).groupBy('team').execute();
      return new Map(rows.map(({ team, count }) => [team as Team | null, Number(count)]));
    },
  };
}

/** What time makes happen. */
function createTimerLists(reader: Kysely<Tables>): Pick<Lists, 'listDue' | 'listClocked' | 'listUnanswered'> {
  return {
    async listDue(at, limit) {
      const rows = await reader.selectFrom('conversation').selectAll()
        .where('timer_at', 'is not', null).where('timer_at', '<=', at).orderBy('timer_at').limit(limit).execute();
      return rows.map(conversationFromRow);
    },

    async listClocked() {
      const rows = await reader.selectFrom('conversation').select('id').where((is) => is.or([is('status', '=', 'open'), is('timer_at', 'is not', null)])).execute();
      return rows.map(({ id }) => id);
    },

    async listUnanswered(at, limit) {
      const rows = await reader.selectFrom('conversation').select('id')
        .where('owner_kind', '=', 'assistant').where('unanswered_at', 'is not', null).where('unanswered_at', '<', at)
        .orderBy('unanswered_at').limit(limit).execute();
      return rows.map((row) => row.id);
    },
  };
}

/** What those look at who oversee all of it. */
function createRiskLists(reader: Kysely<Tables>): Pick<Lists, 'listAtRisk' | 'countAtRisk' | 'countAssistants'> {
  // The index has only those with a deadline, and is used only where the statement itself says so.
  const dueBy = (until: number) => reader.selectFrom('conversation').where('due_at', '<', sql.lit(NO_DEADLINE)).where('due_at', '<=', until);
  return {
    async listAtRisk(until, limit) {
      const rows = await dueBy(until).selectAll().orderBy('due_at').limit(limit).execute();
      return rows.map(conversationFromRow);
    },

    async countAtRisk(until) {
      const { count } = await dueBy(until).select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      return Number(count);
    },

    async countAssistants() {
      const { count } = await reader.selectFrom('conversation').select((select) => select.fn.countAll<number>().as('count'))
        .where('status', '=', sql.lit('open')).where('owner_kind', '=', sql.lit('assistant')).executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

async function list(db: Kysely<Tables>, filter: ConversationFilter, limit: number): Promise<Conversation[]> {
  if (filter.view === 'queue') return listQueues(db, filter, limit);
  const rows = await queryFor(db.selectFrom('conversation').selectAll().limit(limit), filter).execute();
  return rows.map(conversationFromRow);
}

/** Each queue is read in its index's order and the heads are merged: one statement over several would sort all who wait. */
async function listQueues(db: Kysely<Tables>, { teams, urgency }: Extract<ConversationFilter, { view: 'queue' }>, limit: number): Promise<Conversation[]> {
  const queues = await Promise.all([...new Set(teams)].map((team) => db.selectFrom('conversation').selectAll()
    .where('owner_kind', '=', 'queue').where('owner_team', '=', team)
    .$if(urgency !== undefined, (query) => query.where('urgency_rank', '=', urgencyRank(urgency ?? 'critical')))
    .orderBy('urgency_rank').orderBy('due_at').orderBy('queued_at').orderBy('id').limit(limit).execute()));
  return queues.flatMap((rows) => rows.map(conversationFromRow)).sort(compareWaiting).slice(0, limit);
}

type ConversationQuery = SelectQueryBuilder<Tables, 'conversation', ConversationTable>;

function queryFor(query: ConversationQuery, filter: Exclude<ConversationFilter, { view: 'queue' }>): ConversationQuery {
  switch (filter.view) {
    case 'mine':
      return query.where('owner_kind', '=', 'agent').where('owner_agent_id', '=', filter.agentId)
        .orderBy('urgency_rank').orderBy('updated_at', 'desc');
    case 'all':
      return (filter.teams === 'all' ? query : query.where('team', 'in', [...filter.teams]))
        .where('status', '=', filter.status).orderBy('updated_at', 'desc');
    case 'calls':
      return query.where('calls', '=', 1).orderBy('updated_at', 'desc');
    case 'unreviewed':
      return query.where('status', '=', sql.lit('resolved')).where('reviewed', '=', sql.lit(0)).where('last_agent_id', 'is not', null).where('resolved_at', '>=', filter.since).orderBy('resolved_at', 'desc');
  }
}

async function countAhead(db: Kysely<Tables>, conversation: Conversation): Promise<number> {
  const { owner, queuedAt, id } = conversation;
  if (owner.kind !== 'queue' || queuedAt === null) return 0;
  const { ahead } = await db.selectFrom('conversation')
    .select((select) => select.fn.countAll<number>().as('ahead'))
    .where('owner_kind', '=', 'queue').where('owner_team', '=', owner.team)
    .where((is) => is(is.refTuple('urgency_rank', 'due_at', 'queued_at', 'id'), '<', is.tuple(urgencyRank(conversation.urgency), deadlineOf(conversation), queuedAt, id)))
    .executeTakeFirstOrThrow();
  return Number(ahead);
}
