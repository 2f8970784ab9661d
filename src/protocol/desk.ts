import * as z from 'zod';
import { citationSchema, clientMessageIdSchema, LAST_SEQ, MAX_ATTACHMENTS, originalSchema, textSchema, threadAddresseeSchema } from '../domain/events.ts';
import { localeSchema } from '../domain/locales.ts';
import { INTENT_IDS } from '../domain/intents.ts';
import { LEVELS } from '../domain/agent.ts';
import { HANDOFF_REASONS } from '../domain/handoff.ts';
import { presenceSchema } from '../domain/presence.ts';
import { ROLES } from '../domain/roles.ts';
import { SLA_TARGETS } from '../domain/sla.ts';
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
  level: z.literal(LEVELS),
  capacity: z.int().min(0).max(100),
  active: z.boolean(),
}).meta({ id: 'Agent' });

const dueTimes = z.partialRecord(z.enum(SLA_TARGETS), z.number());

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
  helped: z.boolean(),
  timeZone: z.string().nullable(),
  email: z.string().nullable(),
  handedAt: z.int().nullable(),
  respondedAt: z.int().nullable(),
  handoffReason: z.enum(HANDOFF_REASONS).nullable(),
  lastAgent: z.object({ agentId: z.string(), name: z.string() }).nullable(),
  stretchAgent: z.object({ agentId: z.string(), name: z.string() }).nullable(),
  cameBack: z.boolean(),
  releasedBy: z.string().nullable(),
  snoozedUntil: z.int().nullable(),
  threads: z.array(z.object({ threadId: z.uuid(), to: threadAddresseeSchema, lastAt: z.int(), waits: z.boolean().describe('True while those to whom it was put have the word.') })).readonly(),
  mentioned: z.array(z.string()).readonly(),
  invited: z.array(z.string()).readonly(),
  resolvedAt: z.int().nullable(),
  resolvedBy: z.enum(['agent', 'assistant']).nullable(),
  basis: z.enum(['confirmed', 'assumed']).nullable(),
  followedUpAt: z.int().nullable(),
  solved: z.boolean().nullable(),
  reviewed: z.boolean(),
  stretch: z.int(),
  stretchAt: z.int(),
  ratingComment: z.string().nullable(),
  sla: z.object({ spentMs: z.number(), runningSince: z.number().nullable(), dueAt: dueTimes, warnAt: dueTimes }),
  warned: dueTimes,
  breached: dueTimes,
}).meta({ id: 'DeskConversation', description: 'The state of a conversation as agents see it. Times are ms since the epoch.' });

const seenSeq = z.int().min(0).max(LAST_SEQ).optional().describe('The last `seq` that the agent has read; a message of the contact after it makes this a `conflict`.');

const withNote = {
  note: textSchema.optional().describe('For whoever takes it; needs a `clientMessageId`.'),
  clientMessageId: clientMessageIdSchema.optional(),
};

