import type { Attachment, Choice, Citation, MESSAGE_KINDS, Original } from '../../../domain/events.ts';
import type { Locale } from '../../../domain/locales.ts';
import type { ContactEvent, Speaker } from './contact-event.ts';
import type { ConversationLog } from './conversation-log.ts';

/** Who must act next, as the contact sees it. */
export type Owner = { readonly kind: 'assistant' } | { readonly kind: 'queue' } | { readonly kind: 'agent'; readonly name: string };

export interface ContactMessage {
  readonly kind: 'from-contact';
  readonly seq: number;
  /** The client message id: the same before and after the server has it, so that the bubble on the screen stays the same. */
  readonly key: string;
  readonly at: number;
  readonly text: string;
  readonly files: readonly SentFile[];
}

/** A file that went along with a message. */
export type SentFile = Pick<Attachment, 'id' | 'name' | 'type' | 'bytes'>;

export interface SpokenMessage {
  readonly kind: 'spoken';
  readonly key: string;
  readonly seq: number;
  readonly at: number;
  readonly speaker: Speaker;
  readonly meant: (typeof MESSAGE_KINDS)[number];
  readonly text: string;
  readonly locale: Locale;
  readonly citations: readonly Citation[];
  readonly choices: readonly Choice[];
  readonly files: readonly SentFile[];
  /** What the colleague wrote, where the text is a machine's translation. */
  readonly original: Original | undefined;
  /** A person is offered, and nobody has come or said anything else since. */
  readonly offersPerson: boolean;
  /** The choice that the contact took; undefined while none was. */
  readonly picked: string | undefined;
  /** Nothing was said since: choices can still be taken and the answer still be rated. */
  readonly latest: boolean;
  readonly helpful: boolean | undefined;
}

export type NoticeTopic = 'started' | 'handoff' | 'assigned' | 'released' | 'transferred' | 'returned' | 'resolved' | 'settled' | 'reopened';

/** Something that happened to the conversation, told in one line. */
export interface Notice {
  readonly kind: 'notice';
  readonly key: string;
  readonly seq: number;
  readonly at: number;
  readonly topic: NoticeTopic;
  /** The colleague it is about, where the contact may know. */
  readonly name?: string;
}

export type ViewItem = ContactMessage | SpokenMessage | Notice;

export interface ConversationView {
  readonly id: string;
  readonly caseNumber: string | null;
  readonly status: 'open' | 'resolved';
  readonly owner: Owner;
  readonly rating: number | null;
  /** "Did this solve it?" waits for an answer. */
  readonly asked: boolean;
  /** What the contact answered to that. */
  readonly solved: boolean | null;
  /** Where the contact can be reached when the window is closed. */
  readonly email: string | null;
  /** True while the assistant owes an answer. */
  readonly awaitsAssistant: boolean;
  readonly items: readonly ViewItem[];
}

/**
 * What the contact sees of a conversation, from its events and nothing else. Because the log is a
 * set ordered by `seq`, every way in which the events can arrive leads to the same view.
 */
export function viewConversation(log: ConversationLog): ConversationView {
  const helpful = new Map(log.events.flatMap((event) => (event.type === 'answer.rated' ? [[event.data.ofSeq, event.data.helpful]] : [])));
  const start: ConversationView = {
    id: log.id, caseNumber: null, status: 'open', owner: { kind: 'assistant' }, rating: null, asked: false, solved: null, email: null, awaitsAssistant: false, items: [],
  };
  const view = log.events.reduce((state, event) => ({ ...state, ...changes(state, event) }), start);
  const offering = view.status === 'open' && view.owner.kind === 'assistant';
  return {
    ...view,
    items: view.items.map((item) => (item.kind === 'spoken'
      ? { ...item, helpful: helpful.get(item.seq), offersPerson: item.offersPerson && item.latest && offering }
      : item)),
  };
}

function changes(view: ConversationView, event: ContactEvent): Partial<ConversationView> {
  switch (event.type) {
    case 'conversation.started':
      return { caseNumber: event.data.caseNumber, items: notice(view, event, 'started') };
    case 'message.received':
      return messageReceived(view, event);
    case 'message.sent':
      return { awaitsAssistant: false, asked: view.asked || event.data.kind === 'follow-up', items: [...withoutLatest(view.items), spoken(event)] };
    case 'handoff.requested':
      return { owner: { kind: 'queue' }, awaitsAssistant: false, items: notice(view, event, 'handoff') };
    case 'conversation.assigned':
      return { owner: { kind: 'agent', name: event.data.name }, awaitsAssistant: false, items: notice(view, event, 'assigned', event.data.name) };
    case 'conversation.released':
      return { owner: { kind: 'queue' }, items: notice(view, event, 'released') };
    case 'conversation.transferred':
      return { owner: { kind: 'queue' }, items: notice(view, event, 'transferred') };
    case 'conversation.returned':
      return { owner: { kind: 'assistant' }, items: notice(view, event, 'returned', event.data.name) };
    case 'conversation.resolved':
      return { ...CLOSED, items: notice(view, event, 'resolved', event.data.name) };
    case 'conversation.settled':
      return { ...CLOSED, items: notice(view, event, 'settled') };
    case 'conversation.reopened':
      return { status: 'open', owner: { kind: 'assistant' }, rating: null, asked: false, solved: null, items: notice(view, event, 'reopened') };
    case 'follow-up.answered':
      return { asked: false, solved: event.data.solved };
    case 'contact.reachable':
      return { email: event.data.email };
    case 'conversation.rated':
      return { rating: event.data.score };
    // What is newer than this widget, or changes nothing on the screen, passes by.
    default:
      return {};
  }
}

const CLOSED = { status: 'resolved', owner: { kind: 'assistant' }, awaitsAssistant: false } as const;

function messageReceived(view: ConversationView, { seq, at, data }: Extract<ContactEvent, { type: 'message.received' }>): Partial<ConversationView> {
  const key = data.clientMessageId;
  if (view.items.some((item) => item.key === key)) return {};
  const items = view.items.map((item) => (item.kind === 'spoken' && item.latest ? { ...item, latest: false, picked: data.choice?.articleId } : item));
  return { awaitsAssistant: view.owner.kind === 'assistant', items: [...items, { kind: 'from-contact', key, seq, at, text: data.text, files: data.attachments ?? [] }] };
}

function spoken({ seq, at, data }: Extract<ContactEvent, { type: 'message.sent' }>): SpokenMessage {
  const { author, kind, text, locale, citations, choices, offer, original, attachments } = data;
  return {
    kind: 'spoken', key: `s${seq}`, seq, at, speaker: author, meant: kind, text, locale, citations, choices, original, files: attachments ?? [],
    offersPerson: offer === 'person', picked: undefined, latest: true, helpful: undefined,
  };
}

function withoutLatest(items: readonly ViewItem[]): ViewItem[] {
  return items.map((item) => (item.kind === 'spoken' && item.latest ? { ...item, latest: false } : item));
}

function notice(view: ConversationView, { seq, at }: ContactEvent, topic: NoticeTopic, name?: string): ViewItem[] {
  return [...view.items, { kind: 'notice', key: `n${seq}`, seq, at, topic, ...(name === undefined ? {} : { name }) }];
}
