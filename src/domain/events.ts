import * as z from 'zod';
import { ACTIONS, INTENT_IDS } from './intents.ts';
import { MOODS } from './cues.ts';
import { entitySchema } from './entities.ts';
import { HANDOFF_REASONS, INTAKE_SLOTS } from './handoff.ts';
import { localeSchema } from './locales.ts';
import { SECRET_KINDS } from './secrets.ts';
import { SLA_TARGETS } from './sla.ts';
import { TEAMS } from './teams.ts';
import { URGENCIES } from './urgencies.ts';

/**
 * What can happen in a conversation: one row an event, with the shape of its data and the fields of
 * it that the contact may see. `none` keeps the whole event from the contact; agents see everything.
 */

/** No log is longer: what a database's integer holds. */
export const LAST_SEQ = 2_147_483_647;

/** Longest text of one message, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 4_000;

export const textSchema = z.string().min(1).max(MAX_TEXT_LENGTH);
/** As it is stored: markers may be longer than the secrets that they stand for. */
const storedTextSchema = z.string().min(1).max(4 * MAX_TEXT_LENGTH);
/** A country of ISO 3166, from the contact's browser. */
export const regionSchema = z.string().regex(/^[A-Z]{2}$/, 'expected two capital letters, as in JP');
/** A time zone of the IANA database, as the contact's browser names it. */
export const timeZoneSchema = z.string().max(64).regex(/^[\w+\-/]+$/, 'expected a time zone such as Asia/Tokyo');
export const clientMessageIdSchema = z.string().min(8).max(64).regex(/^[\w-]+$/, 'expected letters, digits, - or _');

export const citationSchema = z.object({
  articleId: z.string(),
  /** The language in which the article was read, which may not be the contact's. */
  locale: localeSchema,
  /** Content hash of the revision that was cited. */
  revision: z.string(),
  title: z.string(),
});
export type Citation = z.infer<typeof citationSchema>;

/** A file that was sent along; its bytes are kept apart under `id`. */
export const attachmentSchema = z.object({
  id: z.uuid(),
  /** As the sender called it, for people to read; never a path. */
  name: z.string().min(1).max(200),
  /** Media type told by its content. */
  type: z.string().max(100),
  bytes: z.int().min(1),
  /** Hex digest of the bytes as they arrived. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Attachment = z.infer<typeof attachmentSchema>;
export const MAX_ATTACHMENTS = 5;

export const choiceSchema = z.object({ articleId: z.string(), title: z.string() });
export type Choice = z.infer<typeof choiceSchema>;

/** What an agent wrote before a machine translated it for the contact. */
export const originalSchema = z.object({ locale: localeSchema, text: textSchema });
export type Original = z.infer<typeof originalSchema>;

/** How a message is meant, so that a front-end can show it as what it is. */
export const MESSAGE_KINDS = ['answer', 'choices', 'safety', 'notice', 'chat', 'intake', 'reply', 'follow-up'] as const;

const rankedArticleSchema = z.object({ articleId: z.string(), score: z.number() });

export const understandingSchema = z.object({
  locale: localeSchema.nullable(),
  intent: z.enum(INTENT_IDS),
  urgency: z.enum(URGENCIES),
  /** Probability, 0 to 1, that the intent is right. */
  confidence: z.number(),
  mood: z.enum(MOODS),
  entities: z.array(entitySchema),
  /** What each part rests on: how sure it is, 0 to 1, and the contact's words that speak for it. */
  evidence: z.array(z.object({
    part: z.enum(['locale', 'intent', 'urgency', 'mood']),
    value: z.string(),
    confidence: z.number(),
    words: z.array(z.string()),
  })),
  /** Why: each names the rule or the words it rests on. */
  reasons: z.array(z.string()),
});
export type Understanding = z.infer<typeof understandingSchema>;

const agentAuthor = z.object({ kind: z.literal('agent'), agentId: z.string(), name: z.string() });
export const authorSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('assistant') }), agentAuthor]);
export type Author = z.infer<typeof authorSchema>;

/** `offline`: whoever had it left, or was lost from the connection for too long. */
export const RELEASE_REASONS = ['released', 'offline'] as const;

/** To whom a side thread is put: a team, or all who oversee. */
export const threadAddresseeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('team'), team: z.enum(TEAMS) }),
  z.object({ kind: z.literal('supervisors') }),
]);
export type ThreadAddressee = z.infer<typeof threadAddresseeSchema>;

const slaFlag = z.object({ target: z.enum(SLA_TARGETS), dueAt: z.int(), team: z.enum(TEAMS), urgency: z.enum(URGENCIES) });
const agent = { agentId: z.string(), name: z.string() };

