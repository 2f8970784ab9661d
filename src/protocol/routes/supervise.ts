import * as z from 'zod';
import { criterionSchema } from '../../domain/desk-settings.ts';
import { presenceSchema } from '../../domain/presence.ts';
import { TEAMS } from '../../domain/teams.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import { deskConversationSchema } from '../desk.ts';
import { csvQuerySchema, periodShape, reportQuerySchema, reportSchema, reviewReportSchema, withLimits } from '../reports.ts';
import type { Route } from './route.ts';

const team = z.enum(TEAMS);
const agentId = z.string().min(1).max(64);

export const wallboardSchema = z.object({
  at: z.int(),
  waiting: z.array(z.object({
    team, urgency: z.enum(URGENCIES), count: z.int(),
    since: z.int().describe('Since when the first of them waits.'),
    dueAt: z.int().nullable().describe('When the nearest SLA target is due; null where nothing is promised.'),
  })),
  overdue: z.int().describe('Conversations that people have with an SLA target that passed.'),
  dueSoon: z.int().describe('Those with a target that is due within the hour.'),
  atRisk: z.array(deskConversationSchema).describe('The nearest of both.'),
  agents: z.array(z.object({
    id: z.string(), name: z.string(), teams: z.array(team), status: presenceSchema,
    load: z.int().describe('Conversations that they have, without those put aside.'), capacity: z.int(), resolved: z.int().describe('Since `since`.'),
  })),
  assistant: z.object({ now: z.int().describe('Open conversations that the assistant has.'), resolved: z.int().describe('By the assistant alone, since `since`.') }),
  begun: z.int(), handed: z.int(), resolved: z.int(),
}).meta({ id: 'Wallboard' });

const sampleShape = {
  days: z.coerce.number().int().min(1).max(90).default(30).describe('Resolved within so many days.'),
  team: team.optional(),
  agentId: agentId.optional().describe('Who had it last.'),
  count: z.coerce.number().int().min(1).max(50).default(10),
};

/** For those who answer for the desk. */
export const SUPERVISE_ROUTES = {
  getWallboard: {
    method: 'get', path: '/api/desk/wallboard', access: 'conversations.oversee', polled: true,
    summary: 'How the desk is doing now.',
    query: z.object({ since: z.coerce.number().int().min(0).describe('What is counted is counted since then, ms since the epoch: the beginning of the reader\'s day.') }),
    response: wallboardSchema,
  },
  listWatched: {
    method: 'get', path: '/api/desk/wallboard/conversations', access: 'conversations.oversee',
    summary: 'What one number of the wallboard stands for: the conversations of an agent, or those that wait for a team.',
    query: z.object({ agentId: agentId.optional(), team: team.optional(), urgency: z.enum(URGENCIES).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) })
      .refine(({ agentId: agent, team: waitsFor }) => (agent === undefined) !== (waitsFor === undefined), { message: 'expected an agentId or a team', path: ['agentId'] }),
    response: z.object({ conversations: z.array(deskConversationSchema) }),
  },
  getReport: {
    method: 'get', path: '/api/desk/reports', access: 'conversations.report',
    summary: 'Conversations that began in a period, counted in total, over time and by group.',
    query: reportQuerySchema, response: reportSchema,
  },
  downloadReport: {
    method: 'get', path: '/api/desk/reports/csv', access: 'conversations.report',
    summary: 'One table of a report, or its conversations one by one, as CSV.',
    query: csvQuerySchema, response: null,
  },
  getRubric: {
    method: 'get', path: '/api/desk/rubric', access: 'conversations.handle',
    summary: 'What is scored when conversations are reviewed.',
    response: z.object({ rubric: z.array(criterionSchema) }),
  },
  sampleConversations: {
    method: 'get', path: '/api/desk/reviews/sample', access: 'conversations.report',
    summary: 'Conversations to review: resolved with people\'s part in them, not reviewed yet, chosen at random.',
    query: z.object(sampleShape),
    response: z.object({ conversations: z.array(deskConversationSchema), among: z.int().describe('How many they were chosen from.') }),
  },
  getReviewReport: {
    method: 'get', path: '/api/desk/reviews', access: 'conversations.report',
    summary: 'Reviews written in a period: means in total, over time, by agent and by criterion.',
    query: withLimits(z.object(periodShape)), response: reviewReportSchema,
  },
} as const satisfies Record<string, Route>;
