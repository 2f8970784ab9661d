import type { EventData } from '../../../../domain/events.ts';
import { formatPercent } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** More than these nobody compares. */
const SHOWN = 5;

/** The articles that were considered, likeliest first. */
export function Ranking({ ranking }: Pick<EventData<'turn.decided'>, 'ranking'>) {
  const { t, preferences: { language } } = usePreferences();
  if (ranking.length === 0) return null;
  return (
    <div>
      <h4>{t('understood.articles')}</h4>
      <ol className="ranking">
        {ranking.slice(0, SHOWN).map(({ articleId, score }) => (
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
