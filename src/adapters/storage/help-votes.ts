import { randomBytes } from 'node:crypto';
import type { Locale } from '../../domain/locales.ts';
import type { HelpVoteStore } from '../../ports.ts';
import type { Database } from './database.ts';

export function createHelpVoteStore(database: Database): HelpVoteStore {
  return {
    async salt(day) {
      const known = await database.reader.selectFrom('help_salt').select('salt').where('day', '=', day).executeTakeFirst();
      return known?.salt ?? await database.write(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction.insertInto('help_salt').values({ day, salt: randomBytes(32).toString('base64') }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
        // Whoever begins the day clears up after the one before, and nobody else beside them.
        if ((numInsertedOrUpdatedRows ?? 0n) > 0n) {
          await transaction.deleteFrom('help_salt').where('day', '<', day).execute();
          await transaction.deleteFrom('help_voter').where('day', '<', day).execute();
        }
        return (await transaction.selectFrom('help_salt').select('salt').where('day', '=', day).executeTakeFirstOrThrow()).salt;
      });
    },

    add: ({ articleId, locale, revision, helped, day, voter }) => database.write(async (transaction) => {
      const { numInsertedOrUpdatedRows } = await transaction.insertInto('help_voter').values({ voter, article_id: articleId, day }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
      const counted = helped ? 'helped' : 'not_helped';
      await transaction.insertInto('help_vote').values({ article_id: articleId, locale, revision, day, helped: 0, not_helped: 0, [counted]: 1 })
        .onConflict((conflict) => conflict.columns(['day', 'article_id', 'locale', 'revision']).doUpdateSet((is) => ({ [counted]: is(`help_vote.${counted}`, '+', 1) }))).execute();
      return true;
    }),

    async list({ since, articleId }) {
      let query = database.reader.selectFrom('help_vote').selectAll().where('day', '>=', since);
      if (articleId !== undefined) query = query.where('article_id', '=', articleId);
      const rows = await query.orderBy('day').orderBy('article_id').orderBy('locale').orderBy('revision').execute();
      return rows.map(({ article_id, locale, revision, day, helped, not_helped }) => ({ articleId: article_id, locale: locale as Locale, revision, day, helped, notHelped: not_helped }));
    },
  };
}
