/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ClientState } from '../connection/client-state.ts';
import type { WidgetConfig } from '../connection/fetch-config.ts';
import type { ConversationView } from '../conversation/conversation-view.ts';
import { timelineOf, type TimelineRow } from '../conversation/timeline.ts';
import { Composer, type ComposerProps } from './composer.tsx';
import { Header } from './header.tsx';
import { Icon } from './icon.tsx';
import { Later } from './later.tsx';
import { MarkdownView } from './markdown-view.tsx';
import { MessageLog } from './message-log.tsx';
import { StatusStrip } from './status-strip.tsx';
import { useSurroundings } from './surroundings.ts';
import { TypingSign } from './typing-sign.tsx';
import { focusFirst, useFocusKept } from './use-focus-kept.ts';
import { useKeptInside } from './use-kept-inside.ts';
import { Welcome } from './welcome.tsx';

export interface PanelProps {
  readonly state: ClientState;
  readonly view: ConversationView | null;
  readonly suggestions: WidgetConfig['suggestions'];
  readonly draft: ComposerProps['draft'];
  /** Focus moves in when the contact opened it, not when a page comes up with it open. */
  readonly takesFocus: boolean;
  /** The contact looks at earlier conversations. */
  readonly earlier: boolean;
  readonly onEarlier: (earlier: boolean) => void;
  readonly onClose: () => void;
}

export function Panel(props: PanelProps): JSX.Element {
  const { state, takesFocus, earlier, onEarlier, onClose } = props;
  const { t, exchangeName, extras } = useSurroundings();
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [, setHere] = useState(false);
  const fullScreen = useKeptInside(panel);

  useEffect(() => {
    if (takesFocus) focusFirst(panel.current, field.current);
  }, []);
  // Also whenever the connection is back: it may be what kept them away.
  useEffect(() => { if (!extras.now()) extras.load().then(() => { setHere(true); }, () => undefined); }, [state.status]);
  useFocusKept(panel, field);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) {
      onClose();
    }
  };
  return (
    <section class="panel" ref={panel} tabIndex={-1} role="dialog" aria-modal={fullScreen} aria-label={t('panel', { exchange: exchangeName })} onKeyDown={onKeyDown}>
      {earlier ? <Later part="Earlier" state={state} onBack={() => { onEarlier(false); }} onClose={onClose} /> : <Chat {...props} field={field} />}
    </section>
  );
}

/** The conversation that goes on. */
function Chat({ state, view, suggestions, draft, field, onEarlier, onClose }: PanelProps & Pick<ComposerProps, 'field'>): JSX.Element {
  const { t } = useSurroundings();
  const { outbox, fresh } = state;
  const rows = useMemo(() => timelineOf(view, fresh ? outbox.filter(({ conversationId }) => conversationId === null) : outbox), [view, outbox, fresh]);
  const nothingYet = rows.length === 0;
  const loading = nothingYet && !state.loaded && state.status !== 'offline';
  return (
    <>
      <Header view={view} staffed={state.staffed} onEarlier={() => { onEarlier(true); }} onClose={onClose} />
      {state.status === 'offline' && <p class="offline" role="status"><Icon name="offline" size={16} /><span>{t('offline')}</span></p>}
      {state.busyUntil > 0 && <Later part="Busy" key={state.busyUntil} until={state.busyUntil} />}
      {loading && <Skeleton />}
      {!loading && nothingYet && <Welcome suggestions={suggestions} />}
      {!nothingYet && (
        <MessageLog rows={rows} view={view} held={state.status === 'offline' ? 'willSend' : state.busyUntil ? 'busySend' : ''} readSeq={state.readSeq}>
          {state.partial && view?.owner.kind === 'assistant'
            ? <div class="row spoken"><div class="bubble from-desk" dir="auto"><MarkdownView text={state.partial} leads={false} /></div></div>
            : <TypingSign typing={state.typing} awaited={awaited(view, rows)} />}
          {view?.status === 'resolved' && <Later part="Ending" view={view} state={state} />}
        </MessageLog>
      )}
      <div class="footer">
        <StatusStrip view={view} state={state} />
        <Composer view={view} files={state.files} field={field} draft={draft} />
      </div>
    </>
  );
}

/** The assistant owes an answer to what it has, or will in a moment to what is under way. */
function awaited(view: ConversationView | null, rows: readonly TimelineRow[]): boolean {
  const last = rows.at(-1);
  const arriving = last?.kind === 'contact' && last.delivery === 'sent' && (view === null || view.owner.kind === 'assistant');
  return arriving || (view?.awaitsAssistant ?? false);
}

/** The shape of a conversation while it is fetched; seen only where that takes long. */
function Skeleton(): JSX.Element {
  const { t } = useSurroundings();
  return (
    <div class="log-frame"><div class="log skeleton" role="status" aria-label={t('loading')}><i /><i /><i /></div></div>
  );
}
