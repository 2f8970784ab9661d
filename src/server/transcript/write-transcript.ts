import type { Translate } from '../../assistant/phrases.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { ConversationEvent } from '../../domain/events.ts';
import type { Locale } from '../../domain/locales.ts';
import { readTranscript } from './read-transcript.ts';
import { layOutTranscript } from './transcript-page.ts';
import { setTranscriptText } from './transcript-text.ts';
import type { Transcript } from './transcript.ts';

export type WriteTranscript = (wanted: {
  readonly conversation: Conversation;
  /** As the contact sees them. */
  readonly events: readonly ConversationEvent[];
  readonly format: 'html' | 'txt';
  readonly timeZone?: string | undefined;
}) => { readonly text: string; readonly type: string };

/** Writes conversations down for their contacts to keep. */
export function createWriteTranscript({ translate, exchangeName, publicUrl }: {
  translate: Translate;
  exchangeName: () => string;
  publicUrl: string;
}): WriteTranscript {
  return function writeTranscript({ conversation, events, format, timeZone }) {
    const { locale, caseNumber, createdAt } = conversation;
    const tellTime = createTellTime(locale, timeZone ?? conversation.timeZone ?? 'UTC');
    const say: Transcript['say'] = (key, values) => translate(locale, `widget.${key}`, values);
    const transcript: Transcript = {
      locale, tellTime, say, publicUrl,
      title: say('transcriptTitle', { exchange: exchangeName() }),
      facts: [[say('caseNumber'), caseNumber], [say('transcriptBegun'), tellTime(createdAt)]],
      entries: readTranscript(events, locale, translate),
      articleUrl: (articleLocale, articleId) => `${publicUrl}/help/${articleLocale}/${encodeURIComponent(articleId)}`,
    };
    return format === 'html' ? { text: layOutTranscript(transcript), type: 'text/html' } : { text: setTranscriptText(transcript), type: 'text/plain' };
  };
}

/** Each time with its zone, so that it means the same wherever the file is read, and on both sides of a change of clocks. */
function createTellTime(locale: Locale, timeZone: string): (at: number) => string {
  const options = { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  const format = formatterOf(locale, { ...options, timeZone }) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (at) => format.format(at);
}

/** Undefined where this system does not know the zone. */
function formatterOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return undefined;
  }
}
