import * as z from 'zod';
import { isTimeZone } from '../domain/calendar.ts';
import { HANDOFF_REASONS } from '../domain/handoff.ts';
import { INTENT_IDS } from '../domain/intents.ts';
import { localeSchema } from '../domain/locales.ts';
import { countDays, MAX_DAYS, STEPS } from '../domain/period.ts';
import { SLA_TARGETS } from '../domain/sla.ts';
import { TEAMS } from '../domain/teams.ts';
import { URGENCIES } from '../domain/urgencies.ts';

/** What can be counted apart. Every conversation is in exactly one group of each. */
export const DIMENSIONS = ['team', 'agent', 'locale', 'intent', 'urgency'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Key of the group of those that have none: no team, no agent, nothing understood. */
export const NO_GROUP = 'none';

export const periodShape = {
  from: z.iso.date().describe('First day of the period, in the time zone.'),
  to: z.iso.date().describe('Last day of the period, included.'),
  timeZone: z.string().max(64).refine(isTimeZone, 'expected an IANA time zone such as Asia/Tokyo').default('UTC'),
  step: z.enum(STEPS).default('day'),
} as const;

export const filterShape = {
  team: z.enum([...TEAMS, NO_GROUP]).optional(),
  agent: z.string().max(64).optional(),
  locale: localeSchema.optional(),
  intent: z.enum([...INTENT_IDS, NO_GROUP]).optional(),
  urgency: z.enum(URGENCIES).optional(),
} as const;

/** A period that begins before it ends and is no longer than its step allows. */
export function withLimits<T extends z.ZodObject<typeof periodShape>>(schema: T): T {
  return schema.check((context) => {
    // What is no date has its own issue already.
    if (context.issues.length > 0) return;
    const { from, to, step } = context.value as z.infer<z.ZodObject<typeof periodShape>>;
    const days = countDays({ from, to });
    const problem = days < 1 ? 'expected a day that is not before "from"'
      : days > MAX_DAYS[step] ? `expected at most ${MAX_DAYS[step]} days by ${step}, not ${days}` : undefined;
    if (problem !== undefined) context.issues.push({ code: 'custom', message: problem, path: ['to'], input: to });
  });
}

export const reportQuerySchema = withLimits(z.object({ ...periodShape, ...filterShape }));
export type ReportQuery = z.infer<typeof reportQuerySchema>;
export type ReportFilter = Pick<ReportQuery, Dimension>;

export const CSV_TABLES = ['series', 'reasons', 'sla', 'ratings', 'comments', 'conversations', ...DIMENSIONS] as const;
export type CsvTable = (typeof CSV_TABLES)[number];
export const csvQuerySchema = withLimits(z.object({ ...periodShape, ...filterShape, table: z.enum(CSV_TABLES) }));

/** Milliseconds within which half and nine tenths were; null where there was none. */
const spreadSchema = z.object({ count: z.int(), p50: z.number().nullable(), p90: z.number().nullable() });
const keptSchema = z.object({ kept: z.int(), breached: z.int() });

export const tallySchema = z.object({
  begun: z.int().describe('Conversations that began, or began anew, in the period.'),
  open: z.int(),
  byAgents: z.int().describe('Resolved by people, or by the assistant after people had it.'),
  confirmed: z.int().describe('Resolved by the assistant alone: the contact said that it helped.'),
  assumed: z.int().describe('Resolved by the assistant alone: the contact did not come back.'),
  again: z.int().describe('Of those resolved by the assistant, contacted again within 72 hours.'),
  handed: z.int().describe('Went to people.'),
  firstResponse: spreadSchema.describe('From going to people to their first reply.'),
  resolution: spreadSchema.describe('From going to people to being resolved by them.'),
  sla: z.object(Object.fromEntries(SLA_TARGETS.map((target) => [target, keptSchema])) as Record<(typeof SLA_TARGETS)[number], typeof keptSchema>),
  ratings: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]).describe('How many rated 1, 2, 3, 4 and 5.'),
  solved: z.int(),
  unsolved: z.int(),
});
export type Tally = z.infer<typeof tallySchema>;

const groupSchema = z.object({ key: z.string(), label: z.string().nullable().describe('The name of an agent; others are told by their key.'), tally: tallySchema });
export type Group = z.infer<typeof groupSchema>;

const commentSchema = z.object({ conversationId: z.string(), startedAt: z.int(), score: z.int(), comment: z.string(), agentName: z.string().nullable() });

export const reportSchema = z.object({
  from: z.int(), to: z.int().describe('Excluded.'),
  total: tallySchema,
  series: z.array(z.object({ at: z.int(), tally: tallySchema })),
  reasons: z.array(z.object({ reason: z.enum(HANDOFF_REASONS).nullable().describe('Null where somebody stepped in.'), count: z.int() })),
  groups: z.object(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, z.array(groupSchema)])) as Record<Dimension, z.ZodArray<typeof groupSchema>>),
  comments: z.array(commentSchema).describe('The latest comments of ratings.'),
}).meta({ id: 'Report' });
export type Report = z.infer<typeof reportSchema>;

const meanSchema = z.object({ count: z.int(), mean: z.number().nullable() });

export const reviewReportSchema = z.object({
  from: z.int(), to: z.int(),
  total: meanSchema,
  series: z.array(meanSchema.extend({ at: z.int() })),
  criteria: z.array(meanSchema.extend({ id: z.string() })),
  agents: z.array(meanSchema.extend({ agentId: z.string().nullable(), name: z.string().nullable(), criteria: z.record(z.string(), meanSchema) })),
  latest: z.array(z.object({
    conversationId: z.string(), at: z.int(), reviewer: z.string(), agentId: z.string().nullable(), name: z.string().nullable(),
    scores: z.record(z.string(), z.int()), comment: z.string().nullable(),
  })),
}).meta({ id: 'ReviewReport' });
export type ReviewReport = z.infer<typeof reviewReportSchema>;
