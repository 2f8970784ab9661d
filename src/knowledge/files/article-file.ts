import * as z from 'zod';
import { INTENT_IDS } from '../../domain/intents.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Parsed } from './parsed-file.ts';

/** Ids of articles and categories: they stand in links, so they never change. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

const articleFileSchema = z.strictObject({
  category: idSchema,
  covers: z.string().min(1),
  intent: z.enum(INTENT_IDS),
  urgency: z.enum(URGENCIES),
  calmIntent: z.enum(INTENT_IDS).optional(),
  related: z.array(idSchema).min(2).max(4),
});

/** What `articles/<id>/article.yaml` says: true of the article in every language. */
export type ArticleFile = z.infer<typeof articleFileSchema>;

export function parseArticleFile(text: string, file: string): Parsed<ArticleFile> {
  return parseYaml(text, file, articleFileSchema);
}
