import { sql, type Kysely } from 'kysely';
import type { Locale } from '../../domain/locales.ts';
import type { QuestionOutcome } from '../../domain/question-outcome.ts';
import type { QuestionStore } from '../../ports.ts';
import { questionFromRow } from './question-rows.ts';
import type { Tables } from './schema.ts';

type Counts = Pick<QuestionStore, 'countGroups' | 'totalGroups' | 'count' | 'listOfGroup' | 'timesOfGroup' | 'countUse' | 'listOfArticle'>;

/** So many ids stand in one statement: SQLite and PostgreSQL both have a limit. */
const IDS = 500;

/** What is counted and listed of questions. */
export function createQuestionCounts(reader: Kysely<Tables>): Counts {
  return { ...createGroupCounts(reader), ...createArticleCounts(reader) };
}

function createGroupCounts(reader: Kysely<Tables>): Pick<Counts, 'countGroups' | 'totalGroups' | 'count' | 'listOfGroup' | 'timesOfGroup'> {
  return {
    async countGroups({ from, to }) {
      const rows = await reader.selectFrom('question').select(['group_id', 'locale', 'outcome', (select) => select.fn.countAll<number>().as('count')])
        .where('at', '>=', from).where('at', '<', to).where('group_id', 'is not', null).groupBy(['group_id', 'locale', 'outcome']).execute();
      return rows.map(({ group_id, locale, outcome, count }) => ({ groupId: group_id ?? '', locale: locale as Locale, outcome: outcome as QuestionOutcome, count: Number(count) }));
    },

    async totalGroups(groupIds) {
      const totals = new Map<string, { total: number; firstAt: number; lastAt: number }>();
      for (let i = 0; i < groupIds.length; i += IDS) {
        const rows = await reader.selectFrom('question')
          .select(['group_id', (select) => select.fn.countAll<number>().as('total'), (select) => select.fn.min('at').as('first'), (select) => select.fn.max('at').as('last')])
          .where('group_id', 'in', groupIds.slice(i, i + IDS)).groupBy('group_id').execute();
        for (const { group_id, total, first, last } of rows) totals.set(group_id ?? '', { total: Number(total), firstAt: Number(first), lastAt: Number(last) });
      }
      return totals;
    },

    async count({ from, to }) {
      const { count } = await reader.selectFrom('question').select((select) => select.fn.countAll<number>().as('count')).where('at', '>=', from).where('at', '<', to).executeTakeFirstOrThrow();
      return Number(count);
    },

    async listOfGroup(groupId, limit) {
      const rows = await reader.selectFrom('question').selectAll().where('group_id', '=', groupId)
        .orderBy('at', 'desc').orderBy('conversation_id', 'desc').orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(questionFromRow);
    },

    async timesOfGroup(groupId, { from, to }) {
      const rows = await reader.selectFrom('question').select('at').where('group_id', '=', groupId).where('at', '>=', from).where('at', '<', to).orderBy('at').execute();
      return rows.map(({ at }) => at);
    },
  };
}

function createArticleCounts(reader: Kysely<Tables>): Pick<Counts, 'countUse' | 'listOfArticle'> {
  return {
    async countUse({ from, to }, locale) {
      const rows = await reader.selectFrom('question')
        .select(['article_id', 'locale', (select) => select.fn.countAll<number>().as('uses')])
        .select([
          sql<number>`sum(case when helped = 1 then 1 else 0 end)`.as('helped'),
          sql<number>`sum(case when helped = 0 then 1 else 0 end)`.as('not_helped'),
          sql<number>`count(distinct conversation_id)`.as('conversations'),
          sql<number>`count(distinct case when handed_over = 1 then conversation_id end)`.as('handed_over'),
        ])
        .where('at', '>=', from).where('at', '<', to).where('article_id', 'is not', null)
        .$if(locale !== null, (query) => query.where('locale', '=', locale!))
        .groupBy(['article_id', 'locale']).orderBy('article_id').orderBy('locale').execute();
      return rows.map((row) => ({
        articleId: row.article_id ?? '', locale: row.locale as Locale, uses: Number(row.uses), helped: Number(row.helped), notHelped: Number(row.not_helped),
        conversations: Number(row.conversations), handedOver: Number(row.handed_over),
      }));
    },

    async listOfArticle(articleId, { from, to }, limit) {
      const rows = await reader.selectFrom('question').selectAll()
        .where('article_id', '=', articleId).where('at', '>=', from).where('at', '<', to)
        .orderBy('at', 'desc').orderBy('conversation_id', 'desc').orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(questionFromRow);
    },
  };
}
