import * as z from 'zod';
import { ID_PATTERN, MAX_DOCUMENT_BYTES, MAX_ID_LENGTH } from '../../domain/documents/document-path.ts';
import { goldenResultSchema } from '../../domain/golden-question.ts';
import { INTENT_IDS } from '../../domain/intents.ts';
import { localeSchema } from '../../domain/locales.ts';
import { TEAMS } from '../../domain/teams.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import {
  differenceSchema, documentPathSchema, documentTextSchema, draftMarkSchema, draftSchema, draftStateSchema, editedArticleSchema,
  problemSchema, publicationSchema, revisionMarkSchema, revisionSchema,
} from '../documents.ts';
import type { Route } from './route.ts';

/** JSON may write a character in six. */
const LIMIT = 6 * MAX_DOCUMENT_BYTES + 4096;
export const MAX_IMAGE_BYTES = 1024 * 1024;
const MOST_AT_ONCE = 500;

const idSchema = z.string().max(MAX_ID_LENGTH).regex(ID_PATTERN, 'expected lower-case words joined by hyphens');
const pathQuery = z.object({ path: documentPathSchema });
const version = z.int().min(0);
const noteSchema = z.string().trim().max(500).default('');
const problems = z.array(problemSchema);

const refusals = [
  z.object({ state: z.literal('conflict'), path: z.string().describe('What somebody changed meanwhile.') }),
  z.object({ state: z.literal('refused'), problems }),
] as const;
const published = z.object({ state: z.literal('published'), publication: publicationSchema, problems: problems.describe('Warnings.') });
const draftConflict = z.object({ state: z.literal('conflict'), draft: draftSchema.nullable().describe('As it is now; null where there is none any more.') });

const goldenSchema = z.object({
  run: z.int().describe('Golden questions of the changed articles and of their neighbours.'),
  changed: z.array(goldenResultSchema),
  broken: z.array(goldenResultSchema),
  needsReason: z.boolean().describe('A question of an article that is not changed would break.'),
}).meta({ id: 'GoldenJudgement' });

const plannedSchema = z.object({
  path: z.string(),
  version: z.int(),
  change: z.enum(['new', 'changed', 'removed', 'unchanged']).describe('Publishing what is unchanged says that it is still right: a stale translation becomes current.'),
  outdated: z.boolean().describe('Something else was published since the draft was begun: merge first.'),
  added: z.int().describe('Lines.'),
  removed: z.int(),
  text: z.string().nullable(),
  before: z.string().nullable().describe('What is published; null where nothing is.'),
  becomesStale: z.array(localeSchema).describe('Translations that publishing this leaves behind.'),
  problems,
});

const versioned = z.object({ version: version.describe('Number of the published revision.') });
const exchangeForm = z.record(z.string(), z.string().max(2_000)).describe('Values by name, in the order of the file.');
const categoryForm = z.array(z.strictObject({ id: idSchema, team: z.enum(TEAMS), titles: z.partialRecord(localeSchema, z.string().trim().min(1).max(80)).default({}).describe('Where readers see another title than the one that comes with Vigil.') })).min(1).max(100);

