import { coverMarkers } from '../secrets.ts';
import type { ConversationEvent } from '../events.ts';

/** What somebody said in an event, as it is searched and shown where it is found. */
export interface Said {
  /** In NFC, on one line, without the marks of Markdown. */
  readonly text: string;
  readonly by: { readonly kind: 'contact' | 'assistant' } | { readonly kind: 'agent'; readonly name: string };
  /** Notes and side threads are among colleagues. */
  readonly place: 'message' | 'note' | 'thread';
}

/** Undefined for events in which nobody says anything. */
export function whatWasSaid(event: ConversationEvent): Said | undefined {
  switch (event.type) {
    case 'message.received':
      return { text: oneLine(withNames(event.data.text, event.data.attachments)), by: { kind: 'contact' }, place: 'message' };
    case 'contact.reachable':
      return { text: oneLine(event.data.email), by: { kind: 'contact' }, place: 'message' };
    case 'message.sent':
      return { text: oneLine(withNames(withoutMarkdown(event.data.text), event.data.attachments)), by: authorOf(event.data.author), place: 'message' };
    case 'note.added':
      return { text: oneLine(event.data.text), by: authorOf(event.data.author), place: 'note' };
    case 'thread.opened':
    case 'thread.replied':
      return { text: oneLine(event.data.text), by: authorOf(event.data.author), place: 'thread' };
    default:
      return undefined;
  }
}

/** The types of which `whatWasSaid` tells. */
export const SAYING_TYPES = ['message.received', 'contact.reachable', 'message.sent', 'note.added', 'thread.opened', 'thread.replied'] as const satisfies readonly ConversationEvent['type'][];

/** What is searched of it: markers stand for what nobody may find. */
export function searchableText({ text }: Said): string {
  return coverMarkers(text, ' ');
}

function authorOf(author: { readonly kind: 'assistant' } | { readonly kind: 'agent'; readonly name: string }): Said['by'] {
  return author.kind === 'assistant' ? { kind: 'assistant' } : { kind: 'agent', name: author.name };
}

/** Files are found by their names. */
function withNames(text: string, attachments: readonly { readonly name: string }[] = []): string {
  return [text, ...attachments.map(({ name }) => name).filter((name) => !text.includes(name))].join('\n');
}

/** The few marks that messages are written with; not a parser, since words must only be found. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|[-*+]|\d+\.)\s+/gm, '')
    .replace(/(\*\*|__|`)/g, '');
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
