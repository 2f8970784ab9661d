import { sql, type Kysely } from 'kysely';
import type { Dialect } from '../database.ts';
import type { Tables } from '../schema.ts';
import { idType } from './id-type.ts';

/** What editors change: documents with their revisions and drafts, publications, and the images of articles. */
export async function addDocuments(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await db.schema.createTable('document')
    .addColumn('path', idType(dialect), (column) => column.primaryKey())
    .addColumn('published', 'integer', (column) => column.notNull())
    .addColumn('publication_id', 'integer', (column) => column.notNull())
    .addColumn('revisions', 'integer', (column) => column.notNull())
    .addColumn('draft_versions', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('document_publication').on('document').columns(['publication_id']).execute();
  await db.schema.createTable('document_revision')
    .addColumn('path', idType(dialect), (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('editor_id', 'text')
    .addColumn('editor_name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('publication_id', 'integer')
    .addPrimaryKeyConstraint('document_revision_key', ['path', 'number'])
    .execute();
  await db.schema.createTable('document_draft')
    .addColumn('path', idType(dialect), (column) => column.primaryKey())
    .addColumn('text', 'text')
    .addColumn('base', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('publish_at', 'bigint')
    .addColumn('returned', 'text')
    .addColumn('editor_id', 'text')
    .addColumn('editor_name', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createTable('publication')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('editor_id', 'text')
    .addColumn('editor_name', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createTable('image')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('content', dialect === 'postgres' ? 'bytea' : 'blob', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** Utterances that editors pinned to articles. */
export async function addGoldenQuestions(db: Kysely<Tables>): Promise<void> {
  await db.schema.createTable('golden_question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('utterance', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addUniqueConstraint('golden_question_words', ['locale', 'utterance'])
    .execute();
}

/** "Was this helpful?" on help pages, counted by day; who voted is forgotten with the day. */
export async function addHelpVotes(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const id = idType(dialect);
  await db.schema.createTable('help_vote')
    .addColumn('day', id, (column) => column.notNull())
    .addColumn('article_id', id, (column) => column.notNull())
    .addColumn('locale', id, (column) => column.notNull())
    .addColumn('revision', id, (column) => column.notNull())
    .addColumn('helped', 'integer', (column) => column.notNull())
    .addColumn('not_helped', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('help_vote_key', ['day', 'article_id', 'locale', 'revision'])
    .execute();
  await db.schema.createTable('help_voter')
    .addColumn('voter', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('day', id, (column) => column.notNull())
    .addPrimaryKeyConstraint('help_voter_key', ['voter', 'article_id', 'day'])
    .execute();
  await db.schema.createTable('help_salt')
    .addColumn('day', id, (column) => column.primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .execute();
}

/** What contacts asked and what became of it, read from the log in the background, and the groups of what nobody answers. */
export async function addQuestions(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const id = idType(dialect);
  await db.schema.createTable('question')
    .addColumn('conversation_id', id, (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('intent', 'text', (column) => column.notNull())
    .addColumn('article_id', id)
    .addColumn('helped', 'integer')
    .addColumn('handed_over', 'integer', (column) => column.notNull())
    .addColumn('group_id', id)
    .addPrimaryKeyConstraint('question_key', ['conversation_id', 'seq'])
    .execute();
  await db.schema.createIndex('question_asked').on('question').columns(['at']).execute();
  await db.schema.createIndex('question_grouped').on('question').columns(['group_id', 'at']).where(sql.ref('group_id'), 'is not', null).execute();
  await db.schema.createIndex('question_answered').on('question').columns(['article_id', 'at']).where(sql.ref('article_id'), 'is not', null).execute();
  await db.schema.createTable('question_reading')
    .addColumn('conversation_id', id, (column) => column.primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('question_reading_at').on('question_reading').columns(['at']).execute();
  await db.schema.createTable('question_group')
    .addColumn('id', id, (column) => column.primaryKey())
    .addColumn('example_text', 'text', (column) => column.notNull())
    .addColumn('example_locale', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('profile', 'text', (column) => column.notNull())
    .addColumn('started_article_id', 'text')
    .addColumn('closed', 'text')
    .execute();
}
