import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { useTicking } from '../../../staff/format/use-ticking.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Failure } from './run-commands.ts';
import type { Bulk, BulkRun } from './use-bulk.ts';

/** How far it is, then how it went, what was not done and why; and for a while the way back. */
export function BulkResult({ bulk, run }: { bulk: Bulk; run: BulkRun }) {
  return <div className="bulk-result">{run.phase === 'running' ? <Progress bulk={bulk} run={run} /> : <Outcome bulk={bulk} run={run} />}</div>;
}

function Progress({ bulk, run: { action, done, total } }: { bulk: Bulk; run: BulkRun }) {
  const { t } = usePreferences();
  const words = t('bulk.progress', { action: t(`bulk.doing.${action}`), done, total });
  return (
    <div className="bulk-head">
      <ProgressBar className="bulk-progress" aria-label={t(`bulk.doing.${action}`)} value={done} maxValue={total} valueLabel={words}>
        {() => <><span>{words}</span><progress value={done} max={total} aria-hidden /></>}
      </ProgressBar>
      <Button className="button" onPress={bulk.stop}>{t('bulk.stop')}</Button>
    </div>
  );
}

function Outcome({ bulk, run: { action, done, failures, undo, until } }: { bulk: Bulk; run: BulkRun }) {
  const { t } = usePreferences();
  const left = useTicking(useCallback((now: number) => Math.max(0, Math.ceil((until - now) / 1_000)), [until]));
  const isOver = left === 0;
  const { dismiss } = bulk;
  // What went well needs no closing; what did not stays until somebody has read it.
  useEffect(() => { if (isOver && failures.length === 0) dismiss(); }, [isOver, failures, dismiss]);
  return (
    <>
      <div className="bulk-head">
        {failures.length === 0 ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
        <strong role="status">{t(`bulk.done.${action}`, { count: done })}</strong>
        {undo.length > 0 && !isOver && <Button className="button" onPress={bulk.undo}>{t('bulk.undo')}<span className="bulk-left" aria-hidden>{left}</span></Button>}
        <IconButton icon={X} label={t('close')} onPress={dismiss} />
      </div>
      {failures.length > 0 && <Failures failures={failures} />}
    </>
  );
}

function Failures({ failures }: { failures: readonly Failure[] }) {
  const { t } = usePreferences();
  return (
    <details className="bulk-failures" open={failures.length <= 3}>
      <summary>{t('bulk.failed', { count: failures.length })}</summary>
      <ul>
        {failures.map(({ conversationId, caseNumber, code, ownerName }) => (
          <li key={conversationId}><bdi>{caseNumber}</bdi> <span>{wordsFor(code, ownerName)}</span></li>
        ))}
      </ul>
    </details>
  );

  function wordsFor(code: string, name: string | null): string {
    if (name !== null && (code === 'already-claimed' || code === 'not-owner')) return t('bulk.ownedBy', { name });
    return t([`bulk.refused.${code}`, `errors.${code}`, 'errors.internal']);
  }
}
