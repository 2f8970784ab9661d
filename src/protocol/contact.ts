import * as z from 'zod';
import { clientMessageIdSchema, LAST_SEQ, MAX_ATTACHMENTS, regionSchema, textSchema, timeZoneSchema } from '../domain/events.ts';
import { localeSchema } from '../domain/locales.ts';
import { contactEventSchema } from './events.ts';

/** Version of the wire; raised when a client written for the one before would break. */
export const PROTOCOL_VERSION = 1;

/** Largest frame or body in bytes. A message of the greatest length fits also where every character is escaped. */
export const MAX_FRAME_BYTES = 32 * 1024;

const conversationId = z.uuid();

export const contactConversationSchema = z.object({
  id: conversationId,
  caseNumber: z.string(),
  locale: localeSchema,
  status: z.enum(['open', 'resolved']),
  owner: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('assistant') }),
    z.object({ kind: z.literal('queue') }),
    z.object({ kind: z.literal('agent'), name: z.string() }),
  ]),
  /** Place in line, 1 for the next; null while not waiting for a person. */
  place: z.int().positive().nullable(),
  /** Minutes within which most were served lately; null where nobody can say. */
  waitMinutes: z.int().positive().nullable(),
  seq: z.int(),
  rating: z.int().nullable(),
  askedWhetherSolved: z.boolean().describe('"Did this solve it?" waits for an answer.'),
  reachable: z.boolean().describe('The contact left an address at which they can be reached.'),
  staffed: z.boolean().describe('False while nobody of the team that it waits for is there.'),
  readSeq: z.int().min(0).describe('Up to where a colleague has read; 0 for nothing.'),
}).meta({ id: 'ContactConversation', description: 'The state of a conversation as its contact sees it.' });
export type ContactConversation = z.infer<typeof contactConversationSchema>;

export const sendMessageSchema = z.object({
  id: clientMessageIdSchema.describe('Made by the client, new for every message; sending it again is harmless.'),
  conversationId: conversationId.nullable().describe('Null begins a conversation.'),
  text: textSchema,
  locale: localeSchema.optional().describe('Language of the page; used until the messages tell another.'),
  choice: z.object({ articleId: z.string().max(100) }).optional(),
  wish: z.literal('person').optional(),
  attachments: z.array(z.uuid()).max(MAX_ATTACHMENTS).optional().describe('Ids of files that this contact uploaded.'),
  timeZone: timeZoneSchema.optional().describe('Time zone of the browser (IANA).'),
  region: regionSchema.optional().describe('Country of the browser (ISO 3166), for the right crisis line and telephone numbers.'),
  page: z.string().max(500).optional().describe('Path of the page that the contact is on, without its query.'),
});
export type SendMessage = z.infer<typeof sendMessageSchema>;

export const rateAnswerSchema = z.object({ ofSeq: z.int().positive().max(LAST_SEQ), helpful: z.boolean() });
export const rateConversationSchema = z.object({ score: z.int().min(1).max(5), comment: z.string().max(2_000).optional() });
export const answerFollowUpSchema = z.object({ solved: z.boolean() });
export const giveAddressSchema = z.object({ email: z.email('expected an e-mail address such as ana@mail.example').max(200) });
const requestId = z.string().min(1).max(64);

/** One of the contact's conversations in their list of all. */
export const contactCaseSchema = z.object({
  id: conversationId,
  caseNumber: z.string(),
  locale: localeSchema,
  status: z.enum(['open', 'resolved']),
  startedAt: z.int(),
  updatedAt: z.int().describe('When the contact or somebody who answers wrote last.'),
  lastMessage: z.object({ from: z.enum(['contact', 'assistant', 'agent']), text: z.string().describe('Its beginning, in one line.') }).nullable(),
}).meta({ id: 'ContactCase' });
export type ContactCase = z.infer<typeof contactCaseSchema>;

/** What the contact's client sends over the WebSocket `/ws/contact`. The first frame is `hello`. */
export const contactClientFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    token: z.string().max(500).nullable().describe('From the last `welcome`; null for a new contact.'),
    conversationId: conversationId.nullable().optional().describe('The conversation that `cursor` belongs to.'),
    cursor: z.int().min(0).max(LAST_SEQ).optional().describe('The highest `seq` that the client has.'),
  }),
  sendMessageSchema.extend({ type: z.literal('message.send') }),
  rateAnswerSchema.extend({ type: z.literal('answer.rate'), id: requestId, conversationId }),
  rateConversationSchema.extend({ type: z.literal('conversation.rate'), id: requestId, conversationId }),
  answerFollowUpSchema.extend({ type: z.literal('follow-up.answer'), id: requestId, conversationId }),
  giveAddressSchema.extend({ type: z.literal('address.give'), id: requestId, conversationId }),
  z.object({ type: z.literal('read'), conversationId, seq: z.int().min(1).max(LAST_SEQ) }).describe('Up to where the contact has seen messages.'),
  z.object({ type: z.literal('typing'), conversationId }),
  z.object({ type: z.literal('ping') }),
]).meta({ id: 'ContactClientFrame' });
export type ContactClientFrame = z.infer<typeof contactClientFrameSchema>;

export const ackSchema = z.object({
  type: z.literal('ack'),
  id: z.string().describe('The `id` of the frame that is done.'),
  conversationId,
  seq: z.int().describe('The event that stands for it in the log. It is durable.'),
});

export const errorFrameSchema = z.object({
  type: z.literal('error'),
  code: z.string().describe('Stable; see the table of codes.'),
  message: z.string().describe('What was wrong, for a developer.'),
  field: z.string().optional(),
  retryAfter: z.int().positive().optional().describe('Seconds after which the same may succeed.'),
  id: z.string().optional().describe('The `id` of the frame that failed, where it had one.'),
});

export const typingFrameSchema = z.object({
  type: z.literal('typing'),
  conversationId,
  from: z.enum(['contact', 'agent', 'assistant']),
  name: z.string().optional(),
});

/** What the server sends over `/ws/contact`. */
export const contactServerFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    protocol: z.literal(PROTOCOL_VERSION),
    token: z.string().describe('Keep it: it is who this contact is.'),
    conversation: contactConversationSchema.nullable().describe('The contact\'s latest conversation; its events follow.'),
  }),
  z.object({ type: z.literal('events'), conversationId, events: z.array(contactEventSchema) }),
  z.object({ type: z.literal('place'), conversationId, place: z.int().positive(), minutes: z.int().positive().nullable().describe('Within so many minutes most were served lately; null where nobody can say.'), staffed: z.boolean().describe('False while nobody of the team is there.') }),
  z.object({
    type: z.literal('partial'),
    conversationId,
    ofSeq: z.int().describe('The message that is being answered.'),
    at: z.int().min(0).describe('Where the piece begins in the text so far, in UTF-16 code units; 0 begins anew.'),
    text: z.string(),
  }).describe('A piece of an answer that is being written. It is not stored: the `message.sent` with the same `ofSeq` takes its place.'),
  z.object({ type: z.literal('read'), conversationId, seq: z.int() }).describe('The colleague has read up to here.'),
  ackSchema,
  typingFrameSchema,
  errorFrameSchema,
  z.object({ type: z.literal('pong') }),
]).meta({ id: 'ContactServerFrame' });
export type ContactServerFrame = z.infer<typeof contactServerFrameSchema>;