/** What an agent can do to a conversation. */
export const deskCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim') }),
  z.object({ type: z.literal('assign'), agentId: z.string().max(64), ...withNote }),
  z.object({ type: z.literal('transfer'), team, ...withNote }),
  z.object({ type: z.literal('release') }),
  z.object({ type: z.literal('snooze'), until: z.int().describe('When it comes back, ms since the epoch; a message of the contact brings it back at once.') }),
  z.object({ type: z.literal('wake') }),
  z.object({ type: z.literal('reopen') }).describe('Takes a resolved conversation up again, as its owner.'),
  z.object({ type: z.literal('return'), seenSeq }),
  z.object({ type: z.literal('resolve'), seenSeq }),
  z.object({
    type: z.literal('reply'), clientMessageId: clientMessageIdSchema, text: textSchema,
    original: originalSchema.optional().describe('What the agent wrote, where `text` is a machine\'s translation of it.'),
    citations: z.array(citationSchema).max(5).optional().describe('Articles that are shown as cards under the reply.'),
    attachments: z.array(z.uuid()).max(MAX_ATTACHMENTS).optional().describe('Ids of files that this agent uploaded.'),
  }),
  z.object({
    type: z.literal('note'), clientMessageId: clientMessageIdSchema, text: textSchema,
    mentions: z.array(z.string().max(64)).max(20).optional(), whisper: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('see-mention') }),
  z.object({ type: z.literal('open-thread'), to: threadAddresseeSchema, clientMessageId: clientMessageIdSchema, text: textSchema }),
  z.object({ type: z.literal('reply-thread'), threadId: z.uuid(), clientMessageId: clientMessageIdSchema, text: textSchema }),
  z.object({ type: z.literal('close-thread'), threadId: z.uuid() }),
  z.object({
    type: z.literal('review'), comment: z.string().max(2_000).optional(),
    scores: z.record(z.string().max(40), z.int().min(0).max(5)).refine((scores) => Object.keys(scores).length <= 12, 'expected at most 12 scores'),
  }),
]).meta({ id: 'DeskCommand' });
export type DeskCommand = z.infer<typeof deskCommandSchema>;

/** What the desk sends over the WebSocket `/ws/desk`. The session cookie says who it is. */
export const deskClientFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('follow'), conversationId, after: z.int().min(0).max(LAST_SEQ) }),
  z.object({ type: z.literal('unfollow'), conversationId }),
  z.object({ type: z.literal('command'), id: requestId, conversationId, command: deskCommandSchema }),
  z.object({ type: z.literal('claim-next'), id: requestId }).describe('Takes the head of the agent\'s queues; the `ack` names it, an error `not-found` says that nobody waits.'),
  z.object({ type: z.literal('typing'), conversationId, to: z.enum(['contact', 'colleagues']).default('contact').describe('For whom something is being written. The contact is told only of what the owner writes.') }),
  z.object({ type: z.literal('view'), conversationId: conversationId.nullable() }).describe('Which conversation is on the screen, so that colleagues see it.'),
  z.object({ type: z.literal('read'), conversationId, seq: z.int().min(1).max(LAST_SEQ) }).describe('Up to where the owner has read.'),
  z.object({ type: z.literal('presence'), status: presenceSchema }),
  z.object({ type: z.literal('ping') }),
]).meta({ id: 'DeskClientFrame' });
export type DeskClientFrame = z.input<typeof deskClientFrameSchema>;

/** What the server sends over `/ws/desk`. */
export const deskServerFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), protocol: z.literal(PROTOCOL_VERSION), agent: agentSchema }),
  z.object({ type: z.literal('conversations'), conversations: z.array(deskConversationSchema).describe('Those that changed, whole; the highest `seq` wins.'), gone: z.array(conversationId).describe('Those that this agent may no longer see.') }),
  z.object({ type: z.literal('events'), conversationId, events: z.array(deskEventSchema) }),
  ackSchema,
  typingFrameSchema,
  z.object({ type: z.literal('writing'), conversationId, agentId: z.string() }).describe('A colleague writes something that the contact is not told of.'),
  z.object({ type: z.literal('presence'), agents: z.record(z.string(), presenceSchema).describe('Who is not in it is offline.') }),
  z.object({ type: z.literal('viewing'), conversationId, agents: z.array(z.object({ agentId: z.string(), name: z.string() })) }).describe('Who else has it on the screen.'),
  z.object({ type: z.literal('read'), conversationId, contact: z.int(), agents: z.int() }).describe('Up to which `seq` each side has read.'),
  z.object({ type: z.literal('configuration') }).describe('Settings, macros or colleagues changed; read them again.'),
  errorFrameSchema,
  z.object({ type: z.literal('pong') }),
]).meta({ id: 'DeskServerFrame' });
export type DeskServerFrame = z.infer<typeof deskServerFrameSchema>;
