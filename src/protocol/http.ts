import { z } from 'zod';
import { localeSchema } from '../domain/locales.ts';
import { LOCALE_TAGS } from '../domain/locales.ts';
import type { Permission } from '../domain/roles.ts';
import { ackSchema, contactConversationSchema, rateAnswerSchema, rateConversationSchema, sendMessageSchema } from './contact.ts';
import { agentSchema, deskCommandSchema, deskConversationSchema } from './desk.ts';
import { assistAnswerSchema, assistRequestSchema, modelStatusSchema } from './assist.ts';
import { contactEventSchema, deskEventSchema } from './events.ts';

/**
 * Every HTTP endpoint of the API: what the router mounts, what OpenAPI shows and what the tests of
 * permissions walk through. Nothing is served under `/api` that has no row here.
 */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Who may call it: anybody, a contact with a token, any agent who is signed in, or one with the permission. */
  readonly access: 'public' | 'contact' | 'agent' | Permission;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject | z.ZodDiscriminatedUnion;
  readonly response: z.ZodType;
}

const conversationParams = z.object({ conversationId: z.uuid() });
const ack = ackSchema.omit({ type: true });
const articleLink = z.object({ articleId: z.string(), title: z.string() });
const password = z.string().min(12, 'expected at least 12 characters').max(200);
const email = z.email('expected an e-mail address such as ana@exchange.example').max(200);
/** Who signed in, and whether a language model helps agents here. */
const session = z.object({ agent: agentSchema, assist: z.boolean() });
const wishedLocale = z.string().max(35).optional().describe(`A BCP 47 tag; the nearest of ${LOCALE_TAGS.join(', ')} is served.`);

export const ROUTES = {
  startContactSession: {
    method: 'post', path: '/api/contact/session', access: 'public',
    summary: 'Gives a new anonymous contact its token.',
    response: z.object({ token: z.string() }),
  },
  getContactConversation: {
    method: 'get', path: '/api/contact/conversation', access: 'contact',
    summary: 'The contact\'s latest conversation.',
    response: z.object({ conversation: contactConversationSchema.nullable() }),
  },
  sendMessage: {
    method: 'post', path: '/api/contact/messages', access: 'contact',
    summary: 'Sends a message; it is durable when this answers. Sending the same id again changes nothing.',
    body: sendMessageSchema, response: ack,
  },
  readContactEvents: {
    method: 'get', path: '/api/contact/conversations/:conversationId/events', access: 'contact',
    summary: 'Events after a cursor. With waitMs, holds the request until there are some (long-poll).',
    params: conversationParams,
    query: z.object({ after: z.coerce.number().int().min(0).default(0), waitMs: z.coerce.number().int().min(0).max(30_000).default(0) }),
    response: z.object({ events: z.array(contactEventSchema), conversation: contactConversationSchema }),
  },
  rateAnswer: {
    method: 'post', path: '/api/contact/conversations/:conversationId/answer-ratings', access: 'contact',
    summary: 'Says whether an answer helped.',
    params: conversationParams, body: rateAnswerSchema, response: ack.omit({ id: true }),
  },
  rateConversation: {
    method: 'post', path: '/api/contact/conversations/:conversationId/rating', access: 'contact',
    summary: 'Rates a resolved conversation.',
    params: conversationParams, body: rateConversationSchema, response: ack.omit({ id: true }),
  },
  getWidgetConfig: {
    method: 'get', path: '/api/widget/config', access: 'public',
    summary: 'What the widget shows before the first message, in one language.',
    query: z.object({ locale: wishedLocale }),
    response: z.object({
      locale: localeSchema,
      direction: z.enum(['ltr', 'rtl']),
      exchangeName: z.string(),
      suggestions: z.array(articleLink).describe('Articles that are asked for most.'),
      phrases: z.record(z.string(), z.string()).describe('The widget\'s phrases by key.'),
    }),
  },
  searchHelp: {
    method: 'get', path: '/api/help/search', access: 'public',
    summary: 'Finds articles for a question.',
    query: z.object({ q: z.string().min(1).max(500), locale: wishedLocale }),
    response: z.object({ results: z.array(articleLink.extend({ summary: z.string(), url: z.string() })) }),
  },
  setUp: {
    method: 'post', path: '/api/desk/set-up', access: 'public',
    summary: 'Creates the first administrator with the one-time invitation, and signs in.',
    body: z.object({ invitation: z.string().max(200), email, name: z.string().trim().min(1).max(100), password }),
    response: session,
  },
  signIn: {
    method: 'post', path: '/api/desk/sign-in', access: 'public',
    summary: 'Opens a session; the cookie is HttpOnly.',
    body: z.object({ email, password: z.string().min(1).max(200) }),
    response: session,
  },
  signOut: {
    method: 'post', path: '/api/desk/sign-out', access: 'agent',
    summary: 'Closes the session.',
    response: z.object({}),
  },
  getMe: {
    method: 'get', path: '/api/desk/me', access: 'agent',
    summary: 'The agent who is signed in.',
    response: session,
  },
  listAgents: {
    method: 'get', path: '/api/desk/agents', access: 'conversations.handle',
    summary: 'Colleagues to whom a conversation can be given.',
    response: z.object({ agents: z.array(agentSchema.omit({ email: true })) }),
  },
  listConversations: {
    method: 'get', path: '/api/desk/conversations', access: 'conversations.handle',
    summary: 'Conversations of one view, in its order.',
    query: z.object({ view: z.enum(['queue', 'mine', 'open', 'resolved']), limit: z.coerce.number().int().min(1).max(10_000).default(200) }),
    response: z.object({ conversations: z.array(deskConversationSchema) }),
  },
  getConversation: {
    method: 'get', path: '/api/desk/conversations/:conversationId', access: 'conversations.handle',
    summary: 'A conversation and its whole log.',
    params: conversationParams,
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    response: z.object({ conversation: deskConversationSchema, events: z.array(deskEventSchema) }),
  },
  commandConversation: {
    method: 'post', path: '/api/desk/conversations/:conversationId/commands', access: 'conversations.handle',
    summary: 'Claims, assigns, releases, returns, resolves, replies or adds a note.',
    params: conversationParams, body: deskCommandSchema, response: z.object({ conversation: deskConversationSchema, seq: z.int() }),
  },
  assistAgent: {
    method: 'post', path: '/api/desk/conversations/:conversationId/assist', access: 'conversations.handle',
    summary: 'Has the language model summarise, suggest, translate or rewrite for the agent; nothing is sent to the contact. `unavailable` without a model, or when it does not answer.',
    params: conversationParams, body: assistRequestSchema, response: assistAnswerSchema,
  },
  getModelStatus: {
    method: 'get', path: '/api/desk/model', access: 'conversations.oversee',
    summary: 'How the language model is doing; null without one.',
    response: z.object({ model: modelStatusSchema.nullable() }),
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
type PartOf<R extends Route, P extends 'params' | 'query' | 'body'> = R[P] extends z.ZodType ? z.infer<R[P]> : undefined;

/** What a route's handler is given and gives back. */
export interface RouteInput<N extends RouteName> {
  readonly params: PartOf<(typeof ROUTES)[N], 'params'>;
  readonly query: PartOf<(typeof ROUTES)[N], 'query'>;
  readonly body: PartOf<(typeof ROUTES)[N], 'body'>;
}
export type RouteOutput<N extends RouteName> = z.input<(typeof ROUTES)[N]['response']>;
