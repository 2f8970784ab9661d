import type { GoldenQuestion } from '../../domain/golden-question.ts';
import type { GoldenStore } from '../../ports.ts';
import type { Database } from './database.ts';

export function createGoldenStore(database: Database): GoldenStore {
  return {
    async list() {
      const rows = await database.reader.selectFrom('golden_question').select('data').execute();
      return rows.map(({ data }) => JSON.parse(data) as GoldenQuestion).sort((a, b) => compare(orderOf(a), orderOf(b)));
    },

    save: (question) => database.write(async (transaction) => {
      const { id, locale, utterance } = question;
      const taken = await transaction.selectFrom('golden_question').select('id').where('locale', '=', locale).where('utterance', '=', utterance).where('id', '!=', id).executeTakeFirst();
      if (taken) return 'duplicate';
      const row = { locale, utterance, data: JSON.stringify(question) };
      // Two who pin the same words at once: the second waits at the unique index, and finds that it came second.
      const { numInsertedOrUpdatedRows } = await transaction.insertInto('golden_question').values({ id, ...row })
        .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      if ((numInsertedOrUpdatedRows ?? 0n) > 0n) return 'saved';
      const { numUpdatedRows } = await transaction.updateTable('golden_question').set(row).where('id', '=', id).executeTakeFirst();
      return numUpdatedRows > 0n ? 'saved' : 'duplicate';
    }),

    remove: (id) => database.write(async (transaction) => {
      const { numDeletedRows } = await transaction.deleteFrom('golden_question').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    }),
  };
}

function orderOf({ articleId, locale, utterance }: GoldenQuestion): readonly string[] {
  return [articleId, locale, utterance];
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
