import type { ConversationEvent, EventOf } from '../../../domain/events.ts';
import { clientMessageIdOf, type Outbox, type Outgoing } from './outbox.ts';

/** What the middle pane shows, from top to bottom. Keys stay the same when a sent message turns into its event. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | ContactItem
  | SentItem
  | NoteItem
  | ThreadItem
  | { readonly kind: 'pending'; readonly key: string; readonly message: Outgoing; readonly continues: boolean }
  | { readonly kind: 'system'; readonly key: string; readonly event: SystemEvent };

export interface ContactItem {
  readonly kind: 'contact';
  readonly key: string;
  readonly event: EventOf<'message.received'>;
  /** What the assistant made of it; null where it has not listened, or took it together with a later message. */
  readonly heard: HeardEvent | null;
  /** Same speaker as the item above, shortly after: shown without a header. */
  readonly continues: boolean;
}

export interface SentItem {
  readonly kind: 'sent';
  readonly key: string;
  readonly event: EventOf<'message.sent'>;
  /** What the contact said of this answer last; null while nothing. */
  readonly helpful: boolean | null;
  readonly continues: boolean;
}

export interface NoteItem {
  readonly kind: 'note';
  readonly key: string;
  readonly event: EventOf<'note.added'>;
  readonly continues: boolean;
}

export interface ThreadItem {
  readonly kind: 'thread';
  readonly key: string;
  readonly event: ThreadEvent;
  readonly continues: boolean;
}

/** What the assistant made of a message: with a decision where it had the conversation, without one where people had it. */
export type HeardEvent = EventOf<'turn.decided' | 'message.understood'>;

/** What colleagues write in a side thread. */
export type ThreadEvent = EventOf<'thread.opened' | 'thread.replied'>;

/** Events that have a line of their own between the messages; the others are messages, or are shown at the message that they are about. */
export type SystemEvent = Exclude<ConversationEvent, HeardEvent | ThreadEvent | EventOf<'message.received' | 'message.sent' | 'note.added' | 'answer.rated' | 'mention.seen'>>;

/** Messages of one speaker further apart than this get a header of their own. */
const SAME_BREATH_MS = 5 * 60_000;

/**
 * The log and what is still on its way as one list.
 * @param dayOf names the day of a time in the reader's time zone; a new name begins a new day.
 */
export function buildTimeline(events: readonly ConversationEvent[], outbox: Outbox, dayOf: (at: number) => string): TimelineItem[] {
  const builder = createBuilder(dayOf);
  const heard = heardBySeq(events);
  const ratings = ratingsBySeq(events);
  for (const event of events) addEvent(builder, event, heard, ratings);
  const known = new Set(events.map(clientMessageIdOf));
  for (const message of outbox) {
    if (known.has(message.clientMessageId)) continue;
    const continues = builder.begin(message.at, `own/${message.kind}`);
    builder.items.push({ kind: 'pending', key: message.clientMessageId, message, continues });
  }
  return builder.items;
}

interface Builder {
  readonly items: TimelineItem[];
  /** Opens a new day where needed; tells whether the speaker goes on. */
  begin(at: number, speaker: string | null): boolean;
}

function createBuilder(dayOf: (at: number) => string): Builder {
  const items: TimelineItem[] = [];
  let day = '';
  let last: { speaker: string | null; at: number } | null = null;
  return {
    items,
    begin(at, speaker) {
      const today = dayOf(at);
      if (today !== day) {
        items.push({ kind: 'day', key: `day/${today}`, at });
        last = null;
      }
      day = today;
      const continues = speaker !== null && last?.speaker === speaker && at - last.at < SAME_BREATH_MS;
      last = { speaker, at };
      return continues;
    },
  };
}

function addEvent(builder: Builder, event: ConversationEvent, heard: Map<number, HeardEvent>, ratings: Map<number, boolean>): void {
  switch (event.type) {
    // Shown at the message that they are about.
    case 'turn.decided':
    case 'message.understood':
    case 'answer.rated':
    case 'mention.seen':
      return;
    case 'message.received': {
      const continues = builder.begin(event.at, 'contact');
      builder.items.push({ kind: 'contact', key: `seq/${event.seq}`, event, heard: heard.get(event.seq) ?? null, continues });
      return;
    }
    case 'message.sent': {
      const { author, clientMessageId } = event.data;
      const continues = builder.begin(event.at, author.kind === 'agent' ? `agent/${author.agentId}` : 'assistant');
      builder.items.push({ kind: 'sent', key: clientMessageId ?? `seq/${event.seq}`, event, helpful: ratings.get(event.seq) ?? null, continues });
      return;
    }
    case 'note.added': {
      const continues = builder.begin(event.at, `note/${event.data.author.agentId}`);
      builder.items.push({ kind: 'note', key: event.data.clientMessageId, event, continues });
      return;
    }
    case 'thread.opened':
    case 'thread.replied': {
      const continues = builder.begin(event.at, `thread/${event.data.threadId}/${event.data.author.agentId}`);
      builder.items.push({ kind: 'thread', key: event.data.clientMessageId, event, continues });
      return;
    }
    default:
      builder.begin(event.at, null);
      builder.items.push({ kind: 'system', key: `seq/${event.seq}`, event });
  }
}

function heardBySeq(events: readonly ConversationEvent[]): Map<number, HeardEvent> {
  const heard = new Map<number, HeardEvent>();
  for (const event of events) if (event.type === 'turn.decided' || event.type === 'message.understood') heard.set(event.data.ofSeq, event);
  return heard;
}

function ratingsBySeq(events: readonly ConversationEvent[]): Map<number, boolean> {
  const ratings = new Map<number, boolean>();
  for (const event of events) if (event.type === 'answer.rated') ratings.set(event.data.ofSeq, event.data.helpful);
  return ratings;
}
