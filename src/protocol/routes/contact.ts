import * as z from 'zod';
import { LAST_SEQ, timeZoneSchema } from '../../domain/events.ts';
import { ackSchema, contactCaseSchema, contactConversationSchema, rateAnswerSchema, answerFollowUpSchema, giveAddressSchema, rateConversationSchema, sendMessageSchema } from '../contact.ts';
import { contactEventSchema } from '../events.ts';
import { conversationParams, type Route } from './route.ts';

const ack = ackSchema.omit({ type: true });

/** What a contact does without a socket. */
export const CONTACT_ROUTES = {
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
  listContactConversations: {
    method: 'get', path: '/api/contact/conversations', access: 'contact',
    summary: 'The contact\'s conversations, the one that was begun last first.',
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
    response: z.object({ conversations: z.array(contactCaseSchema) }),
  },
  getTranscript: {
    method: 'get', path: '/api/contact/conversations/:conversationId/transcript', access: 'contact',
    summary: 'The conversation as a file to keep, in its language: what was said by whom and when, as its contact sees it.',
    params: conversationParams,
    query: z.object({
      format: z.enum(['html', 'txt']).default('html'),
      timeZone: timeZoneSchema.optional().describe('For the times in it; without one, that of the browser in which the conversation was begun, else UTC.'),
    }),
    response: null,
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
    query: z.object({ after: z.coerce.number().int().min(0).max(LAST_SEQ).default(0), waitMs: z.coerce.number().int().min(0).max(30_000).default(0) }),
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
  answerFollowUp: {
    method: 'post', path: '/api/contact/conversations/:conversationId/follow-up', access: 'contact',
    summary: 'Answers "did this solve it?"; what is not solved goes back to people.',
    params: conversationParams, body: answerFollowUpSchema, response: ack.omit({ id: true }),
  },
  giveAddress: {
    method: 'post', path: '/api/contact/conversations/:conversationId/address', access: 'contact',
    summary: 'Leaves an e-mail address at which colleagues can reach the contact.',
    params: conversationParams, body: giveAddressSchema, response: ack.omit({ id: true }),
  },
  noteRead: {
    method: 'post', path: '/api/contact/conversations/:conversationId/read', access: 'contact',
    summary: 'Says up to where the contact has seen messages.',
    params: conversationParams, body: z.object({ seq: z.int().min(1).max(LAST_SEQ) }), response: z.object({}),
  },
} as const satisfies Record<string, Route>;
