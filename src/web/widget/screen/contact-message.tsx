/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { formatClock } from '../../shared/format-time.ts';
import type { ContactRow, Held } from '../conversation/timeline.ts';
import { MessageText } from './message-text.tsx';
import { onlyNames, SentFiles } from './sent-files.tsx';
import { useSurroundings } from './surroundings.ts';

/** What the contact wrote, and whether it has arrived. */
export function ContactMessageRow({ row, newest, read, held }: { row: ContactRow; newest: boolean; read: boolean; held: Held }): JSX.Element {
  const { t, locale, client } = useSurroundings();
  const { key, at, text, files, delivery, first, last } = row;
  const failed = delivery === 'failed';
  const kept = delivery === 'waiting' && held;
  const state = delivery === 'sent' ? (newest ? t(read ? 'read' : 'sent') : '') : failed ? t('failed') : t(held || 'sending');
  return (
    <article class={`row contact ${first ? 'first' : ''} ${failed ? 'failed' : kept ? 'kept' : ''}`} aria-label={t('you')}>
      {!onlyNames(text, files) && <div class="bubble from-contact" dir="auto"><MessageText text={text} /></div>}
      <SentFiles files={files} />
      {(last || delivery !== 'sent' || newest) && (
        <p class={failed ? 'meta failed' : 'meta'}>
          <time dateTime={new Date(at).toISOString()}>{formatClock(at, locale)}</time>
          {state !== '' && <span>{state}</span>}
          {failed && <button type="button" class="link" onClick={() => { client.retry(key); }}>{t('retry')}</button>}
          {failed && <button type="button" class="link" onClick={() => { client.discard(key); }}>{t('discard')}</button>}
        </p>
      )}
    </article>
  );
}
