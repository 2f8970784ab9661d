import * as z from 'zod';
import { INTENT_IDS } from '../../domain/intents.ts';
import { localeSchema } from '../../domain/locales.ts';
import { readCaseNumber } from '../../domain/read-case-number.ts';
import { OPERATORS, readDay, STATUSES } from '../../domain/search/parse-query.ts';
import { TEAMS } from '../../domain/teams.ts';
import { URGENCIES } from '../../domain/urgencies.ts';
import { deskConversationSchema } from '../desk.ts';
import type { Route } from './route.ts';

/** Once, or several times for any of them. */
function anyOf<T extends z.ZodType>(schema: T) {
  return z.union([schema, z.array(schema).max(20)]).optional();
}

const day = z.string().refine((value) => readDay(value).length > 0, 'expected a day as 2026-11-01, a month as 2026-11, or so many days ago as 7d').optional();

export const MAX_QUERY_LENGTH = 500;

export const searchHitSchema = z.object({
  seq: z.int(),
  at: z.int(),
  by: z.union([z.object({ kind: z.enum(['contact', 'assistant']) }), z.object({ kind: z.literal('agent'), name: z.string() })]),
  place: z.enum(['message', 'note', 'thread']).describe('Notes and side threads are among colleagues.'),
  text: z.string().describe('What stands around the first words that were found, on one line.'),
  marks: z.array(z.tuple([z.int(), z.int()])).describe('What was found, as places in `text` in UTF-16 code units, the end excluded.'),
});

/** Finding conversations again. */
export const SEARCH_ROUTES = {
  searchConversations: {
    method: 'get', path: '/api/desk/search', access: 'conversations.handle',
    summary: 'Conversations in which something was said, or that are something, the newest first; only those that this agent may read. Give `next` as `cursor` for more.',
    query: z.object({
      q: z.string().max(MAX_QUERY_LENGTH).default('').describe(`Words, "exact words", beginnings of codes, …endings of codes, and operators: ${OPERATORS.map((operator) => `${operator}:`).join(', ')}. A case number is found however it is typed.`),
      agent: anyOf(z.string().min(1).max(100)).describe('Name or id of who has it or had it last; `me`.'),
      team: anyOf(z.enum(TEAMS)),
      intent: anyOf(z.enum(INTENT_IDS)),
      language: anyOf(localeSchema),
      urgency: anyOf(z.enum(URGENCIES)),
      status: anyOf(z.enum(STATUSES)),
      contact: anyOf(z.string().min(1).max(64)),
      case: anyOf(z.string().max(40).refine((typed) => readCaseNumber(typed) !== undefined, 'expected a case number such as 7K3M-92QX')),
      after: day.describe('From this day on: when it was said, or without words when it last changed.'),
      before: day.describe('Before this day.'),
      timeZone: z.string().max(64).default('UTC').describe('Whose days they are: a zone of the IANA database.'),
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: z.object({
      results: z.array(z.object({
        conversation: deskConversationSchema,
        hit: searchHitSchema.nullable().describe('The newest that was said with all words in it; null where the conversation itself is what was asked for.'),
      })),
      next: z.string().nullable(),
    }),
  },
} as const satisfies Record<string, Route>;
