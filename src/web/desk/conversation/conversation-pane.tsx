import { SearchX } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useDesk, useDeskState, useDrafts } from '../connection/desk-context.tsx';
import { useDelayed } from '../format/use-delayed.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { EMPTY_LOG } from '../state/conversation-log.ts';
import { putIntoReply, type Draft } from '../state/drafts.ts';
import type { Outgoing } from '../state/outbox.ts';
import { useShortcuts } from '../workspace/use-shortcuts.ts';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { FactsPane } from './facts-pane.tsx';
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
  const [assigning, setAssigning] = useState(false);
  const actions = useActions(conversation);
  const write = useCallback((mode: Draft['mode']) => {
    changeDraft({ mode });
    input.current?.focus();
  }, [changeDraft]);
  useShortcuts({
    claim: () => { actions.attempt('claim'); },
    resolve: () => { actions.attempt('resolve'); },
    assign: () => { if (actions.isOpenTo('assign')) setAssigning(true); },
    reply: () => { write('reply'); },
    note: () => { write('note'); },
  });

  if (missing) return <section className="conversation-pane" aria-label={t('conversation')}><Missing onClose={onClose} /></section>;
  if (!conversation) return <section className="conversation-pane" aria-label={t('conversation')}><Loading /></section>;

  function takeBack(message: Outgoing): void {
    const text = draft[message.kind];
    const original = text === '' ? message.original : draft.original;
    changeDraft({ mode: message.kind, original, [message.kind]: text === '' ? message.text : `${text}\n${message.text}` });
    desk.discard(message.clientMessageId);
    input.current?.focus();
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
          conversation={conversation} actions={actions} assigning={assigning} onAssigning={setAssigning}
          detailsOpen={detailsOpen} onDetails={onDetails} onClose={onClose}
        />
        <Timeline conversation={conversation} log={log} onTakeBack={takeBack} />
        <Composer ref={input} conversation={conversation} draft={draft} onChange={changeDraft} actions={actions} />
      </section>
      <FactsPane conversation={conversation} log={log} onAsk={ask} onClose={() => { onDetails(false); }} />
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

function useDraft(conversationId: string) {
  const drafts = useDrafts();
  const [draft, setDraft] = useState(() => drafts.read(conversationId));
  const changeDraft = useCallback((change: Partial<Draft>) => {
    const changed = { ...drafts.read(conversationId), ...change };
    drafts.write(conversationId, changed);
    setDraft(changed);
  }, [drafts, conversationId]);
  return { draft, changeDraft };
}

function Missing({ onClose }: { onClose: () => void }) {
  const { t } = usePreferences();
  return (
    <div className="placeholder placeholder-large">
      <SearchX size={28} strokeWidth={1.5} aria-hidden />
      <h2>{t('missing.title')}</h2>
      <p>{t('missing.words')}</p>
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
