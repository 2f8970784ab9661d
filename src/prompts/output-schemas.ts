import * as z from 'zod';
import { INTENT_IDS } from '../domain/intents.ts';
import { URGENCIES } from '../domain/urgencies.ts';

/**
 * Shapes of typed answers, by the name that a prompt's `output` has. Strict servers want every field
 * there, so what may be missing is null.
 */

/** What the model thinks of an utterance. It is believed where it is more careful than the rules, never where it is less. */
export const judgementSchema = z.object({
  intent: z.enum(INTENT_IDS),
  urgency: z.enum(URGENCIES),
  handoff: z.boolean(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** Numbers of the passages that help, most helpful first. */
export const passageOrderSchema = z.object({ order: z.array(z.int().min(1)).max(50) });

/** What a colleague reads first. Sentences are short and say nothing that the conversation does not. */
export const caseSummarySchema = z.object({
  /** What the contact wants, in one sentence. */
  wish: z.string().min(1).max(400),
  /** What happened so far, oldest first. */
  events: z.array(z.string().min(1).max(400)).max(8),
  /** What is still open. */
  open: z.array(z.string().min(1).max(400)).max(5),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

/** An article in another language; the front matter's other lines are none of the model's business. */
export const articleTranslationSchema = z.object({
  title: z.string().min(1).max(160),
  summary: z.string().min(1).max(400),
  /** Markdown. */
  body: z.string().min(1).max(20_000),
  phrasings: z.array(z.string().min(1).max(600)).max(60),
  calmPhrasings: z.array(z.string().min(1).max(600)).max(60),
});
export type ArticleTranslation = z.infer<typeof articleTranslationSchema>;

export const OUTPUT_SCHEMAS = { judgement: judgementSchema, passageOrder: passageOrderSchema, caseSummary: caseSummarySchema, articleTranslation: articleTranslationSchema } as const;
export type OutputName = keyof typeof OUTPUT_SCHEMAS;
