import { isSameDay } from '../../shared/format-time.ts';
import type { ConversationView, Notice, SentFile, SpokenMessage, ViewItem } from './conversation-view.ts';
import type { DeliveryState, Outbox } from './outbox.ts';

/** One thing under another on the screen. `first` and `last` are said of a group: messages of one speaker, close in time. */
export type TimelineRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'notice'; readonly key: string; readonly notice: Notice }
  | { readonly kind: 'spoken'; readonly key: string; readonly message: SpokenMessage; readonly first: boolean; readonly last: boolean }
  | ContactRow;

export interface ContactRow {
  readonly kind: 'contact';
  readonly key: string;
  readonly at: number;
  readonly text: string;
  readonly files: readonly SentFile[];
  /** Its place in the log; 0 while it is not there. */
  readonly seq: number;
  /** `sent` also while the event is on its way: the server has it. */
  readonly delivery: Exclude<DeliveryState, 'acknowledged'> | 'sent';
  readonly first: boolean;
  readonly last: boolean;
}

/** Why what is not sent yet waits, as the key of a phrase; empty where it does not. */
export type Held = '' | 'willSend' | 'busySend';

/** A pause after which the same speaker's next message stands for itself, ms. */
const GROUP_MS = 5 * 60_000;

type Said = ViewItem | { readonly kind: 'unsent'; readonly key: string; readonly at: number; readonly text: string; readonly files: readonly SentFile[]; readonly delivery: ContactRow['delivery'] };

/** The log's messages, then those that are not in it yet, with what separates and groups them. */
export function timelineOf(view: ConversationView | null, outbox: Outbox, timeZone?: string): TimelineRow[] {
  const said = [...view?.items ?? [], ...unsent(view, outbox)];
  return said.flatMap((item, i) => {
    const row = rowOf(item, said[i - 1], said[i + 1]);
    const previous = said[i - 1];
    const newDay = previous !== undefined && !isSameDay(previous.at, item.at, timeZone);
    return newDay ? [{ kind: 'day', key: `d${item.key}`, at: item.at } as const, row] : [row];
  });
}

/** Messages that belong to the conversation on the screen and that its log does not have. Before the log is here, all. */
export function unsent(view: ConversationView | null, outbox: Outbox): Extract<Said, { kind: 'unsent' }>[] {
  return outbox.flatMap(({ id, at, conversationId, body, state }) => {
    const elsewhere = view !== null && conversationId !== null && conversationId !== view.id;
    if (body.type !== 'message' || elsewhere || view?.items.some(({ key }) => key === id)) return [];
    return [{ kind: 'unsent', key: id, at, text: body.text, files: body.files ?? [], delivery: state === 'acknowledged' ? 'sent' : state }];
  });
}

function rowOf(item: Said, previous: Said | undefined, next: Said | undefined): TimelineRow {
  if (item.kind === 'notice') return { kind: 'notice', key: item.key, notice: item };
  const first = !previous || !together(previous, item);
  const last = !next || !together(item, next);
  if (item.kind === 'spoken') return { kind: 'spoken', key: item.key, message: item, first, last };
  const { key, at, text, files } = item;
  return { kind: 'contact', key, at, text, files, first, last, ...(item.kind === 'unsent' ? { seq: 0, delivery: item.delivery } : { seq: item.seq, delivery: 'sent' }) };
}

function together(a: Said, b: Said): boolean {
  return speakerOf(a) === speakerOf(b) && speakerOf(a) !== '' && b.at - a.at < GROUP_MS;
}

/** Empty for what nobody said. */
function speakerOf(item: Said): string {
  if (item.kind === 'notice') return '';
  if (item.kind !== 'spoken') return 'contact';
  return item.speaker.kind === 'agent' ? `agent ${item.speaker.name}` : 'assistant';
}
