import * as z from 'zod';
import { DOCUMENT_PATHS, MAX_DOCUMENT_BYTES, readDocumentPath } from '../domain/documents/document-path.ts';
import { PROBLEM_CODES, SEVERITIES } from '../domain/documents/problem-codes.ts';
import { INTENT_IDS } from '../domain/intents.ts';
import { localeSchema } from '../domain/locales.ts';
import { TEAMS } from '../domain/teams.ts';
import { URGENCIES } from '../domain/urgencies.ts';

/** What editors change, as it crosses the wire. Times are ms since the epoch. */
export const documentPathSchema = z.string().max(200).refine((path) => readDocumentPath(path) !== undefined, `expected ${DOCUMENT_PATHS}`);

/** Longer texts are refused by their bytes; a character has one at least. */
export const documentTextSchema = z.string().max(MAX_DOCUMENT_BYTES, `expected at most ${MAX_DOCUMENT_BYTES / 1024} KB`);

export const editorSchema = z.object({ id: z.string().nullable().describe('Null for the set-up, a command line and the schedule.'), name: z.string() }).meta({ id: 'Editor' });

export const problemSchema = z.object({
  path: z.string(),
  line: z.int().describe('In the file, counted from 1.'),
  field: z.string().describe('`title`, `phrasings.3`, `body`: the part of the document.'),
  code: z.enum(PROBLEM_CODES),
  values: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the sentence of the code is filled with.'),
  problem: z.string().describe('In English, for command lines.'),
  expected: z.string(),
  severity: z.enum(SEVERITIES),
}).meta({ id: 'DocumentProblem' });

/** A way in which a translation differs from its source. `section` counts the `##` headings from 1; 0 is what stands before them. */
export const differenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['numbers', 'links', 'variables']), missing: z.array(z.string()).describe('The source has them.'), extra: z.array(z.string()).describe('Only the translation has them.') }),
  z.object({ kind: z.enum(['steps', 'points', 'warnings', 'sections']), section: z.int().nullable().describe('Null for the whole article.'), source: z.int().describe('How many the source has.'), translation: z.int() }),
]).meta({ id: 'TranslationDifference' });

export const draftStateSchema = z.enum(['draft', 'review', 'scheduled']);

export const draftMarkSchema = z.object({
  state: draftStateSchema,
  version: z.int().describe('Counts up with every change; 0 is no draft.'),
  base: z.int().describe('Number of the published revision that it was begun from; 0 where there was none.'),
  publishAt: z.int().nullable().describe('When it is published by itself; null unless scheduled.'),
  editor: editorSchema,
  updatedAt: z.int(),
  removes: z.boolean().describe('It asks for the removal of the document.'),
  returned: z.enum(['conflict', 'problems', 'golden']).nullable().describe('Why the schedule could not publish it and gave it back; null where it did not.'),
}).meta({ id: 'DraftMark' });

export const draftSchema = draftMarkSchema.extend({ path: z.string(), text: z.string().nullable() }).meta({ id: 'Draft' });

export const revisionMarkSchema = z.object({
  path: z.string(),
  number: z.int().describe('Counted from 1 in each document.'),
  kind: z.enum(['published', 'draft']),
  editor: editorSchema,
  at: z.int(),
  publicationId: z.int().nullable().describe('Null for a draft that was kept.'),
}).meta({ id: 'RevisionMark' });

export const revisionSchema = revisionMarkSchema.extend({ text: z.string().nullable().describe('Null where it was taken away.') }).meta({ id: 'Revision' });

export const publicationSchema = z.object({
  id: z.int().describe('Counts up.'),
  kind: z.enum(['seed', 'publish', 'schedule', 'archive', 'revert', 'import']),
  editor: editorSchema,
  note: z.string(),
  at: z.int(),
  changes: z.array(z.object({ path: z.string(), from: z.int(), to: z.int() })).describe('Numbers of revisions; 0 for none. Of the first publication, which holds everything, none are listed.'),
}).meta({ id: 'Publication' });

export const translationMarkSchema = z.object({
  title: z.string().nullable(),
  summary: z.string().nullable(),
  state: z.enum(['current', 'stale', 'missing']).describe('Of what is published. Stale: the source changed since, or its facts differ.'),
  differences: z.array(differenceSchema),
  revision: z.int().describe('Number of the published revision; 0 where none is.'),
  publishedAt: z.int().nullable(),
  draft: draftMarkSchema.nullable(),
}).meta({ id: 'TranslationMark' });

export const editedArticleSchema = z.object({
  id: z.string(),
  state: z.enum(['published', 'new', 'archived']),
  revision: z.int().describe('Of article.yaml, as it is published; 0 where it is not.'),
  draft: draftMarkSchema.nullable().describe('Of article.yaml.'),
  // Of the draft where nothing is published. Null where the file cannot be understood.
  category: z.string().nullable(),
  team: z.enum(TEAMS).nullable(),
  intent: z.enum(INTENT_IDS).nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  calmIntent: z.enum(INTENT_IDS).nullable(),
  related: z.array(z.string()),
  tags: z.array(z.string()),
  covers: z.string(),
  translations: z.record(localeSchema, translationMarkSchema).describe('Every language.'),
}).meta({ id: 'EditedArticle' });

export type DocumentProblem = z.infer<typeof problemSchema>;
export type EditedArticle = z.infer<typeof editedArticleSchema>;
export type TranslationMark = z.infer<typeof translationMarkSchema>;
export type WireDraft = z.infer<typeof draftSchema>;
export type WireRevision = z.infer<typeof revisionSchema>;
export type WirePublication = z.infer<typeof publicationSchema>;
