/** In what form articles come from elsewhere. */
export const IMPORT_KINDS = ['csv', 'json', 'markdown', 'html'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
