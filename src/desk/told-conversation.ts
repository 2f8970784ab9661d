import type { Said } from '../domain/agent-tools.ts';
import type { ConversationEvent } from '../domain/events.ts';
import type { Locale } from '../domain/locales.ts';

/** What was said, oldest first, as a model may read it: the log has no secrets. Notes only where asked for, since they must not reach a contact. */
export function tellConversation(events: readonly ConversationEvent[], { withNotes }: { readonly withNotes: boolean }): Said[] {
  return events.flatMap((event): Said[] => {
    switch (event.type) {
      case 'message.received': return [{ from: 'contact', text: event.data.text }];
      case 'message.sent': return [{ from: event.data.author.kind === 'agent' ? 'colleague' : 'assistant', text: event.data.text }];
      case 'note.added': return withNotes ? [{ from: 'colleague', text: `(note for colleagues) ${event.data.text}` }] : [];
      default: return [];
    }
  });
}

/** What the contact wrote since a colleague last replied; the last message where that was answered. Undefined where the contact wrote nothing. */
export function openQuestion(events: readonly ConversationEvent[]): string | undefined {
  const replied = events.findLastIndex((event) => event.type === 'message.sent' && event.data.author.kind === 'agent');
  const written = (from: readonly ConversationEvent[]): string[] => from.flatMap((event) => (event.type === 'message.received' ? [event.data.text] : []));
  const since = written(events.slice(replied + 1));
  return since.length > 0 ? since.join('\n') : written(events).at(-1);
}

/** A message with its language: as it was written or understood, else the conversation's. Undefined where there is no message under that number. */
export function findMessage(events: readonly ConversationEvent[], seq: number, fallback: Locale): { readonly text: string; readonly locale: Locale } | undefined {
  const event = events.find((one) => one.seq === seq);
  if (event?.type === 'message.sent') return { text: event.data.text, locale: event.data.locale };
  if (event?.type !== 'message.received') return undefined;
  const heard = events.find((one) => (one.type === 'turn.decided' || one.type === 'message.understood') && one.data.ofSeq === seq);
  const understood = heard?.type === 'turn.decided' || heard?.type === 'message.understood' ? heard.data.understanding.locale : null;
  return { text: event.data.text, locale: understood ?? fallback };
}
