import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { EventData } from '../../../domain/events.ts';
import { labelOf, useRubric } from './quality/use-rubric.ts';

/** What a review says, for whoever had the conversation: every score with its criterion, and the words. */
export function ReviewScores({ review: { scores, comment } }: { review: EventData<'conversation.reviewed'> }) {
  const { t } = usePreferences();
  const rubric = useRubric();
  return (
    <div className="review-scores">
      <dl>
        {Object.entries(scores).map(([id, score]) => (
          <div key={id}><dt>{labelOf(rubric, id)}</dt><dd>{t('supervise.quality.scoreOf', { score })}</dd></div>
        ))}
      </dl>
      {comment && <blockquote dir="auto">{comment}</blockquote>}
    </div>
  );
}
