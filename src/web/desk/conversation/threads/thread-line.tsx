import { Lock, MessagesSquare } from 'lucide-react';
import { formatClock } from '../../../shared/format-time.ts';
import { parseMarkdown, plainTextOf } from '../../../shared/markdown.ts';
import { ShortText } from '../../controls/short-text.tsx';
import { formatMoment } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { ThreadItem } from '../../state/timeline.ts';
import { useAddressee } from './use-addressee.ts';

/** Where in the conversation colleagues were asked or answered; pressed, the thread opens beside it, where it can. */
export function ThreadLine({ item: { event }, onOpen }: { item: ThreadItem; onOpen: ((threadId: string) => void) | undefined }) {
  const { t, preferences: { language } } = usePreferences();
  const addressee = useAddressee();
  const { threadId, author, text } = event.data;
  const words = event.type === 'thread.opened' ? t('threads.asked', { name: author.name, to: addressee(event.data.to) }) : t('threads.answered', { name: author.name });
  return (
    <article className="thread-line" aria-label={words}>
      <p className="thread-line-head">
        <MessagesSquare size={14} aria-hidden />
        {onOpen ? <button type="button" className="thread-link" onClick={() => { onOpen(threadId); }}>{words}</button> : <strong>{words}</strong>}
        <span className="message-label"><Lock size={12} aria-hidden />{t('threads.mark')}</span>
        <time dateTime={new Date(event.at).toISOString()} title={formatMoment(event.at, language)}>{formatClock(event.at, language)}</time>
      </p>
      <p className="thread-line-text" dir="auto"><ShortText text={plainTextOf(parseMarkdown(text))} /></p>
    </article>
  );
}
