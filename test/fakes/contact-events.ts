import type { ContactEvent } from '../../src/web/widget/conversation/contact-event.ts';

type Data<T extends ContactEvent['type']> = Extract<ContactEvent, { type: T }>['data'];

/** A conversation's events as its contact sees them, written one after the other. */
export interface EventWriter {
  readonly events: ContactEvent[];
  add<T extends ContactEvent['type']>(type: T, data: Data<T>): EventWriter;
  receive(clientMessageId: string, more?: Partial<Data<'message.received'>>): EventWriter;
  answer(more?: Partial<Data<'message.sent'>>): EventWriter;
  /** An event that only agents see: a number is missing. */
  skip(): EventWriter;
}

/** @param step ms between two events. */
export function writeEvents(conversationId: string, step = 1000): EventWriter {
  let seq = 0;
  const writer: EventWriter = {
    events: [],
    add(type, data) {
      seq += 1;
      writer.events.push({ conversationId, seq, at: Date.UTC(2026, 2, 12, 9) + seq * step, type, data } as ContactEvent);
      return writer;
    },
    receive: (clientMessageId, more = {}) => writer.add('message.received', { clientMessageId, text: `text of ${clientMessageId}`, ...more }),
    answer: (more = {}) => writer.add('message.sent', { author: { kind: 'assistant' }, kind: 'answer', text: 'An answer.', locale: 'en', citations: [], choices: [], ...more }),
    skip() {
      seq += 1;
      return writer;
    },
  };
  return writer;
}
