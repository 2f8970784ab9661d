import type { Report } from '../../../../protocol/reports.ts';
import { formatMoment } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { conversationPath, goTo } from '../go-to.ts';
import { CsvLink } from '../../../staff/charts/chart-card.tsx';

/** What contacts wrote when they rated, the latest first. */
export function Comments({ comments, csv }: { comments: Report['comments']; csv: string }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <section className="chart-card" aria-labelledby="comments">
      <div className="chart-head">
        <h3 id="comments">{t('supervise.reports.comments')}</h3>
        {comments.length > 0 && <CsvLink href={csv} of={t('supervise.reports.comments')} />}
      </div>
      {comments.length === 0 ? <p className="board-empty">{t('supervise.reports.noComments')}</p> : (
        <ul className="comment-list" tabIndex={0}>
          {comments.map(({ conversationId, startedAt, score, comment, agentName }) => (
            <li key={`${conversationId} ${startedAt}`}>
              <p className="faint">
                <strong>{t('facts.ratingOf', { score })}</strong> · {agentName ?? t('assistant')} · <a href={conversationPath(conversationId)} onClick={goTo}>{formatMoment(startedAt, language)}</a>
              </p>
              <blockquote dir="auto">{comment}</blockquote>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
