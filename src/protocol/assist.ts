import * as z from 'zod';
import { TONES } from '../domain/agent-tools.ts';
import { citationSchema, textSchema } from '../domain/events.ts';
import { localeSchema } from '../domain/locales.ts';

/** What a language model does for an agent, on the wire. */

const seq = z.int().positive();

/** What an agent asks for. Drafts are not stored anywhere; secrets are taken out of them before they are read. */
export const assistRequestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('summarise'), locale: localeSchema.describe('The agent\'s language.'),
    anew: z.boolean().default(false).describe('Makes another one although nothing has changed.'),
  }),
  z.object({ type: z.literal('suggest') }),
  z.object({
    type: z.literal('translate'), to: localeSchema,
    source: z.union([
      z.strictObject({ seq }).describe('A message of the log.'),
      z.strictObject({ draft: textSchema, locale: localeSchema }).describe('What an agent is writing, and in which language.'),
    ]),
  }),
  z.object({ type: z.literal('rewrite'), draft: textSchema, locale: localeSchema, tone: z.enum(TONES) }),
]).meta({ id: 'AssistRequest' });
export type AssistRequest = z.infer<typeof assistRequestSchema>;

const line = z.string();

export const assistAnswerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('summary'), summary: z.object({ wish: line, events: z.array(line), open: z.array(line) }),
    contactSeq: z.int().describe('The contact\'s last message that it knows of.'),
  }),
  z.object({ type: z.literal('suggestion'), text: z.string(), locale: localeSchema, citations: z.array(citationSchema), contactSeq: z.int() }),
  z.object({ type: z.literal('text'), text: z.string(), locale: localeSchema }),
  z.object({ type: z.literal('none') }).describe('The model answered, but not with what passes the checks.'),
]).meta({ id: 'AssistAnswer' });
export type AssistAnswer = z.infer<typeof assistAnswerSchema>;

export const modelStatusSchema = z.object({
  model: z.string(),
  circuit: z.enum(['closed', 'open']).describe('Open while the model is left alone after failures.'),
  running: z.int(),
  waiting: z.int(),
  tokensToday: z.int().describe('Of the current day (UTC).'),
  tokensADay: z.int(),
  requests: z.int().describe('Since the start of the process, as are failures.'),
  failures: z.record(z.string(), z.int()).describe('By reason.'),
}).meta({ id: 'ModelStatus' });
