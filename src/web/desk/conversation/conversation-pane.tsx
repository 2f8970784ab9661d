import { SearchX } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { useDelayed } from '../../staff/format/use-delayed.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { EMPTY_LOG } from '../state/conversation-log.ts';
import { putIntoReply, takeBack, type Draft } from '../state/drafts.ts';
import type { Outgoing } from '../state/outbox.ts';
import { useShortcuts } from '../workspace/use-shortcuts.ts';
import { Composer } from './composer.tsx';
import { useDraft } from './composing/use-draft.ts';
import { ConversationHeader } from './conversation-header.tsx';
import { FactsPane } from './facts-pane.tsx';
import { MoveDialogs, useMoves } from './moves/moves.tsx';
import { Onlookers } from './onlookers.tsx';
import { useSide } from './threads/use-side.ts';
import { Timeline } from './timeline.tsx';
import { useActions } from './use-actions.ts';

interface ConversationPaneProps {
  readonly conversationId: string;
  readonly detailsOpen: boolean;
  readonly onDetails: (open: boolean) => void;
  readonly onClose: () => void;
}

/** One conversation: what was said, what is known, and what can be done. */
export function ConversationPane({ conversationId, detailsOpen, onDetails, onClose }: ConversationPaneProps) {
  const { t } = usePreferences();
  const desk = useDesk();
  const conversation = useDeskState((state) => state.conversations.get(conversationId));
  const log = useDeskState((state) => state.logs.get(conversationId)) ?? EMPTY_LOG;
  const missing = useDeskState((state) => state.openMissing);
  const { draft, changeDraft } = useDraft(conversationId);
  const input = useRef<HTMLTextAreaElement>(null);
  const actions = useActions(conversation);
  const moves = useMoves(conversation, actions);
  const side = useSide(conversation, log, onDetails);
  const hasGiven = useRef(false);
  const write = useCallback((mode: Draft['mode']) => {
    changeDraft({ mode });
    input.current?.focus();
  }, [changeDraft]);
  useShortcuts({
    reply: () => { write('reply'); },
    note: () => { write('note'); },
  });

  if (missing) return <section className="conversation-pane" aria-label={t('conversation')}><Missing isGiven={hasGiven.current} onClose={onClose} /></section>;
  if (!conversation) return <section className="conversation-pane" aria-label={t('conversation')}><Loading /></section>;

  function edit(message: Outgoing): void {
    changeDraft(takeBack(draft, message, new Map(desk.getState().colleagues.map(({ id, name }) => [id, name]))));
    desk.discard(message.clientMessageId);
    input.current?.focus();
  }

  function type(change: Partial<Draft>): void {
    if ((change.reply ?? change.note ?? '') !== '') desk.noteWriting(conversationId);
    changeDraft(change);
  }

  function ask(question: string): void {
    changeDraft(putIntoReply(draft, question));
    if (isCovered(input.current)) onDetails(false);
    input.current?.focus();
  }

  return (
    <>
      <section className="conversation-pane" aria-label={t('conversation')}>
        <ConversationHeader
          conversation={conversation} actions={actions} moves={moves}
          detailsOpen={detailsOpen} onDetails={onDetails} onClose={onClose}
        />
        <Timeline conversation={conversation} log={log} onTakeBack={edit} onThread={side.showThread} />
        <Onlookers conversationId={conversation.id} />
        <Composer ref={input} conversation={conversation} draft={draft} onChange={type} actions={actions} />
      </section>
      <FactsPane
        conversation={conversation} log={log} side={side} onAsk={ask} onOpenThread={() => { if (actions.isOpenTo('open-thread')) moves.open('thread'); }}
        onClose={() => { onDetails(false); }}
      />
      <MoveDialogs conversation={conversation} actions={actions} moves={moves} onGiven={() => { hasGiven.current = true; }} onThread={() => { side.showThread(null); }} />
    </>
  );
}

/** True on phones, where the details lie over what is written. */
function isCovered(element: HTMLElement | null): boolean {
  if (!element) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
  return onTop !== null && !element.contains(onTop);
}

/** @param isGiven it went out of sight because this agent gave it away. */
function Missing({ isGiven, onClose }: { isGiven: boolean; onClose: () => void }) {
  const { t } = usePreferences();
  return (
    <div className="placeholder placeholder-large">
      <SearchX size={28} strokeWidth={1.5} aria-hidden />
      <h2>{t(isGiven ? 'missing.given' : 'missing.title')}</h2>
      <p>{t(isGiven ? 'missing.givenWords' : 'missing.words')}</p>
      <Button className="button" onPress={onClose}>{t('missing.back')}</Button>
    </div>
  );
}

function Loading() {
  const { t } = usePreferences();
  const shown = useDelayed();
  return shown && (
    <div className="timeline-skeleton" role="status">
      <span className="only-read-aloud">{t('loading')}</span>
      {[40, 62, 52].map((width, index) => <span key={index} className="skeleton" style={{ width: `${width}%`, height: 64 }} aria-hidden />)}
    </div>
  );
}
