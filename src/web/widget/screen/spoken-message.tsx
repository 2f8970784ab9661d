/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { SpokenMessage } from '../conversation/conversation-view.ts';
import { formatClock } from '../../shared/format-time.ts';
import { AnswerFeedback } from './answer-feedback.tsx';
import { Choices } from './choices.tsx';
import { Icon } from './icon.tsx';
import { onlyNames, SentFiles } from './sent-files.tsx';
import { MarkdownView, OutLink } from './markdown-view.tsx';
import { PersonButton } from './person-button.tsx';
import { SpeakerMark } from './speaker-mark.tsx';
import { useSurroundings } from './surroundings.ts';

/** What the assistant or a colleague said. */
export function SpokenRow({ message, first, last }: { message: SpokenMessage; first: boolean; last: boolean }): JSX.Element {
  const { t, locale, direction } = useSurroundings();
  const { speaker, meant, text, citations, choices, files, at } = message;
  const name = speaker.kind === 'agent' ? speaker.name : t('assistant');
  // An Arabic answer may begin with a Latin name, so that guessing from its first letter is the second best.
  const dir = speaker.kind === 'assistant' && message.locale === locale ? direction : 'auto';
  const alarm = isAlarm(message);
  const rated = meant === 'answer' && (message.latest || message.helpful !== undefined);
  return (
    <article class={`row spoken ${first ? 'first' : ''}`} aria-label={name}>
      {first && <div class="who" aria-hidden="true"><SpeakerMark speaker={speaker} size={20} /><bdi>{name}</bdi></div>}
      <div class={`bubble from-desk is-${meant} ${alarm ? 'alarm' : ''}`} lang={message.locale} dir={dir}>
        {alarm && <p class="safety-title"><Icon name="shield" size={20} /><span lang={locale}>{t('safety')}</span></p>}
        {!onlyNames(text, files) && <MarkdownView text={text} leads={meant === 'answer' || meant === 'safety'} />}
        <SentFiles files={files} />
        {message.original && <details lang={message.original.locale}><summary class="source" lang={locale}>{t('translated')}</summary>{message.original.text}</details>}
        {choices.length > 0 && <Choices message={message} />}
        {message.offersPerson && <div lang={locale}><PersonButton className="solid" label={t('talkToPerson')} /></div>}
        {citations.length > 0 && (
          <ul class="sources">
            {citations.map((citation) => (
              <li key={citation.articleId}>
                <OutLink className="source" href={`/help/${citation.locale}/${encodeURIComponent(citation.articleId)}`}>
                  <Icon name="book" size={16} /><span class="source-word" lang={locale}>{t('source')}</span><bdi lang={citation.locale}>{citation.title}</bdi>
                </OutLink>
              </li>
            ))}
          </ul>
        )}
      </div>
      {rated && <AnswerFeedback message={message} />}
      {last && <p class="meta"><time dateTime={new Date(at).toISOString()}>{formatClock(at, locale)}</time></p>}
    </article>
  );
}

/**
 * Steps that protect an account, out of an approved article. A safety message without one speaks to
 * somebody in distress, or of a secret that was written: it is set apart too, but nothing is shouted.
 */
export function isAlarm({ meant, citations }: SpokenMessage): boolean {
  return meant === 'safety' && citations.length > 0;
}
