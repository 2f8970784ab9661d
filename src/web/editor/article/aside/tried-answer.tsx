import { Bot, BookOpenText } from 'lucide-react';
import type { TriedUtterance } from '../../../../protocol/routes/trying.ts';
import { LOCALES } from '../../../../domain/locales.ts';
import { UrgencyMark } from '../../../staff/controls/urgency-mark.tsx';
import { formatPercent, languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { AnswerMarkdown } from './answer-markdown.tsx';

/** One side: what would be said, what was understood, and why. */
export function TriedAnswer({ title, tried, articleId }: { title: string; tried: TriedUtterance; articleId: string }) {
  const { t, preferences: { language } } = usePreferences();
  const { message, because } = tried;
  const percent = (share: number): string => formatPercent(share, language);
  return (
    <section className="tried-side" aria-label={title}>
      <h2>{title}</h2>
      <p className="tried-action" data-action={tried.action}>{t(`editor.try.actions.${tried.action}`)}{tried.action === 'handoff' && ` · ${t(`teams.${tried.team}`)}`}</p>
      <p className="tried-because">{t(`editor.try.because.${because.rule}`, { measured: because.measured === null ? '' : percent(because.measured), needed: because.needed === null ? '' : percent(because.needed) })}</p>
      <div className="widget-preview" lang={message.locale} dir={LOCALES[message.locale].direction}>
        <span className="avatar" data-of="assistant" aria-hidden><Bot size={14} /></span>
        <div className="bubble"><AnswerMarkdown text={message.text} />{message.choices.map((choice, i) => <p key={i} className="bubble-choice">{choice.title}</p>)}</div>
        {message.citations.map((citation, i) => <p key={i} className="bubble-source"><BookOpenText size={12} aria-hidden />{citation.title}</p>)}
      </div>
      <dl className="tried-facts">
        <div><dt>{t('editor.try.language')}</dt><dd>{languageName(tried.locale, language)}</dd></div>
        <div><dt>{t('editor.fields.intent')}</dt><dd>{t(`intents.${tried.intent}`)} · {percent(tried.confidence)}</dd></div>
        <div><dt>{t('editor.fields.urgency')}</dt><dd><UrgencyMark urgency={tried.urgency} /></dd></div>
      </dl>
      <h3>{t('editor.try.ranking')}</h3>
      <ol className="tried-ranking">
        {tried.ranking.map((row) => (
          <li key={row.articleId} data-own={row.articleId === articleId}>
            <span className="tried-title"><bdi>{row.title}</bdi><span>{percent(row.score)}</span></span>
            <meter min={0} max={1} value={row.score} aria-label={row.title} />
            {row.words.length > 0 && <span className="tried-why">{t('editor.try.words', { words: row.words.join(', ') })}</span>}
            {row.phrasing && <span className="tried-why">{t('editor.try.phrasing')} <bdi lang={row.phrasing.locale}>{row.phrasing.text}</bdi></span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
