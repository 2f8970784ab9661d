import * as z from 'zod';
import type { Article } from '../../domain/article.ts';
import { ID_PATTERN, MAX_ID_LENGTH } from '../../domain/documents/document-path.ts';
import { INTENT_IDS } from '../../domain/intents.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Parsed } from './parsed-file.ts';

/** Ids of articles and categories: they stand in links, so they never change. */
export const idSchema = z.string().max(MAX_ID_LENGTH).regex(ID_PATTERN, 'lower-case words joined by hyphens');

const articleFileSchema = z.strictObject({
  category: idSchema,
  covers: z.string().min(1),
  intent: z.enum(INTENT_IDS),
  urgency: z.enum(URGENCIES),
  calmIntent: z.enum(INTENT_IDS).optional(),
  related: z.array(idSchema).min(2).max(4),
  /** For editors, who look for articles by them. */
  tags: z.array(idSchema).max(20).default([]),
});

/** What `articles/<id>/article.yaml` says: true of the article in every language. */
export type ArticleFile = Omit<Article, 'id' | 'team' | 'translations'>;

export function parseArticleFile(text: string, file: string): Parsed<ArticleFile> {
  return parseYaml(text, file, articleFileSchema);
}
