import { useEffect, useRef } from 'react';
import { useDesk } from '../../connection/desk-context.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Translate } from '../../../staff/preferences/phrases.ts';
import type { DeskConversation } from '../../state/model.ts';
import { findNews, type News } from '../../state/news.ts';
import type { View } from '../../state/views.ts';
import { playTone } from './tone.ts';

interface Screen {
  readonly view: View;
  /** False where another part of the desk has the screen. */
  readonly isInbox: boolean;
  readonly openId: string | null;
}

/** Tells of what happens off the screen, as the agent set it for this browser. */
export function useNews(screen: Screen, onOpen: (conversationId: string) => void): void {
  const desk = useDesk();
  const { t, preferences: { notifications, sounds, muted } } = usePreferences();
  const latest = useRef({ screen, onOpen });
  useEffect(() => { latest.current = { screen, onOpen }; });
  useEffect(() => {
    let before = desk.getState();
    return desk.subscribe(() => {
      const after = desk.getState();
      // What was there when the desk was opened, or came while the connection was lost, is in the lists.
      const heard = after.unconfirmed.size > 0 || !before.lists.mine || !before.lists.calls || !before.lists.queue ? [] : findNews(before, after);
      before = after;
      const news = heard.filter((one) => !muted.includes(one.kind) && !isSeen(one, latest.current.screen) && !desk.wasAsked(one.conversationId));
      const [first] = news;
      if (!first) return;
      if (sounds) playTone(first.kind);
      if (notifications) for (const one of news) show(one, after.conversations.get(one.conversationId), t, latest.current.onOpen);
    });
  }, [desk, t, notifications, sounds, muted]);
}

/** Nobody is told of what is before their eyes. */
function isSeen({ kind, conversationId }: News, { view, isInbox, openId }: Screen): boolean {
  if (document.visibilityState !== 'visible' || !document.hasFocus() || !isInbox) return false;
  return openId === conversationId || (kind === 'critical' && view === 'queue');
}

/** No words of the contact: notifications are read over shoulders, and stay on locked screens. */
function show({ kind, conversationId }: News, conversation: DeskConversation | undefined, t: Translate, onOpen: (conversationId: string) => void): void {
  if (!conversation || Notification.permission !== 'granted') return;
  const { intent, caseNumber } = conversation;
  const notification = new Notification(t(`news.told.${kind}`), { body: `${t(intent ? `intents.${intent}` : 'intents.none')} · ${caseNumber}`, tag: `${kind} ${conversationId}` });
  notification.onclick = () => {
    window.focus();
    notification.close();
    onOpen(conversationId);
  };
}
