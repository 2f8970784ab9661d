import type { Translate } from '../../assistant/phrases.ts';
import type { Attachment, Citation, ConversationEvent } from '../../domain/events.ts';
import type { Locale } from '../../domain/locales.ts';
import { splitMarkers } from '../../domain/secrets.ts';

/** What a transcript tells, one after the other. */
export type TranscriptEntry = Said | Happened;

export interface Said {
  readonly kind: 'said';
  readonly at: number;
  readonly by: 'contact' | 'assistant' | 'agent';
  readonly name: string;
  /** Markdown; secrets that were taken out are named in words. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly attachments: readonly Attachment[];
}

/** Something that happened to the conversation, in words. */
export interface Happened {
  readonly kind: 'happened';
  readonly at: number;
  readonly text: string;
}

const NOTICES: Partial<Record<ConversationEvent['type'], string>> = {
  'handoff.requested': 'noticeHandoff', 'conversation.assigned': 'noticeAssigned', 'conversation.released': 'noticeReleased',
  'conversation.transferred': 'noticeTransferred', 'conversation.returned': 'noticeReturned', 'conversation.resolved': 'noticeResolved',
  'conversation.settled': 'noticeSettled', 'conversation.reopened': 'noticeReopened',
};

/** @param events as the contact sees them: whatever is in here is told. */
export function readTranscript(events: readonly ConversationEvent[], locale: Locale, translate: Translate): TranscriptEntry[] {
  const say = (key: string, values?: Record<string, string>): string => translate(locale, `widget.${key}`, values);
  const withoutMarkers = (text: string): string =>
    splitMarkers(text).map((part) => (typeof part === 'string' ? part : `[${say('secretRemoved', { kind: say(`secretKind.${part.kind}`) })}]`)).join('');

  return events.flatMap((event): TranscriptEntry[] => {
    const { at, type, data } = event;
    if (type === 'message.received') {
      return [{ kind: 'said', at, by: 'contact', name: say('you'), text: withoutMarkers(data.text), citations: [], attachments: data.attachments ?? [] }];
    }
    if (type === 'message.sent') {
      const { author, text, choices, citations, attachments = [] } = data;
      const offered = choices.map(({ title }) => `- ${title}`).join('\n');
      return [{
        kind: 'said', at, by: author.kind, name: author.kind === 'agent' ? author.name : say('assistant'),
        text: withoutMarkers(offered === '' ? text : `${text}\n\n${offered}`), citations, attachments,
      }];
    }
    const notice = NOTICES[type];
    return notice === undefined ? [] : [{ kind: 'happened', at, text: say(notice, { name: 'name' in data ? data.name : '' }) }];
  });
}
