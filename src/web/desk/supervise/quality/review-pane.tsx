import { ExternalLink } from 'lucide-react';
import { useCallback } from 'react';
import type { ConversationEvent } from '../../../../domain/events.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { Timeline } from '../../conversation/timeline.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { EMPTY_LOG, mergeEvents } from '../../state/conversation-log.ts';
import type { DeskConversation } from '../../state/model.ts';
import { conversationPath, goTo, goToPath } from '../go-to.ts';
import { PageLoading, PageProblem } from '../page-problem.tsx';
import { usePolling } from '../use-polling.ts';
import { RubricForm } from './rubric-form.tsx';
import type { Rubric } from './use-rubric.ts';

interface ReviewPaneProps {
  readonly conversation: DeskConversation;
  readonly rubric: Rubric | null;
  /** The mean that was given; undefined while it is not reviewed. */
  readonly given: number | undefined;
  readonly onSaved: (mean: number) => void;
}

/** The whole log beside the rubric. */
export function ReviewPane({ conversation, rubric, given, onSaved }: ReviewPaneProps) {
  const { t } = usePreferences();
  const api = useDeskApi();
  const { id, caseNumber, lastAgent, intent } = conversation;
  const load = useCallback(async () => {
    const { conversation: current, events } = await api.getConversation(id, 0);
    return { conversation: current, log: mergeEvents(EMPTY_LOG, events as ConversationEvent[]) };
  }, [api, id]);
  const { data, at, problem, reload } = usePolling(load, null);
  return (
    <section className="review-pane" aria-labelledby="review-title">
      <div className="review-log">
        <div className="board-head">
          <h2 id="review-title">{caseNumber}</h2>
          <span className="faint">{[lastAgent?.name, intent && t(`intents.${intent}`)].filter(Boolean).join(' · ')}</span>
          <a className="button" data-kind="quiet" href={conversationPath(id)} onClick={goTo}><ExternalLink size={14} aria-hidden />{t('supervise.open')}</a>
        </div>
        {problem !== null && <PageProblem code={problem} since={at} onRetry={reload} />}
        {data ? <Timeline conversation={data.conversation} log={data.log} onTakeBack={() => undefined} onThread={() => { goToPath(conversationPath(id)); }} /> : problem === null && <PageLoading blocks={3} />}
      </div>
      <div className="review-form">
        {given !== undefined ? <p role="status">{t('supervise.quality.done')}</p> : rubric ? <RubricForm conversation={conversation} rubric={rubric} onSaved={onSaved} /> : <PageLoading blocks={2} />}
      </div>
    </section>
  );
}