const EVENT_TABLE = {
  'conversation.started': {
    data: z.object({ contactId: z.string(), caseNumber: z.string(), locale: localeSchema, channel: z.string(), page: z.string().optional(), region: regionSchema.optional(), timeZone: timeZoneSchema.optional() }),
    contact: ['caseNumber', 'locale'],
  },
  'message.received': {
    data: z.object({
      clientMessageId: clientMessageIdSchema,
      text: storedTextSchema,
      /** The article that the contact picked among the choices offered; `text` is its title. */
      choice: z.object({ articleId: z.string() }).optional(),
      /** Set by the button that asks for a person, so that no understanding is needed. */
      wish: z.literal('person').optional(),
      /** What was taken out of the text before it was stored; a marker stands in its place. */
      secrets: z.array(z.enum(SECRET_KINDS)).optional(),
      attachments: z.array(attachmentSchema).max(MAX_ATTACHMENTS).optional(),
    }),
    contact: 'all',
  },
  'turn.decided': {
    data: z.object({
      ofSeq: z.int(),
      understanding: understandingSchema,
      ranking: z.array(rankedArticleSchema),
      action: z.enum(ACTIONS),
      /** What was searched, where the message alone did not tell: it was read with what went before. */
      readAs: z.string().optional(),
      /** Would take it, or takes it, when it goes to people. */
      team: z.enum(TEAMS),
      reasons: z.array(z.string()),
      /** True where the assistant could not give what was asked; enough of them in a row lead to a person. */
      failed: z.boolean(),
      /** The contact says that what was answered before did not help, or asks the same again: no question of its own. */
      unsolved: z.literal(true).optional(),
    }),
    contact: 'none',
  },
  /** What the assistant made of a message that it does not answer, because people have the conversation. */
  'message.understood': { data: z.object({ ofSeq: z.int(), understanding: understandingSchema }), contact: 'none' },
  'message.sent': {
    data: z.object({
      author: authorSchema,
      kind: z.enum(MESSAGE_KINDS),
      /** Markdown of the small kind that articles are written in. */
      text: z.string().min(1),
      locale: localeSchema,
      citations: z.array(citationSchema),
      choices: z.array(choiceSchema),
      /** A person is offered: the front-end shows a button for it. */
      offer: z.literal('person').optional(),
      /** The model that phrased it and by which prompt; absent where the words are an article's or a phrase's. */
      phrasedBy: z.object({ model: z.string(), prompt: z.string() }).optional(),
      /** What a waiting contact is asked about. */
      slot: z.enum(INTAKE_SLOTS).optional(),
      /** The contact's message that this answers; absent for an agent's reply. */
      ofSeq: z.int().optional(),
      clientMessageId: clientMessageIdSchema.optional(),
      /** Set where the text is a machine's translation: both sides see that it is, and can read this. */
      original: originalSchema.optional(),
      attachments: z.array(attachmentSchema).max(MAX_ATTACHMENTS).optional(),
    }),
    contact: 'all',
  },
  'note.added': {
    data: z.object({
      author: agentAuthor, text: storedTextSchema, clientMessageId: clientMessageIdSchema,
      /** Ids of the agents whom it calls. */
      mentions: z.array(z.string()).max(20).optional(),
      /** Said by who oversees to who has the conversation. */
      whisper: z.literal(true).optional(),
    }),
    contact: 'none',
  },
  /** An agent has read what called them. */
  'mention.seen': { data: z.object(agent), contact: 'none' },
  'locale.changed': { data: z.object({ locale: localeSchema }), contact: 'all' },
  'urgency.raised': { data: z.object({ urgency: z.enum(URGENCIES), reason: z.string() }), contact: 'none' },
  'handoff.requested': {
    data: z.object({
      team: z.enum(TEAMS),
      urgency: z.enum(URGENCIES),
      reason: z.enum(HANDOFF_REASONS),
      /** What people need to know of such a case. */
      ask: z.array(z.enum(INTAKE_SLOTS)),
      requestedBy: z.enum(['contact', 'assistant', 'system']),
    }),
    contact: ['requestedBy'],
  },
  'conversation.assigned': {
    /** `byAgentId` is null where routing chose. */
    data: z.object({ ...agent, team: z.enum(TEAMS), byAgentId: z.string().nullable() }),
    contact: ['name'],
  },
  'conversation.released': {
    data: z.object({ ...agent, team: z.enum(TEAMS), reason: z.enum(RELEASE_REASONS) }),
    contact: [],
  },
  /** Given to another team's queue. */
  'conversation.transferred': { data: z.object({ ...agent, from: z.enum(TEAMS), team: z.enum(TEAMS) }), contact: [] },
  'conversation.returned': { data: z.object(agent), contact: ['name'] },
  'conversation.resolved': { data: z.object(agent), contact: ['name'] },
  /** The assistant's own: the contact said that it helped, or did not come back. */
  'conversation.settled': { data: z.object({ basis: z.enum(['confirmed', 'assumed']) }), contact: [] },
  'conversation.reopened': { data: z.object({ by: z.enum(['contact', 'agent']) }), contact: [] },
  'conversation.snoozed': { data: z.object({ ...agent, until: z.int() }), contact: 'none' },
  'conversation.woken': { data: z.object({ by: z.enum(['time', 'contact', 'agent']) }), contact: 'none' },
  /** Side threads: colleagues among themselves about a conversation. */
  'thread.opened': { data: z.object({ threadId: z.uuid(), to: threadAddresseeSchema, author: agentAuthor, text: storedTextSchema, clientMessageId: clientMessageIdSchema }), contact: 'none' },
  'thread.replied': { data: z.object({ threadId: z.uuid(), author: agentAuthor, text: storedTextSchema, clientMessageId: clientMessageIdSchema }), contact: 'none' },
  'thread.closed': { data: z.object({ threadId: z.uuid(), ...agent }), contact: 'none' },
  'sla.warned': { data: slaFlag, contact: 'none' },
  'sla.breached': { data: slaFlag, contact: 'none' },
  /** What the contact answered to "did this solve it?". */
  'follow-up.answered': { data: z.object({ solved: z.boolean() }), contact: 'all' },
  /** How the contact can be reached when the window is closed. */
  'contact.reachable': { data: z.object({ email: z.email().max(200) }), contact: 'all' },
  'conversation.reviewed': {
    data: z.object({ ...agent, reviewedAgentId: z.string().nullable(), scores: z.record(z.string(), z.int().min(0).max(5)), comment: z.string().max(2_000).optional() }),
    contact: 'none',
  },
  'conversation.rated': { data: z.object({ score: z.int().min(1).max(5), comment: z.string().max(2_000).optional() }), contact: 'all' },
  'answer.rated': { data: z.object({ ofSeq: z.int(), helpful: z.boolean() }), contact: 'all' },
} as const satisfies Record<string, { data: z.ZodObject; contact: 'all' | 'none' | readonly string[] }>;

