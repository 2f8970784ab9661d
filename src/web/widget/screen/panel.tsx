/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ClientState } from '../connection/client-state.ts';
import type { WidgetConfig } from '../connection/contact-api.ts';
import type { ConversationView } from '../conversation/conversation-view.ts';
import { timelineOf, type TimelineRow } from '../conversation/timeline.ts';
import { Composer, type ComposerProps } from './composer.tsx';
import { Header } from './header.tsx';
import { Icon } from './icon.tsx';
import { MarkdownView } from './markdown-view.tsx';
import { MessageLog } from './message-log.tsx';
import { LONGEST_COMMENT, RatingCard } from './rating-card.tsx';
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
  readonly onClose: () => void;
}

export function Panel({ state, view, suggestions, draft, takesFocus, onClose }: PanelProps): JSX.Element {
  const { t, exchangeName } = useSurroundings();
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { outbox, fresh } = state;
  const rows = useMemo(() => timelineOf(view, fresh ? outbox.filter(({ conversationId }) => conversationId === null) : outbox), [view, outbox, fresh]);
  const fullScreen = useKeptInside(panel);

  useEffect(() => {
    if (takesFocus) focusFirst(panel.current, field.current);
  }, []);
  useFocusKept(panel, field);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) {
      onClose();
    }
  };
  const nothingYet = rows.length === 0;
  const loading = nothingYet && !state.loaded && state.status !== 'offline';
  return (
    <section class="panel" ref={panel} tabIndex={-1} role="dialog" aria-modal={fullScreen} aria-label={t('panel', { exchange: exchangeName })} onKeyDown={onKeyDown}>
      <Header view={view} onClose={onClose} />
      {state.status === 'offline' && <p class="offline" role="status"><Icon name="offline" size={16} /><span>{t('offline')}</span></p>}
      {loading && <Skeleton />}
      {!loading && nothingYet && <Welcome suggestions={suggestions} />}
      {!nothingYet && (
        <MessageLog rows={rows} view={view} offline={state.status === 'offline'}>
          {state.partial && view?.owner.kind === 'assistant'
            ? <div class="row spoken"><div class="bubble from-desk" dir="auto"><MarkdownView text={state.partial} leads={false} /></div></div>
            : <TypingSign typing={state.typing} awaited={awaited(view, rows)} />}
          {view?.status === 'resolved' && <Rating view={view} state={state} />}
        </MessageLog>
      )}
      <div class="footer">
        <StatusStrip view={view} state={state} />
        <Composer view={view} field={field} draft={draft} />
      </div>
    </section>
  );
}

function Rating({ view, state }: { view: ConversationView; state: ClientState }): JSX.Element {
  const { client, secrets } = useSurroundings();
  const pending = state.outbox.flatMap(({ body, conversationId }) => (body.type === 'conversation-rating' && conversationId === view.id ? [body.score] : []))[0];
  return (
    <RatingCard given={view.rating ?? pending ?? null} onRate={(score, comment) => {
      const afterSeq = state.log?.events.at(-1)?.seq ?? 0;
      const redaction = secrets.redact(comment);
      client.send({ type: 'conversation-rating', score, afterSeq, ...(comment === '' ? {} : { comment: (redaction?.text ?? comment).slice(0, LONGEST_COMMENT), ...(redaction ? {} : { unchecked: true }) }) });
    }} />
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
