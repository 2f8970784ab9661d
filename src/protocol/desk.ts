import { z } from 'zod';
import { clientMessageIdSchema, originalSchema, textSchema } from '../domain/events.ts';
import { localeSchema } from '../domain/locales.ts';
import { INTENT_IDS } from '../domain/intents.ts';
import { ROLES } from '../domain/roles.ts';
import { TEAMS } from '../domain/teams.ts';
import { URGENCIES } from '../domain/urgencies.ts';
import { ackSchema, errorFrameSchema, PROTOCOL_VERSION, typingFrameSchema } from './contact.ts';
import { deskEventSchema } from './events.ts';

const conversationId = z.uuid();
const requestId = z.string().min(1).max(64);
const team = z.enum(TEAMS);

export const agentSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  teams: z.array(team),
  locales: z.array(localeSchema),
}).meta({ id: 'Agent' });

export const deskConversationSchema = z.object({
  id: conversationId,
  contactId: z.string(),
  caseNumber: z.string(),
  channel: z.string(),
  locale: localeSchema,
  status: z.enum(['open', 'resolved']),
  owner: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('assistant') }),
    z.object({ kind: z.literal('queue'), team }),
    z.object({ kind: z.literal('agent'), team, agentId: z.string(), name: z.string() }),
  ]),
  team: team.nullable(),
  topic: team.nullable(),
  region: z.string().nullable(),
  urgency: z.enum(URGENCIES),
  intent: z.enum(INTENT_IDS).nullable(),
  seq: z.int(),
  createdAt: z.int(),
  updatedAt: z.int(),
  queuedAt: z.int().nullable(),
  unansweredSeq: z.int().nullable(),
  unansweredAt: z.int().nullable(),
  contactSeq: z.int(),
  heardSeq: z.int(),
  assignedSeq: z.int(),
  assignedAt: z.int().nullable(),
  waitedMs: z.int().nullable(),
  failedTurns: z.int(),
  unhelpfulAnswers: z.int(),
  attacks: z.int(),
  lastMessage: z.object({ from: z.enum(['contact', 'assistant', 'agent']), text: z.string(), at: z.int() }).nullable(),
  rating: z.int().nullable(),
}).meta({ id: 'DeskConversation', description: 'The state of a conversation as agents see it. Times are ms since the epoch.' });

const seenSeq = z.int().min(0).optional().describe('The last `seq` that the agent has read; a message of the contact after it makes this a `conflict`.');

/** What an agent can do to a conversation. */
export const deskCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim') }),
  z.object({ type: z.literal('assign'), agentId: z.string().max(64) }),
  z.object({ type: z.literal('release') }),
  z.object({ type: z.literal('return'), seenSeq }),
  z.object({ type: z.literal('resolve'), seenSeq }),
  z.object({
    type: z.literal('reply'), clientMessageId: clientMessageIdSchema, text: textSchema,
    original: originalSchema.optional().describe('What the agent wrote, where `text` is a machine\'s translation of it.'),
  }),
  z.object({ type: z.literal('note'), clientMessageId: clientMessageIdSchema, text: textSchema }),
]).meta({ id: 'DeskCommand' });
export type DeskCommand = z.infer<typeof deskCommandSchema>;

/** What the desk sends over the WebSocket `/ws/desk`. The session cookie says who it is. */
export const deskClientFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('follow'), conversationId, after: z.int().min(0) }),
  z.object({ type: z.literal('unfollow'), conversationId }),
  z.object({ type: z.literal('command'), id: requestId, conversationId, command: deskCommandSchema }),
  z.object({ type: z.literal('typing'), conversationId }),
  z.object({ type: z.literal('ping') }),
]).meta({ id: 'DeskClientFrame' });
export type DeskClientFrame = z.infer<typeof deskClientFrameSchema>;

/** What the server sends over `/ws/desk`. */
export const deskServerFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), protocol: z.literal(PROTOCOL_VERSION), agent: agentSchema }),
  z.object({ type: z.literal('conversations'), conversations: z.array(deskConversationSchema).describe('Those that changed, whole; the highest `seq` wins.'), gone: z.array(conversationId).describe('Those that this agent may no longer see.') }),
  z.object({ type: z.literal('events'), conversationId, events: z.array(deskEventSchema) }),
  ackSchema,
  typingFrameSchema,
  errorFrameSchema,
  z.object({ type: z.literal('pong') }),
]).meta({ id: 'DeskServerFrame' });
export type DeskServerFrame = z.infer<typeof deskServerFrameSchema>;
