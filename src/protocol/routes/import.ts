import * as z from 'zod';
import { PROBLEM_CODES } from '../../domain/documents/problem-codes.ts';
import { IMPORT_KINDS } from '../../domain/import-kind.ts';
import { IMPORT_PROBLEMS } from '../../domain/import-problem.ts';
import { localeSchema } from '../../domain/locales.ts';
import type { Route } from './route.ts';

const MAX_IMPORT_FILES = 2_000;
/** Of the request: 5 MB in base64, and what stands around them. */
const MAX_IMPORT_REQUEST = 8 * 1024 * 1024;

const importShape = {
  kind: z.enum(IMPORT_KINDS),
  files: z.array(z.strictObject({
    path: z.string().trim().min(1).max(500).describe('Name of the file with its folders, by `/`.'),
    base64: z.base64().describe('The bytes as they are on disk, so that another encoding is told from UTF-8.'),
  })).min(1, 'expected a file').max(MAX_IMPORT_FILES, `expected at most ${MAX_IMPORT_FILES} files`),
  locale: localeSchema.describe('Where a row or a file does not say its language.'),
  category: z.string().max(100).describe('Where it does not say its category; an id of categories.yaml.'),
  replace: z.boolean().default(false).describe('What exists already gets a draft with the new text; otherwise it is an error of the row.'),
};

const importError = z.object({
  file: z.string(),
  row: z.int().nullable().describe('Counted from 1 among the articles of the file, without the heading; null where it is about the file.'),
  line: z.int().nullable().describe('Line of the file, from 1; null where it has none.'),
  field: z.string(),
  code: z.enum([...IMPORT_PROBLEMS, ...PROBLEM_CODES]).describe('Those of documents are about an `article.yaml`.'),
  values: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the sentence of the code is filled with.'),
  problem: z.string(), expected: z.string(),
}).meta({ id: 'ImportError' });

const importDocument = z.object({
  path: z.string().describe('Of the document that would be a draft: `articles/<id>/<locale>.md` or `articles/<id>/article.yaml`.'),
  file: z.string(), row: z.int(),
  articleId: z.string(),
  locale: localeSchema.nullable().describe('Null for `article.yaml`.'),
  title: z.string().nullable(), category: z.string().nullable(),
  text: z.string().describe('The draft, whole.'),
  exists: z.enum(['new', 'draft', 'published']).describe('What there is of it now; a draft comes before what is published.'),
});

/** Articles from elsewhere, as drafts. */
export const IMPORT_ROUTES = {
  previewImport: {
    method: 'post', path: '/api/editor/import/preview', access: 'knowledge.edit', limit: MAX_IMPORT_REQUEST,
    summary: 'What an import would make, and what is wrong with it by row. Nothing is written. `too-large` above 5 MB of files.',
    body: z.strictObject(importShape),
    response: z.object({
      documents: z.array(importDocument), errors: z.array(importError),
      images: z.array(z.object({ file: z.string(), row: z.int(), source: z.string(), description: z.string() })).describe('Pictures that were named and left out: they are to be added by hand.'),
    }),
  },
  runImport: {
    method: 'post', path: '/api/editor/import', access: 'knowledge.edit', limit: MAX_IMPORT_REQUEST,
    summary: 'Writes what the preview of the same input shows as drafts; nothing is published. Nothing is written where a row is wrong, unless wrong rows are to be left out.',
    body: z.strictObject({ ...importShape, leaveOutWrong: z.boolean().default(false) }),
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('imported'), documents: z.array(z.object({ path: z.string(), version: z.int() })), leftOut: z.array(importError) }),
      z.object({ state: z.literal('refused'), errors: z.array(importError) }),
      z.object({ state: z.literal('conflict'), written: z.array(z.string()).describe('Paths that were written before it.'), paths: z.array(z.string()).describe('Drafts that somebody changed meanwhile; they are as they left them.') }),
    ]),
  },
} as const satisfies Record<string, Route>;
