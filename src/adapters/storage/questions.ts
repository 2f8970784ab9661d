import type { Kysely } from 'kysely';
import type { QuestionStore } from '../../ports.ts';
import type { Database } from './database.ts';
import { createQuestionCounts } from './question-counts.ts';
import { groupFromRow, questionFromRow, questionToRow } from './question-rows.ts';
import type { Tables } from './schema.ts';

/** A transaction is committed at most so long after the time that it wrote; databases end what runs longer. */
const LATEST_COMMIT_MS = 30_000;

export function createQuestionStore(database: Database): QuestionStore {
  const { reader } = database;
  return {
    ...createQuestionCounts(reader),

    async listUnread(limit) {
      const last = await reader.selectFrom('question_reading').select((select) => select.fn.max('at').as('at')).executeTakeFirst();
      const rows = await reader.selectFrom('conversation as c').leftJoin('question_reading as r', 'r.conversation_id', 'c.id')
        .select(['c.id', 'c.seq', 'c.updated_at'])
        .where('c.updated_at', '>=', Number(last?.at ?? 0) - LATEST_COMMIT_MS)
        .where((is) => is.or([is('r.seq', 'is', null), is('r.seq', '<', is.ref('c.seq'))]))
        .orderBy('c.updated_at').orderBy('c.id').limit(limit).execute();
      return rows.map(({ id, seq, updated_at }) => ({ conversationId: id, seq, at: updated_at }));
    },

    async listOfConversation(conversationId) {
      const rows = await reader.selectFrom('question').selectAll().where('conversation_id', '=', conversationId).orderBy('seq').execute();
      return rows.map(questionFromRow);
    },

    replace: (conversations, groups) => database.write(async (transaction) => {
      for (const { id, example, createdAt, profile } of groups) {
        await transaction.insertInto('question_group')
          .values({ id, example_text: example.text, example_locale: example.locale, created_at: createdAt, profile: JSON.stringify(profile), started_article_id: null, closed: null })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ profile: JSON.stringify(profile) })).execute();
      }
      for (const conversation of conversations) await replaceOne(transaction, conversation);
    }),

    async listGroups(since) {
      const rows = await reader.selectFrom('question_group').selectAll()
        .where((is) => is.or([
          is('created_at', '>=', since),
          is.exists(is.selectFrom('question').select('seq').whereRef('question.group_id', '=', 'question_group.id').where('question.at', '>=', since)),
        ]))
        .orderBy('created_at').orderBy('id').execute();
      return rows.map(groupFromRow);
    },

    async getGroup(groupId) {
      const row = await reader.selectFrom('question_group').selectAll().where('id', '=', groupId).executeTakeFirst();
      return row && groupFromRow(row);
    },

    closeGroup: (groupId, closed) => change(database, groupId, { closed: closed && JSON.stringify(closed) }),
    noteArticle: (groupId, articleId) => change(database, groupId, { started_article_id: articleId }),
  };
}

function change(database: Database, groupId: string, fields: { closed?: string | null; started_article_id?: string }): Promise<boolean> {
  return database.write(async (transaction) => {
    const { numUpdatedRows } = await transaction.updateTable('question_group').set(fields).where('id', '=', groupId).executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

async function replaceOne(transaction: Kysely<Tables>, { conversationId, seq, at, questions }: Parameters<QuestionStore['replace']>[0][number]): Promise<void> {
  const { numInsertedOrUpdatedRows } = await transaction.insertInto('question_reading').values({ conversation_id: conversationId, seq, at })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet({ seq, at }).where('question_reading.seq', '<=', seq)).executeTakeFirst();
  // Another process has read more of it.
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return;
  await transaction.deleteFrom('question').where('conversation_id', '=', conversationId).execute();
  if (questions.length > 0) await transaction.insertInto('question').values(questions.map(questionToRow)).execute();
}
