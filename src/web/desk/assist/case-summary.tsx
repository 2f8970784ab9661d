import { RefreshCw } from 'lucide-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ConversationSummary } from '../../../domain/agent-tools.ts';
import { useAssist } from '../connection/desk-context.tsx';
import { IconButton } from '../../staff/controls/icon-button.tsx';
import { useDelayed } from '../../staff/format/use-delayed.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../state/model.ts';
import { explainNothing, type Outcome } from './assist-outcome.ts';
import { MachineMark } from './machine-mark.tsx';
import { useRequest } from './use-request.ts';
import { useSeen } from './use-seen.ts';

/** A few sentences about a case, by a model; what the log tells stands below, whatever the model says. */
export function CaseSummary({ conversation }: { conversation: DeskConversation }) {
  return useAssist() && <Summary conversation={conversation} />;
}

function Summary({ conversation: { id, contactSeq } }: { conversation: DeskConversation }) {
  const { t } = usePreferences();
  const title = useId();
  const section = useRef<HTMLElement>(null);
  const isShown = useSeen(section);
  const { outcome, isRunning, makeAnew } = useSummary(id, isShown);
  const answer = outcome?.ok ? outcome.answer : null;
  return (
    <section ref={section} className="case-summary" aria-labelledby={title} aria-busy={isRunning}>
      <header>
        <h3 id={title}>{t('assist.summary.title')}</h3>
        <IconButton icon={RefreshCw} label={t('assist.summary.anew')} onPress={makeAnew} isDisabled={isRunning} />
      </header>
      {isRunning && <SummarySkeleton />}
      {!isRunning && answer && <SummaryText summary={answer.summary} />}
      {!isRunning && outcome?.ok === false && <p className="assist-problem" role="status">{explainNothing(t, 'summarise', outcome.code)}</p>}
      {!isRunning && answer && contactSeq > answer.contactSeq && <p className="case-summary-old">{t('assist.summary.old')}</p>}
      {!isRunning && answer && <MachineMark>{t('assist.summary.mark')}</MachineMark>}
    </section>
  );
}

/** Made when it is first seen; after that only the agent asks for another. */
function useSummary(conversationId: string, isShown: boolean) {
  const { preferences: { language } } = usePreferences();
  const { running, ask } = useRequest(conversationId);
  const [made, setMade] = useState<{ readonly language: string; readonly outcome: Outcome<{ type: 'summarise'; locale: typeof language; anew: boolean }> } | null>(null);
  const make = useCallback(async (anew: boolean) => {
    const outcome = await ask({ type: 'summarise', locale: language, anew });
    if (outcome.ok || outcome.code !== 'cancelled') setMade({ language, outcome });
  }, [ask, language]);
  const outcome = made?.language === language ? made.outcome : null;
  const isWanted = isShown && outcome === null;
  useEffect(() => { if (isWanted) void make(false); }, [isWanted, make]);
  return { outcome, isRunning: running !== null || isWanted, makeAnew: () => { void make(true); } };
}

function SummaryText({ summary: { wish, events, open } }: { summary: ConversationSummary }) {
  const { t } = usePreferences();
  return (
    <div className="case-summary-text">
      <p>{wish}</p>
      {events.length > 0 && <ul aria-label={t('assist.summary.events')}>{events.map((line, index) => <li key={index}>{line}</li>)}</ul>}
      {open.length > 0 && <><h4>{t('assist.summary.open')}</h4><ul>{open.map((line, index) => <li key={index}>{line}</li>)}</ul></>}
    </div>
  );
}

/** As high as most summaries, so that the case below does not jump far. */
function SummarySkeleton() {
  const { t } = usePreferences();
  const shown = useDelayed();
  return (
    <div className="case-summary-skeleton" role="status">
      <span className="only-read-aloud">{t('assist.summary.making')}</span>
      {shown && [96, 88, 64].map((width, index) => <span key={index} className="skeleton" style={{ width: `${width}%`, height: 12 }} aria-hidden />)}
    </div>
  );
}
