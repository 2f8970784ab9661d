import { useCallback, useEffect, useRef, useState } from 'react';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { NothingOpen } from '../conversation/nothing-open.tsx';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { countView } from '../state/view-counts.ts';
import { Rail } from '../sections/rail.tsx';
import { SectionPage } from '../sections/section-page.tsx';
import { BulkResult } from './bulk/bulk-result.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { ConversationList, type ConversationListHandle } from './conversation-list.tsx';
import { useNews } from './news/use-news.ts';
import { CommandPalette } from './palette/command-palette.tsx';
import { ShortcutDialog } from './shortcut-dialog.tsx';
import { TakeNextButton, useTakeNext } from './take-next.tsx';
import { useDetails } from './use-details.ts';
import { useLocation } from './use-location.ts';
import { useWorkspaceKeys } from './use-workspace-keys.ts';
import { WorkspaceHeader } from './workspace-header.tsx';
import { ViewNav } from './view-nav.tsx';

/** The desk: views and their list, the conversation, and what is known about it. */
export function Workspace({ onSignOut }: { onSignOut: () => void }) {
  const { t } = usePreferences();
  const desk = useDesk();
  const { view, conversationId, section, go } = useLocation();
  const [helpOpen, setHelpOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [detailsOpen, setDetailsOpen] = useDetails(conversationId);
  const list = useRef<ConversationListHandle>(null);
  useEffect(() => { desk.open(conversationId); }, [desk, conversationId]);
  useEffect(() => { void desk.loadView(view); }, [desk, view]);
  const openConversation = useCallback((id: string) => { go({ conversationId: id }); }, [go]);
  const takeNext = useTakeNext(openConversation);
  useNews({ view, isInbox: section === null, openId: conversationId }, openConversation);
  const bulk = useBulk();
  useTitle();

  const details = { isOpen: detailsOpen, toggle: () => { setDetailsOpen(!detailsOpen); } };
  useWorkspaceKeys({ list, go, takeNext, details, onHelp: () => { setHelpOpen(true); }, onPalette: () => { setPaletteOpen(true); } });

  return (
    <div className="desk-frame">
      <ConnectionBar />
      <Rail section={section} onSelect={(selected) => { go({ section: selected }); }} />
      {section === null ? renderInbox() : <SectionPage section={section} />}
      <ShortcutDialog isOpen={helpOpen} onOpenChange={setHelpOpen} />
      <CommandPalette isOpen={paletteOpen} onOpenChange={setPaletteOpen} onGo={go} />
    </div>
  );

  function renderInbox() {
    return (
      <main className="desk" data-open={conversationId !== null} data-details={detailsOpen}>
        <h1 className="only-read-aloud">{t('title')}</h1>
        <div className="queue-pane">
          <WorkspaceHeader onSignOut={onSignOut} onHelp={() => { setHelpOpen(true); }} />
          <TakeNextButton onPress={takeNext} />
          <ViewNav view={view} onSelect={(selected) => { go({ view: selected }); }} />
          <ConversationList key={view} ref={list} view={view} openId={conversationId} onOpen={openConversation} bulk={bulk} />
          {bulk.run && <BulkResult bulk={bulk} run={bulk.run} />}
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
  const waiting = useDeskState((state) => countView('queue', state.lists, state.totals)) ?? 0;
  useEffect(() => { document.title = waiting === 0 ? t('title') : t('titleWaiting', { count: waiting }); }, [t, waiting]);
}
