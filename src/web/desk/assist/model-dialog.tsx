import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { useAssist } from '../connection/desk-context.tsx';
import { RequestError } from '../../staff/connection/request.ts';
import { formatNumber, formatPercent } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

type Status = NonNullable<RouteOutput<'getModelStatus'>['model']>;

/** Often enough to watch a model recover. */
const EVERY_MS = 5_000;

/** How the language model is doing, for those who oversee. */
export function ModelDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = usePreferences();
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="dialog">
        <Dialog>
          <div className="dialog-head">
            <Heading slot="title">{t('model.title')}</Heading>
            <Button slot="close" className="button" data-kind="quiet" data-icon-only aria-label={t('close')}><X size={16} aria-hidden /></Button>
          </div>
          <ModelStatus />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ModelStatus() {
  const { t } = usePreferences();
  const { status, problem } = useStatus();
  return (
    <div className="model-status" aria-busy={!status && !problem}>
      {problem && <p className="assist-problem" role="status">{t([`errors.${problem}`, 'errors.internal'])}</p>}
      {status && <Figures status={status} />}
    </div>
  );
}

/** The last status stays when the next one fails to come. */
function useStatus() {
  const assist = useAssist();
  const [status, setStatus] = useState<Status | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = (): void => {
      assist?.getModelStatus().then(
        ({ model }) => { if (isCurrent) { setStatus(model); setProblem(model ? null : 'unavailable'); } },
        (error: unknown) => { if (isCurrent) setProblem(error instanceof RequestError ? error.code : 'internal'); },
      );
    };
    read();
    const timer = setInterval(read, EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [assist]);
  return { status, problem };
}

function Figures({ status }: { status: Status }) {
  const { t, preferences: { language } } = usePreferences();
  const { model, circuit, running, waiting, tokensToday, tokensADay, requests, failures } = status;
  const reasons = Object.entries(failures).sort(([, a], [, b]) => b - a);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <>
      <dl className="facts">
        <dt>{t('model.name')}</dt><dd><bdi dir="ltr">{model}</bdi></dd>
        <dt>{t('model.state')}</dt><dd className="model-circuit" data-circuit={circuit}>{t(`model.circuit.${circuit}`)}</dd>
        <dt>{t('model.now')}</dt><dd>{t('model.load', { running: number(running), waiting: number(waiting) })}</dd>
        <dt>{t('model.tokens')}</dt>
        <dd>
          {t('model.tokensOf', { used: number(tokensToday), limit: number(tokensADay) })}{tokensADay > 0 && ` · ${formatPercent(tokensToday / tokensADay, language)}`}
          <meter aria-label={t('model.tokens')} min={0} max={Math.max(tokensADay, 1)} value={tokensToday} />
        </dd>
        <dt>{t('model.requests')}</dt><dd>{number(requests)}</dd>
      </dl>
      <h3>{t('model.failures')}</h3>
      {reasons.length === 0 ? <p className="facts-none">{t('model.noFailures')}</p> : (
        <dl className="model-failures">
          {reasons.map(([reason, count]) => <div key={reason}><dt>{t(`model.reasons.${reason}`, { defaultValue: reason })}</dt><dd>{number(count)}</dd></div>)}
        </dl>
      )}
    </>
  );
}
