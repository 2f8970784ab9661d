import { useEffect, useRef, useState } from 'react';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { NothingOpen } from '../conversation/nothing-open.tsx';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { countViews } from '../state/views.ts';
import { Rail } from '../sections/rail.tsx';
import { SectionPage } from '../sections/section-page.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { ConversationList, type ConversationListHandle } from './conversation-list.tsx';
import { ShortcutDialog } from './shortcut-dialog.tsx';
import { useDetails } from './use-details.ts';
import { useLocation } from './use-location.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { WorkspaceHeader } from './workspace-header.tsx';
import { ViewNav } from './view-nav.tsx';

/** The desk: views and their list, the conversation, and what is known about it. */
export function Workspace({ onSignOut }: { onSignOut: () => void }) {
  const { t } = usePreferences();
  const desk = useDesk();
  const { view, conversationId, section, go } = useLocation();
  const [helpOpen, setHelpOpen] = useState(false);
  const [detailsOpen, setDetailsOpen] = useDetails(conversationId);
  const list = useRef<ConversationListHandle>(null);
  useEffect(() => { desk.open(conversationId); }, [desk, conversationId]);
  useTitle();

  useShortcuts({
    next: () => list.current?.move(1),
    previous: () => list.current?.move(-1),
    queue: () => { go({ view: 'queue' }); },
    mine: () => { go({ view: 'mine' }); },
    all: () => { go({ view: 'open' }); },
    resolved: () => { go({ view: 'resolved' }); },
    details: () => { setDetailsOpen(!detailsOpen); },
    help: () => { setHelpOpen(true); },
    leave: () => {
      if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
      else if (detailsOpen) setDetailsOpen(false);
    },
  });

  return (
    <div className="desk-frame">
      <ConnectionBar />
      <Rail section={section} onSelect={(selected) => { go({ section: selected }); }} />
      {section === null ? renderInbox() : <SectionPage section={section} />}
      <ShortcutDialog isOpen={helpOpen} onOpenChange={setHelpOpen} />
    </div>
  );

  function renderInbox() {
    return (
      <main className="desk" data-open={conversationId !== null} data-details={detailsOpen}>
        <h1 className="only-read-aloud">{t('title')}</h1>
        <div className="queue-pane">
          <WorkspaceHeader onSignOut={onSignOut} onHelp={() => { setHelpOpen(true); }} />
          <ViewNav view={view} onSelect={(selected) => { go({ view: selected }); }} />
          <ConversationList key={view} ref={list} view={view} openId={conversationId} onOpen={(id) => { go({ conversationId: id }); }} />
        </div>
        {conversationId === null
          ? <section className="conversation-pane" aria-label={t('conversation')}><NothingOpen onHelp={() => { setHelpOpen(true); }} /></section>
          : (
            <ConversationPane
              key={conversationId}
              conversationId={conversationId}
              detailsOpen={detailsOpen}
              onDetails={setDetailsOpen}
              onClose={() => { go({ conversationId: null }); }}
            />
          )}
      </main>
    );
  }
}

/** The tab's name says how many wait, for those who work in another tab. */
function useTitle(): void {
  const { t } = usePreferences();
  const waiting = useDeskState((state) => countViews(state.conversations, state.me).queue);
  useEffect(() => { document.title = waiting === 0 ? t('title') : t('titleWaiting', { count: waiting }); }, [t, waiting]);
}
