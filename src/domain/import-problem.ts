/** What can be wrong with a file that is to be imported, or with a row of it, beside the problems of documents. Front-ends have a sentence for each, filled with the problem's values. */
export const IMPORT_PROBLEMS = [
  // Of the file.
  'encoding', 'no-text', 'empty-file', 'csv', 'no-row', 'no-title-column', 'json', 'no-list', 'not-markdown', 'head', 'page-length', 'no-tags', 'nested',
  // Of a row.
  'not-object', 'not-text', 'locale', 'no-title', 'id', 'category', 'exists', 'no-body', 'tag', 'size', 'repeated',
] as const;
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number];