/** What editors change: drafts, their checks and publications. */
export const DOCUMENT_ROUTES = {
  listArticles: {
    method: 'get', path: '/api/editor/articles', access: 'knowledge.edit',
    summary: 'Every article, also new and archived ones, with the state of each language.',
    response: z.object({
      version: z.int().describe('Id of the last publication.'),
      categories: z.array(z.object({ id: z.string(), team: z.enum(TEAMS) })),
      articles: z.array(editedArticleSchema),
      drafts: z.array(z.object({ path: z.string(), draft: draftMarkSchema })).describe('Every draft, those of categories and settings among them.'),
    }),
  },
  readDocument: {
    method: 'get', path: '/api/editor/document', access: 'knowledge.edit',
    summary: 'A document with its draft and its problems; a translation with its source. Both are null for a path that nothing stands under yet.',
    query: pathQuery,
    response: z.object({
      path: z.string(),
      published: revisionSchema.nullable().describe('The last one; its text is null where it is archived.'),
      draft: draftSchema.nullable(),
      problems: problems.describe('Of the draft where there is one.'),
      source: z.object({
        state: z.enum(['current', 'stale', 'missing']),
        now: revisionSchema.describe('The article in English as it is published.'),
        then: revisionSchema.nullable().describe('As it was when this translation was published; null where it was not.'),
        differences: z.array(differenceSchema).describe('Of the draft where there is one.'),
      }).nullable().describe('Null for anything but a translation, and where nothing is published in English.'),
    }),
  },
  saveDraft: {
    method: 'put', path: '/api/editor/draft', access: 'knowledge.edit', limit: LIMIT,
    summary: 'Keeps the draft that all editors share. `conflict` with the draft of the other where it is another version: merge and save on that. What was scheduled is a draft again.',
    body: z.strictObject({
      path: documentPathSchema, text: documentTextSchema.nullable().describe('Null asks for the removal of the document.'),
      version: version.describe('The version that was read; 0 where there was no draft.'), base: version.describe('Number of the published revision that it was begun from.'),
    }),
    response: z.discriminatedUnion('state', [z.object({ state: z.literal('saved'), draft: draftSchema, problems }), draftConflict]),
  },
  moveDraft: {
    method: 'post', path: '/api/editor/draft/move', access: 'knowledge.edit',
    summary: 'Sends a draft to review or back, or schedules it. `refused` where it has errors and should be scheduled.',
    body: z.strictObject({ path: documentPathSchema, version, state: draftStateSchema, publishAt: z.int().nullable().default(null).describe('In the future where the state is `scheduled`, else null.') }),
    response: z.discriminatedUnion('state', [z.object({ state: z.literal('saved'), draft: draftSchema }), draftConflict, z.object({ state: z.literal('refused'), problems })]),
  },
  discardDraft: {
    method: 'post', path: '/api/editor/draft/discard', access: 'knowledge.edit',
    summary: 'Takes the draft away. Its text stays among the revisions.',
    body: z.strictObject({ path: documentPathSchema, version }),
    response: z.discriminatedUnion('state', [z.object({ state: z.literal('discarded') }), draftConflict]),
  },
  checkDocument: {
    method: 'post', path: '/api/editor/check', access: 'knowledge.edit', limit: LIMIT,
    summary: 'What is wrong with a text, beside what is published. Nothing is kept.',
    body: z.strictObject({ path: documentPathSchema, text: documentTextSchema }),
    response: z.object({ problems }),
  },
  previewDocument: {
    method: 'post', path: '/api/editor/preview', access: 'knowledge.edit', limit: LIMIT,
    summary: 'A translation as contacts would see it. `unreadable` where the text is none yet.',
    body: z.strictObject({ path: documentPathSchema, text: documentTextSchema }),
    response: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('shown'), title: z.string(), summary: z.string(),
        answer: z.string().describe('What the widget is sent: Markdown.'), page: z.string().describe('The help page: a whole document of HTML without scripts.'),
      }),
      z.object({ state: z.literal('unreadable'), problems }),
    ]),
  },
  planPublication: {
    method: 'post', path: '/api/editor/plan', access: 'knowledge.edit',
    summary: 'What publishing these drafts would do. Nothing is changed.',
    body: z.strictObject({ paths: z.array(documentPathSchema).min(1).max(MOST_AT_ONCE) }),
    response: z.object({ documents: z.array(plannedSchema), golden: goldenSchema.nullable().describe('Null where there are errors.') }),
  },
  publish: {
    method: 'post', path: '/api/editor/publish', access: 'knowledge.edit', audit: 'knowledge.published', limit: 256 * 1024,
    summary: 'Publishes drafts, all or none. Running assistants use them at once.',
    body: z.strictObject({
      documents: z.array(z.strictObject({ path: documentPathSchema, version: version.min(1) })).min(1).max(MOST_AT_ONCE),
      note: noteSchema, reason: z.string().trim().min(1).max(500).nullable().default(null).describe('Why golden questions of other articles may break.'),
    }),
    response: z.discriminatedUnion('state', [published, ...refusals, z.object({ state: z.literal('needs-reason'), golden: goldenSchema })]),
  },
  listPublications: {
    method: 'get', path: '/api/editor/publications', access: 'knowledge.edit',
    summary: 'Publications, the latest first.',
    query: z.object({ before: z.coerce.number().int().min(1).optional().describe('Id of the last one of the page before.'), limit: z.coerce.number().int().min(1).max(100).default(30) }),
    response: z.object({ publications: z.array(publicationSchema) }),
  },
  revertPublication: {
    method: 'post', path: '/api/editor/publications/:publicationId/revert', access: 'knowledge.edit', audit: 'knowledge.reverted',
    summary: 'Publishes the texts that stood before this publication. `conflict` where something else was published of a document since; the first publication cannot be reverted.',
    params: z.object({ publicationId: z.coerce.number().int().min(1) }), body: z.strictObject({ note: noteSchema }),
    response: z.discriminatedUnion('state', [published, ...refusals]),
  },
  listRevisions: {
    method: 'get', path: '/api/editor/revisions', access: 'knowledge.edit',
    summary: 'Revisions of a document, the latest first, drafts that were kept among them; at most 200.',
    query: pathQuery, response: z.object({ revisions: z.array(revisionMarkSchema) }),
  },
  readRevision: {
    method: 'get', path: '/api/editor/revision', access: 'knowledge.edit',
    summary: 'A revision with its text.',
    query: pathQuery.extend({ number: z.coerce.number().int().min(1) }), response: z.object({ revision: revisionSchema }),
  },
  createArticle: {
    method: 'post', path: '/api/editor/articles', access: 'knowledge.edit',
    summary: 'Begins an article: drafts of article.yaml and of one language. `conflict` where the id was ever used.',
    body: z.strictObject({
      id: idSchema, category: idSchema, intent: z.enum(INTENT_IDS), urgency: z.enum(URGENCIES).default('normal'), covers: z.string().trim().min(1).max(500),
      related: z.array(idSchema).max(4).default([]), tags: z.array(idSchema).max(20).default([]),
      locale: localeSchema.default('en'), title: z.string().trim().min(1).max(160), summary: z.string().trim().min(1).max(400).optional(), phrasings: z.array(z.string().trim().min(1).max(600)).max(200).default([]),
    }),
    response: z.object({ articleId: z.string(), paths: z.array(z.string()) }),
  },
  archiveArticle: {
    method: 'post', path: '/api/editor/articles/:articleId/archive', access: 'knowledge.edit', audit: 'knowledge.published',
    summary: 'Takes an article with all its languages out of what is published; reverting that publication brings it back. Its drafts are kept among the revisions. `needs-confirmation` where other articles lead to it.',
    params: z.object({ articleId: idSchema }), body: z.strictObject({ confirmed: z.boolean().default(false), note: noteSchema }),
    response: z.discriminatedUnion('state', [published, ...refusals, z.object({ state: z.literal('needs-confirmation'), problems: problems.describe('Where it is referred to.') })]),
  },
  readExchange: {
    method: 'get', path: '/api/editor/exchange', access: 'knowledge.edit',
    summary: 'The facts of the exchange that articles name as {{exchange.<name>}}, and how often each is named.',
    response: versioned.extend({ settings: exchangeForm, uses: z.record(z.string(), z.int()) }),
  },
  saveExchange: {
    method: 'put', path: '/api/editor/exchange', access: 'knowledge.edit', audit: 'exchange.saved',
    summary: 'Publishes the facts of the exchange; comments of the file stay.',
    body: z.strictObject({ version, settings: exchangeForm, note: noteSchema }),
    response: z.discriminatedUnion('state', [published.extend({ version }), ...refusals]),
  },
  readCategories: {
    method: 'get', path: '/api/editor/categories', access: 'knowledge.edit',
    summary: 'The shelves of the help centre in their order, with how many articles stand on each.',
    response: versioned.extend({ categories: categoryForm, uses: z.record(z.string(), z.int()) }),
  },
  saveCategories: {
    method: 'put', path: '/api/editor/categories', access: 'knowledge.edit', audit: 'knowledge.published',
    summary: 'Publishes the shelves. Refused where an article would stand on none.',
    body: z.strictObject({ version, categories: categoryForm, note: noteSchema }),
    response: z.discriminatedUnion('state', [published.extend({ version }), ...refusals]),
  },
  addImage: {
    method: 'post', path: '/api/editor/images', access: 'knowledge.edit',
    summary: `Keeps an image for articles: PNG, JPEG, WebP or GIF, told by its content; at most ${MAX_IMAGE_BYTES / 1024 / 1024} MB. An article shows it as \`![what it shows](image:<name>)\`.`,
    bytes: MAX_IMAGE_BYTES,
    response: z.object({ name: z.string().describe('`<sha>.<ext>`: the same bytes have the same name.'), type: z.string(), bytes: z.int(), path: z.string().describe('Where it is served.') }),
  },
} as const satisfies Record<string, Route>;
