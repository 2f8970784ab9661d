import { CalendarClock, Eye, PencilLine, Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { TextBox } from '../../staff/controls/text-box.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useAnswer } from '../article/aside/use-answer.ts';
import { useEditor, type Library } from '../connection/editor-context.tsx';
import { GoldenJudgement } from './golden-judgement.tsx';
import { PlannedDocument } from './planned-document.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { usePublishing } from './use-publishing.ts';

type Plan = RouteOutput<'planPublication'>;
type Chosen = Library['drafts'];

/** What publishing the picked drafts would do. What is published is exactly what was looked at. */
export function PlanPane({ chosen, onDone }: { chosen: Chosen; onDone: () => void }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  // The versions are part of the question: whoever writes on while this is read has it asked anew.
  const key = JSON.stringify(chosen.map(({ path, draft }) => [path, draft.version]));
  const ask = useMemo(() => {
    const paths = (JSON.parse(key) as [string, number][]).map(([path]) => path);
    return (signal: AbortSignal) => api.planPublication(paths, signal);
  }, [api, key]);
  const { value, isPending, error } = useAnswer(ask);
  return (
    <section className="plan" aria-label={t('editor.publish.plan')} aria-busy={isPending}>
      {error !== null && <p className="form-alert" role="alert">{t([`errors.${error}`, 'errors.internal'])}</p>}
      {value ? <PlanBody plan={value} chosen={chosen} isPending={isPending} onDone={onDone} /> : error === null && <PageState failed={false} onRetry={onDone} />}
    </section>
  );
}

function PlanBody({ plan, chosen, isPending, onDone }: { plan: Plan; chosen: Chosen; isPending: boolean; onDone: () => void }) {
  const { t } = usePreferences();
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [isScheduling, setScheduling] = useState(false);
  const { publish, move, refusal, isBusy } = usePublishing(onDone);
  const golden = refusal?.golden ?? plan.golden;
  const errors = plan.documents.reduce((count, { problems }) => count + problems.filter(({ severity }) => severity === 'error').length, 0);
  const outdated = plan.documents.filter((document) => document.outdated).length;
  const needsReason = golden?.needsReason ?? false;
  const obstacle = errors > 0 ? t('editor.publish.obstacles.errors', { count: errors })
    : outdated > 0 ? t('editor.publish.obstacles.outdated', { count: outdated })
      : needsReason && reason.trim() === '' ? t('editor.publish.obstacles.reason') : null;
  const isWaiting = chosen.some(({ draft }) => draft.state === 'draft');
  return (
    <>
      <div className="plan-documents">{plan.documents.map((document) => <PlannedDocument key={document.path} document={document} />)}</div>
      {golden && <GoldenJudgement golden={golden} />}
      {needsReason && <TextBox label={t('editor.publish.reason')} hint={t('editor.publish.reasonHint')} value={reason} onChange={setReason} rows={2} />}
      <TextBox label={t('editor.publish.note')} hint={t('editor.publish.noteHint')} value={note} onChange={setNote} rows={2} />
      {refusal && <p className="form-alert" role="alert">{refusal.words}</p>}
      <div className="plan-foot">
        <p className="plan-obstacle" role="status">{obstacle}</p>
        <Button className="button" data-kind="quiet" isDisabled={isBusy} onPress={() => { void move(chosen, isWaiting ? 'review' : 'draft', null); }}>
          {isWaiting ? <Eye size={14} aria-hidden /> : <PencilLine size={14} aria-hidden />}{t(isWaiting ? 'editor.article.toReview' : 'editor.article.toDraft')}
        </Button>
        <Button className="button" isDisabled={isBusy || errors > 0} onPress={() => { setScheduling(true); }}><CalendarClock size={14} aria-hidden />{t('editor.publish.schedule')}</Button>
        <Button className="button" data-kind="primary" isDisabled={isBusy || isPending || obstacle !== null} onPress={() => { void publish(plan.documents, note, needsReason ? reason.trim() : null); }}>
          <Send size={14} aria-hidden />{t(isBusy ? 'editor.publish.pending' : 'editor.publish.now', { count: plan.documents.length })}
        </Button>
      </div>
      {isScheduling && <ScheduleDialog onClose={() => { setScheduling(false); }} onChoose={(at) => { setScheduling(false); void move(chosen, 'scheduled', at); }} />}
    </>
  );
}
