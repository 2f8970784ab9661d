import { Hourglass, X } from 'lucide-react';
import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { IconButton } from '../../staff/controls/icon-button.tsx';
import { useDelayed } from '../../staff/format/use-delayed.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { viewCase } from '../state/case-view.ts';
import { cursorOf, type ConversationLog } from '../state/conversation-log.ts';
import { factsFrom, type LogFacts } from '../state/facts.ts';
import type { DeskConversation } from '../state/model.ts';
import { CaseSummary } from '../assist/case-summary.tsx';
import { CaseSection } from './case/case-section.tsx';
import { CitationLink } from './citation-link.tsx';
import { ContactSection } from './contact/contact-section.tsx';
import { EarlierSection } from './contact/earlier-section.tsx';
import { DetailsList } from './details-list.tsx';
import { SlaSection } from './sla-section.tsx';
import { ThreadPanel } from './threads/thread-panel.tsx';
import type { Side } from './threads/use-side.ts';

interface FactsPaneProps {
  readonly conversation: DeskConversation;
  readonly log: ConversationLog;
  readonly side: Side;
  readonly onAsk: (question: string) => void;
  readonly onOpenThread: () => void;
  readonly onClose: () => void;
}

/** Beside the conversation: what is known, and, once there are any, the side threads. */
export function FactsPane({ conversation, side, onOpenThread, onClose, ...facts }: FactsPaneProps) {
  const { t } = usePreferences();
  const { threads, waiting, shown } = side;
  const close = <div className="facts-close"><IconButton icon={X} label={t('close')} onPress={onClose} /></div>;
  if (threads.length === 0) return <section className="facts-pane" aria-label={t('facts.label')}><Facts conversation={conversation} close={close} {...facts} /></section>;
  return (
    <section className="facts-pane" aria-label={t('facts.label')}>
      <Tabs className="side" selectedKey={shown} onSelectionChange={(key) => { side.show(key === 'threads' ? 'threads' : 'facts'); }}>
        <div className="side-head">
          <TabList className="side-tabs" aria-label={t('threads.beside')}>
            <Tab id="facts" className="side-tab">{t('facts.label')}</Tab>
            <Tab id="threads" className="side-tab">{t('threads.title')}<SideCount waiting={waiting} all={threads.length} /></Tab>
          </TabList>
          {close}
        </div>
        <TabPanel id="facts" className="side-panel"><Facts conversation={conversation} close={null} {...facts} /></TabPanel>
        <TabPanel id="threads" className="side-panel"><ThreadPanel conversation={conversation} threads={threads} chosenId={side.threadId} onOpen={onOpenThread} /></TabPanel>
      </Tabs>
    </section>
  );
}

/** How many there are, or how many of them wait for this agent: a shape beside the number, and words for who listens. */
function SideCount({ waiting, all }: { waiting: number; all: number }) {
  const { t } = usePreferences();
  if (waiting === 0) return <span className="side-count">{all}</span>;
  return <span className="side-count" data-waiting title={t('threads.waiting', { count: waiting })}><Hourglass size={11} strokeWidth={2.5} aria-hidden /><span aria-hidden>{waiting}</span><span className="only-read-aloud">{t('threads.waiting', { count: waiting })}</span></span>;
}

/** What is known at a glance: the case of a conversation that went to people, then the facts of every one. */
function Facts({ conversation, log, onAsk, close }: Pick<FactsPaneProps, 'conversation' | 'log' | 'onAsk'> & { close: React.ReactNode }) {
  const { t } = usePreferences();
  const { page, cited } = useMemo(() => factsFrom(log.events), [log]);
  const view = useMemo(() => viewCase(log.events, conversation), [log, conversation]);
  // Whether there is a case is known before the log is here: what is below must not jump.
  const isComing = conversation.team !== null && cursorOf(log) === 0;
  const hasCase = view !== null || isComing;
  return (
    <>
      <header className="facts-head">
        <div className="facts-title" data-case={view !== null}>
          <h2>{hasCase ? t('case.title') : t('facts.label')}</h2>
          {view && <p className="case-reason">{t(`handoffReasons.${view.reason}`)}</p>}
        </div>
        {close}
      </header>
      <SlaSection conversation={conversation} />
      {isComing && <CaseSkeleton />}
      {view && <CaseSummary conversation={conversation} />}
      {view && <CaseSection view={view} conversation={conversation} onAsk={onAsk} />}
      {hasCase ? <ContactSection conversation={conversation} /> : <DetailsList conversation={conversation} page={page} />}
      {hasCase ? <EarlierSection conversation={conversation} /> : <ContactSection conversation={conversation} />}
      {hasCase
        ? <section className="facts-details"><h2>{t('facts.label')}</h2><DetailsList conversation={conversation} page={page} /></section>
        : <><EarlierSection conversation={conversation} /><Cited cited={cited} /></>}
    </>
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
