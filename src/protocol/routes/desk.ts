import * as z from 'zod';
import { LAST_SEQ } from '../../domain/events.ts';
import { assistAnswerSchema, assistRequestSchema, modelStatusSchema } from '../assist.ts';
import { agentSchema, deskCommandSchema, deskConversationSchema } from '../desk.ts';
import { deskEventSchema } from '../events.ts';
import { pageCursorSchema } from '../page-cursor.ts';
import { conversationParams, type Route } from './route.ts';

/** The conversations of the desk. */
export const DESK_ROUTES = {
  listAgents: {
    method: 'get', path: '/api/desk/agents', access: 'conversations.handle',
    summary: 'Colleagues to whom a conversation can be given.',
    response: z.object({ agents: z.array(agentSchema.omit({ email: true })) }),
  },
  listConversations: {
    method: 'get', path: '/api/desk/conversations', access: 'conversations.handle',
    summary: 'Conversations of one view, in its order. `queue`, `open` and `resolved` come in pages; `mine` (with those put aside) and `calls` are whole.',
    query: z.object({
      view: z.enum(['queue', 'mine', 'open', 'resolved', 'calls']),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
      after: pageCursorSchema.optional(),
    }),
    response: z.object({ conversations: z.array(deskConversationSchema), next: z.string().nullable().describe('For asking for the next page; null at the end.') }),
  },
  countViews: {
    method: 'get', path: '/api/desk/counts', access: 'conversations.handle', polled: true,
    summary: 'How many conversations wait for this agent\'s teams, how many of them are critical, and how many are open; up to a second old.',
    response: z.object({ queue: z.int(), critical: z.int(), open: z.int() }),
  },
  findCase: {
    method: 'get', path: '/api/desk/cases/:caseNumber', access: 'conversations.handle',
    summary: 'The conversation with this case number; letter case and the hyphen do not matter.',
    params: z.object({ caseNumber: z.string().max(20) }), response: z.object({ conversationId: z.uuid() }),
  },
  getConversation: {
    method: 'get', path: '/api/desk/conversations/:conversationId', access: 'conversations.handle',
    summary: 'A conversation, its whole log, and up to where each side has read.',
    params: conversationParams,
    query: z.object({ after: z.coerce.number().int().min(0).max(LAST_SEQ).default(0) }),
    response: z.object({ conversation: deskConversationSchema, events: z.array(deskEventSchema), read: z.object({ contact: z.int(), agents: z.int() }) }),
  },
  commandConversation: {
    method: 'post', path: '/api/desk/conversations/:conversationId/commands', access: 'conversations.handle',
    summary: 'Does to a conversation what an agent can do.',
    params: conversationParams, body: deskCommandSchema, response: z.object({ conversation: deskConversationSchema, seq: z.int() }),
  },
  assistAgent: {
    method: 'post', path: '/api/desk/conversations/:conversationId/assist', access: 'conversations.handle',
    summary: 'Has the language model summarise, suggest, translate or rewrite for the agent; nothing is sent to the contact. `unavailable` without a model, or when it does not answer.',
    params: conversationParams, body: assistRequestSchema, response: assistAnswerSchema,
  },
  getModelStatus: {
    method: 'get', path: '/api/desk/model', access: 'conversations.oversee', polled: true,
    summary: 'How the language model is doing; null without one.',
    response: z.object({ model: modelStatusSchema.nullable() }),
  },
  listEarlier: {
    method: 'get', path: '/api/desk/conversations/:conversationId/earlier', access: 'conversations.handle',
    summary: 'Other conversations of the same contact that this agent may read, the latest first.',
    params: conversationParams,
    response: z.object({ conversations: z.array(deskConversationSchema), hidden: z.int().describe('How many more there are that this agent may not read.') }),
  },
  claimNext: {
    method: 'post', path: '/api/desk/claim-next', access: 'conversations.handle',
    summary: 'Takes the head of the agent\'s queues; `not-found` where nobody waits.',
    body: z.object({}), response: z.object({ conversationId: z.uuid(), seq: z.int() }),
  },
} as const satisfies Record<string, Route>;
