import { X } from 'lucide-react';
import { useMemo } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import { useDelayed } from '../format/use-delayed.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { viewCase } from '../state/case-view.ts';
import { cursorOf, type ConversationLog } from '../state/conversation-log.ts';
import { factsFrom, type LogFacts } from '../state/facts.ts';
import type { DeskConversation } from '../state/model.ts';
import { CaseSummary } from '../assist/case-summary.tsx';
import { CaseSection } from './case/case-section.tsx';
import { CitationLink } from './citation-link.tsx';
import { DetailsList } from './details-list.tsx';

interface FactsPaneProps {
  readonly conversation: DeskConversation;
  readonly log: ConversationLog;
  readonly onAsk: (question: string) => void;
  readonly onClose: () => void;
}

/** What is known at a glance: the case of a conversation that went to people, then the facts of every one. */
export function FactsPane({ conversation, log, onAsk, onClose }: FactsPaneProps) {
  const { t } = usePreferences();
  const { page, cited } = useMemo(() => factsFrom(log.events), [log]);
  const view = useMemo(() => viewCase(log.events, conversation), [log, conversation]);
  // Whether there is a case is known before the log is here: what is below must not jump.
  const isComing = conversation.team !== null && cursorOf(log) === 0;
  const hasCase = view !== null || isComing;
  return (
    <section className="facts-pane" aria-label={t('facts.label')}>
      <header className="facts-head">
        <div className="facts-title" data-case={view !== null}>
          <h2>{hasCase ? t('case.title') : t('facts.label')}</h2>
          {view && <p className="case-reason">{t(`handoffReasons.${view.reason}`)}</p>}
        </div>
        <div className="facts-close"><IconButton icon={X} label={t('close')} onPress={onClose} /></div>
      </header>
      {isComing && <CaseSkeleton />}
      {view && <CaseSummary conversation={conversation} />}
      {view && <CaseSection view={view} conversation={conversation} onAsk={onAsk} />}
      <section className="facts-details" data-below={hasCase}>
        {hasCase && <h2>{t('facts.label')}</h2>}
        <DetailsList conversation={conversation} page={page} />
      </section>
      {!hasCase && <Cited cited={cited} />}
    </section>
  );
}

/** What the assistant has answered with so far; of a case this is a part. */
function Cited({ cited }: Pick<LogFacts, 'cited'>) {
  const { t } = usePreferences();
  return (
    <section className="facts-section">
      <h3>{t('facts.cited')}</h3>
      {cited.length === 0 ? <p className="facts-none">{t('facts.nothingCited')}</p> : (
        <ul className="cited">{cited.map((citation) => <li key={`${citation.articleId}/${citation.locale}`}><CitationLink citation={citation} /></li>)}</ul>
      )}
    </section>
  );
}

function CaseSkeleton() {
  const shown = useDelayed();
  return (
    <div className="case-skeleton" aria-hidden>
      {shown && [70, 40, 100, 92, 60].map((width, index) => <span key={index} className="skeleton" style={{ width: `${width}%`, height: 12 }} />)}
    </div>
  );
}
