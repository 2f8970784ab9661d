import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { allows } from '../../domain/roles.ts';
import { urgencyRank } from '../../domain/urgencies.ts';
import type { SearchRequest } from '../../ports.ts';
import type { Tables } from './schema.ts';

type Row = ExpressionBuilder<Tables, 'conversation'>;
type Condition = ExpressionWrapper<Tables, 'conversation', SqlBool>;

/**
 * What a conversation's row must be like. Times are not in it. `mayRead` is not said whole here: where
 * `calls` is set, whoever reads the row asks it.
 */
export function whereRow(row: Row, { reader, filter }: Pick<SearchRequest, 'reader' | 'filter'>): Condition {
  const { agentIds, teams, intents, locales, urgencies, statuses, contactIds, caseNumbers } = filter;
  const conditions: Condition[] = [];
  if (!allows(reader.role, 'conversations.read-all')) conditions.push(row.or([row('team', 'in', atLeastOne(reader.teams)), row('owner_agent_id', '=', reader.id), row('calls', '=', 1)]));
  if (agentIds) conditions.push(row.or([row('owner_agent_id', 'in', atLeastOne(agentIds)), row('last_agent_id', 'in', atLeastOne(agentIds))]));
  if (teams) conditions.push(row('team', 'in', atLeastOne(teams)));
  if (intents) conditions.push(row('intent', 'in', atLeastOne(intents)));
  if (locales) conditions.push(row('locale', 'in', atLeastOne(locales)));
  if (urgencies) conditions.push(row('urgency_rank', 'in', urgencies.length > 0 ? urgencies.map(urgencyRank) : [-1]));
  if (statuses) conditions.push(row('status', 'in', atLeastOne(statuses)));
  if (contactIds) conditions.push(row('contact_id', 'in', atLeastOne(contactIds)));
  if (caseNumbers) conditions.push(row('case_number', 'in', atLeastOne(caseNumbers)));
  return row.and(conditions);
}

/** A list that nothing is in is no SQL. */
function atLeastOne(values: readonly string[]): readonly string[] {
  return values.length > 0 ? values : [''];
}

/** True where every row passes. */
export function isOpenToAll({ reader, filter: { since: _since, until: _until, ...filter } }: Pick<SearchRequest, 'reader' | 'filter'>): boolean {
  return allows(reader.role, 'conversations.read-all') && Object.values(filter).every((values) => values === undefined);
}
