import { X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import { PageLoading, PageProblem } from '../page-problem.tsx';
import { usePolling } from '../use-polling.ts';
import { ConversationLine } from './conversation-line.tsx';
import { keepPlaces, queryOf, type BoardAgent, type Watched } from './watched.ts';

const EVERY_MS = 2_000;

/** What a number of the wallboard stands for, beside it. */
export function WatchedDrawer({ watched, agents, onClose }: { watched: Watched; agents: readonly BoardAgent[]; onClose: () => void }) {
  const { t } = usePreferences();
  const title = watched.kind === 'agent' ? t('supervise.theirs', { name: watched.name }) : t('supervise.waitingFor', { team: t(`teams.${watched.team}`), urgency: t(`urgency.${watched.urgency}`) });
  return (
    <ModalOverlay className="scrim drawer-scrim" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className="drawer">
        <Dialog>
          <div className="dialog-head"><Heading slot="title">{title}</Heading><IconButton icon={X} label={t('close')} slot="close" /></div>
          <WatchedList watched={watched} agents={agents} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function WatchedList({ watched, agents }: { watched: Watched; agents: readonly BoardAgent[] }) {
  const { t } = usePreferences();
  const api = useDeskApi();
  const query = queryOf(watched);
  const { data, at, problem, reload } = usePolling(useCallback(() => api.listWatched(query), [api, query]), EVERY_MS);
  const [rows, setRows] = useState<readonly { readonly row: DeskConversation; readonly left: boolean }[]>([]);
  useEffect(() => { if (data) setRows((before) => keepPlaces(before, data.conversations as DeskConversation[])); }, [data]);

  return (
    <>
      {problem !== null && <PageProblem code={problem} since={at} onRetry={reload} />}
      {data === null && problem === null && <PageLoading blocks={3} />}
      {data !== null && rows.length === 0 && <p className="board-empty">{t('supervise.nothingHere')}</p>}
      <ul className="watched-list">{rows.map(({ row, left }) => <ConversationLine key={row.id} conversation={row} agents={agents} left={left} />)}</ul>
    </>
  );
}
