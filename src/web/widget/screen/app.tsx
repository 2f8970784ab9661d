/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WidgetConfig } from '../connection/fetch-config.ts';
import type { ConversationClient } from '../connection/conversation-client.ts';
import type { ContactMemory } from '../connection/contact-memory.ts';
import { viewConversation, type ConversationView } from '../conversation/conversation-view.ts';
import type { ClientState } from '../connection/client-state.ts';
import type { Draft } from '../page/draft.ts';
import { Announcer } from './announcer.tsx';
import { Icon } from './icon.tsx';
import { Panel } from './panel.tsx';
import { SurroundingsContext, type Surroundings } from './surroundings.ts';
import { useClient } from './use-client.ts';

export interface AppProps {
  readonly surroundings: Surroundings;
  readonly suggestions: WidgetConfig['suggestions'];
  readonly memory: ContactMemory;
  readonly draft: Draft;
  readonly open: boolean;
  /** Why it is open: by the contact's or the page's wish, or because it was when the page was left. */
  readonly openedNow: boolean;
  readonly setOpen: (open: boolean) => void;
}

export function App({ surroundings, suggestions, memory, draft, open, openedNow, setOpen }: AppProps): JSX.Element {
  const { t, client } = surroundings;
  const state = useClient(client);
  const view = useMemo(() => (state.log && !state.fresh && state.log.events.length > 0 ? viewConversation(state.log) : null), [state.log, state.fresh]);
  const [earlier, setEarlier] = useState(false);
  const unread = useUnread(view, state, { client, memory, open, away: earlier });
  const launcher = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    // The launcher comes back with the next drawing where the panel had covered it.
    requestAnimationFrame(() => launcher.current?.focus());
  };
  const label = open ? t('close') : unread > 0 ? t('launcherUnread', { count: unread }) : t('launcherOpen');
  return (
    <SurroundingsContext.Provider value={surroundings}>
      {open && <Panel state={state} view={view} suggestions={suggestions} draft={draft} takesFocus={openedNow} earlier={earlier} onEarlier={setEarlier} onClose={close} />}
      <button type="button" ref={launcher} class={open ? 'launcher open' : 'launcher'} aria-label={label} aria-expanded={open} aria-haspopup="dialog"
        onClick={() => { if (open) close(); else setOpen(true); }}>
        <Icon name={open ? 'close' : 'chat'} size={26} />
        {!open && unread > 0 && <span class="badge" aria-hidden="true">{unread > 9 ? '9+' : unread}</span>}
      </button>
      <Announcer view={view} state={state} />
    </SurroundingsContext.Provider>
  );
}

/** How many messages came that the contact has not had on the screen; also across pages. */
function useUnread(view: ConversationView | null, state: ClientState, { client, memory, open, away }: { client: ConversationClient; memory: ContactMemory; open: boolean; away: boolean }): number {
  const spoken = view?.items.flatMap((item) => (item.kind === 'spoken' ? [item.seq] : [])) ?? [];
  const last = spoken.at(-1) ?? 0;
  useEffect(() => {
    const read = (): void => {
      if (!view || !open || away || document.visibilityState !== 'visible' || last === 0) return;
      if (last > memory.readSeq(view.id)) memory.setReadSeq(view.id, last);
      client.read(last);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => { document.removeEventListener('visibilitychange', read); };
  }, [view?.id, last, open, away]);
  const readSeq = useMemo(() => (view && state.loaded ? memory.readSeq(view.id) : Infinity), [view, open, state.loaded]);
  return open ? 0 : spoken.filter((seq) => seq > readSeq).length;
}
