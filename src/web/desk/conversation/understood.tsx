import { ChevronRight } from 'lucide-react';
import type { EventOf } from '../../../domain/events.ts';
import { UrgencyMark } from '../controls/urgency-mark.tsx';
import { formatPercent, languageName } from '../format/names.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';

/** What the assistant understood and decided: one line, and all of it when opened. */
export function Understood({ turn }: { turn: EventOf<'turn.decided'> }) {
  const { t, preferences: { language } } = usePreferences();
  const { understanding: { intent, urgency, locale, confidence, reasons }, ranking, action, reasons: decisionReasons } = turn.data;
  return (
    <details className="understood">
      <summary>
        <ChevronRight className="understood-chevron" size={12} aria-hidden />
        <span className="only-read-aloud">{t('understood.title')} </span>
        <span>{t(`intents.${intent}`)}</span>
        <span>{formatPercent(confidence, language)}</span>
        <UrgencyMark urgency={urgency} />
        <span>{t(`decisions.${action}`)}</span>
      </summary>
      <div className="understood-all">
        <dl className="pairs">
          <dt>{t('understood.intent')}</dt><dd>{t(`intents.${intent}`)} <code>{intent}</code></dd>
          <dt>{t('understood.confidence')}</dt><dd>{formatPercent(confidence, language)}</dd>
          <dt>{t('understood.urgency')}</dt><dd><UrgencyMark urgency={urgency} /></dd>
          <dt>{t('understood.language')}</dt><dd>{locale ? languageName(locale, language) : t('understood.unclear')}</dd>
          <dt>{t('understood.decision')}</dt><dd>{t(`decisions.${action}`)}</dd>
        </dl>
        <Reasons title={t('understood.why')} reasons={[...reasons, ...decisionReasons]} />
        <Ranking ranking={ranking} />
      </div>
    </details>
  );
}

function Reasons({ title, reasons }: { title: string; reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return <div><h4>{title}</h4><ul className="reasons">{reasons.map((reason, index) => <li key={index}><bdi>{reason}</bdi></li>)}</ul></div>;
}

function Ranking({ ranking }: { ranking: EventOf<'turn.decided'>['data']['ranking'] }) {
  const { t, preferences: { language } } = usePreferences();
  if (ranking.length === 0) return null;
  return (
    <div>
      <h4>{t('understood.articles')}</h4>
      <ol className="ranking">
        {ranking.slice(0, 5).map(({ articleId, score }) => (
          <li key={articleId}>
            <code>{articleId}</code>
            <span className="score"><span style={{ width: `${Math.round(Math.min(1, Math.max(0, score)) * 100)}%` }} /></span>
            <span>{formatPercent(score, language)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
