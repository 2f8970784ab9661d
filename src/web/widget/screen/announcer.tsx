/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { parseMarkdown, plainTextOf } from '../../shared/markdown.ts';
import type { ClientState } from '../connection/client-state.ts';
import type { ConversationView, ViewItem } from '../conversation/conversation-view.ts';
import { sayMarkers } from './message-text.tsx';
import { noticeText } from './notice-line.tsx';
import { isAlarm } from './spoken-message.tsx';
import { useSurroundings } from './surroundings.ts';

/** So many stay in the page: a screen reader may still be busy with the one before. */
const KEPT = 4;

interface Spoken {
  readonly key: string;
  readonly text: string;
}

/**
 * Tells screen readers what is new, each thing once: not the history, not the contact's own words,
 * not again after a reconnect. The log itself is not live, since redrawing it must not be read out.
 */
export function Announcer({ view, state }: { view: ConversationView | null; state: ClientState }): JSX.Element {
  const { t } = useSurroundings();
  const told = useRef({ id: '', seq: 0 });
  const [lines, setLines] = useState<readonly Spoken[]>([]);

  useEffect(() => {
    if (!view || !state.loaded) return;
    if (told.current.id !== view.id) told.current = { id: view.id, seq: state.historyEnd };
    const news = view.items.filter((item) => item.kind !== 'from-contact' && item.seq > told.current.seq && !(item.kind === 'notice' && item.topic === 'started'));
    if (news.length === 0) return;
    told.current.seq = Math.max(...news.map((item) => ('seq' in item ? item.seq : 0)));
    setLines((before) => [...before, ...news.map((item) => ({ key: item.key, text: textOf(item) }))].slice(-KEPT));
  }, [view, state.loaded]);

  function textOf(item: ViewItem): string {
    if (item.kind === 'notice') return noticeText(t, item, view?.caseNumber ?? null);
    const name = item.kind === 'spoken' && item.speaker.kind === 'agent' ? item.speaker.name : t('assistant');
    const safety = item.kind === 'spoken' && isAlarm(item) ? `${t('safety')}. ` : '';
    return `${name}: ${safety}${sayMarkers(t, plainTextOf(parseMarkdown(item.text)))}`;
  }
  return <div class="unseen" aria-live="polite" aria-relevant="additions">{lines.map(({ key, text }) => <p key={key}>{text}</p>)}</div>;
}
