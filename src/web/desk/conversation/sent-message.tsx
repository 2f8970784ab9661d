import { CircleQuestionMark, Hand, MessageCircleQuestionMark, ShieldAlert, ThumbsDown, ThumbsUp } from 'lucide-react';
import { LOCALES } from '../../../domain/locales.ts';
import { TranslateLine } from '../assist/translate-line.tsx';
import { TranslatedNote } from '../assist/translated-note.tsx';
import { useTranslation } from '../assist/use-translation.ts';
import { Avatar } from '../../staff/controls/avatar.tsx';
import { Markdown } from '../controls/markdown.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { saysOnlyNames } from '../state/enclosed-names.ts';
import type { SentItem } from '../state/timeline.ts';
import { ArticleCard } from './article-card.tsx';
import { Attachments } from './attachments/attachments.tsx';
import { CitationLink } from './citation-link.tsx';
import { MessageFrame } from './message-frame.tsx';
import { ReadMark, type ReadUpTo } from './read-mark.tsx';

/** @param read when the contact read it, where it is the last that they have read; null elsewhere. */
export function SentMessage({ item: { event, helpful, continues }, read }: { item: SentItem; read: ReadUpTo | null }) {
  const { t } = usePreferences();
  const { author, kind, text, citations, choices, offer, original, attachments } = event.data;
  // The agent may write in another language than the contact's, but titles are in the message's.
  const { direction } = LOCALES[event.data.locale];
  const translation = useTranslation(event, event.data.locale);
  const byAgent = author.kind === 'agent';
  return (
    <MessageFrame
      from={author.kind}
      avatar={byAgent ? <Avatar of="agent" name={author.name} /> : <Avatar of="assistant" />}
      name={byAgent ? author.name : t('assistant')}
      label={<KindLabel kind={kind} />}
      at={event.at}
      continues={continues && kind !== 'safety'}
      tone={kind === 'safety' || kind === 'intake' || kind === 'follow-up' ? kind : undefined}
      below={<>{!byAgent && <TranslateLine translation={translation} />}{helpful !== null && <AnswerRating helpful={helpful} />}{read && <ReadMark read={read} />}</>}
    >
      {!saysOnlyNames(text, { attachments, citations }) && <Markdown text={translation.shown ?? text} />}
      {original && <TranslatedNote original={original} />}
      <Attachments attachments={attachments} />
      {offer && <p className="bubble-fact"><Hand size={12} aria-hidden />{t('message.offered')}</p>}
      {choices.length > 0 && (
        <ul className="choices" dir={direction} aria-label={t('message.choices')}>
          {choices.map(({ articleId, title }) => <li key={articleId}>{title}</li>)}
        </ul>
      )}
      {citations.length > 0 && (
        <ul className={byAgent ? 'article-cards' : 'citations'} dir={direction} aria-label={t(byAgent ? 'message.articles' : 'message.citations')}>
          {citations.map((citation) => <li key={citation.articleId}>{byAgent ? <ArticleCard citation={citation} /> : <CitationLink citation={citation} />}</li>)}
        </ul>
      )}
    </MessageFrame>
  );
}

/** Says what is more, or less, than an answer. */
function KindLabel({ kind }: Pick<SentItem['event']['data'], 'kind'>) {
  const { t } = usePreferences();
  if (kind === 'safety') return <span className="message-label"><ShieldAlert size={14} aria-hidden />{t('message.safety')}</span>;
  if (kind === 'intake') return <span className="message-label"><MessageCircleQuestionMark size={14} aria-hidden />{t('message.intake')}</span>;
  if (kind === 'follow-up') return <span className="message-label"><CircleQuestionMark size={14} aria-hidden />{t('message.followUp')}</span>;
  return null;
}

function AnswerRating({ helpful }: { helpful: boolean }) {
  const { t } = usePreferences();
  const Icon = helpful ? ThumbsUp : ThumbsDown;
  return <p className="answer-rating" data-helpful={helpful}><Icon size={12} aria-hidden />{t(helpful ? 'message.helped' : 'message.didNotHelp')}</p>;
}