type EventTable = typeof EVENT_TABLE;
export type EventType = keyof EventTable;
export const EVENT_TYPES = Object.keys(EVENT_TABLE) as [EventType, ...EventType[]];

export type EventData<T extends EventType> = z.infer<EventTable[T]['data']>;

/** An event that was decided and is not stored yet. */
export type EventDraft = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];

/** A stored event. `seq` counts from 1 within its conversation without gaps; `at` is in ms since the epoch. */
export type ConversationEvent = EventDraft & { readonly conversationId: string; readonly seq: number; readonly at: number };
export type EventOf<T extends EventType> = Extract<ConversationEvent, { type: T }>;

export function eventDataSchema(type: EventType): z.ZodObject {
  return EVENT_TABLE[type].data;
}

export type Audience = 'contact' | 'agents';

/**
 * The event as an audience may see it, or undefined where it may not see it at all. The one place
 * that decides what leaves the desk towards a contact.
 */
export function viewFor(audience: Audience, event: ConversationEvent): ConversationEvent | undefined {
  if (audience === 'agents') return event;
  const fields: 'all' | 'none' | readonly string[] = EVENT_TABLE[event.type].contact;
  if (fields === 'none') return undefined;
  const data = fields === 'all' ? withoutAgentIds(event.data) : pick(event.data, fields);
  return { ...event, data } as ConversationEvent;
}

/** Shape of an event's data as the contact sees it; undefined for events that contacts never see. */
export function contactDataSchema(type: EventType): z.ZodObject | undefined {
  const row = EVENT_TABLE[type] as { data: z.ZodObject; contact: 'all' | 'none' | readonly string[] };
  if (row.contact === 'none') return undefined;
  if (type === 'message.sent') {
    const contactAuthor = z.discriminatedUnion('kind', [z.object({ kind: z.literal('assistant') }), agentAuthor.omit({ agentId: true })]);
    return row.data.extend({ author: contactAuthor });
  }
  if (row.contact === 'all') return row.data;
  return z.object(pick(row.data.shape, row.contact));
}

function pick<T extends object>(from: T, fields: readonly string[]): Record<string, T[keyof T]> {
  return Object.fromEntries(Object.entries<T[keyof T]>(from as Record<string, T[keyof T]>).filter(([key]) => fields.includes(key)));
}

/** Contacts see colleagues by name only. */
function withoutAgentIds(data: object): object {
  if (!('author' in data)) return data;
  const author = data.author as Author;
  return author.kind === 'agent' ? { ...data, author: { kind: 'agent', name: author.name } } : data;
}
