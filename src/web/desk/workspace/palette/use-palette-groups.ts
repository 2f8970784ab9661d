import { AlarmClock, ArrowDownToLine, ArrowRightLeft, AtSign, CircleCheck, Hand, Hash, Inbox, Keyboard, MessagesSquare, PanelRight, Reply, Search, StickyNote, UserRound, Zap, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { allows } from '../../../../domain/roles.ts';
import { useDeskApi, useDeskState } from '../../connection/desk-context.tsx';
import { RequestError } from '../../../staff/connection/request.ts';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Translate } from '../../../staff/preferences/phrases.ts';
import { INBOX_ICON, SECTIONS, type Section } from '../../sections/sections.tsx';
import { GENERAL, GOING, IN_LIST, shortcutKeys, type ShortcutId } from '../shortcuts.ts';
import type { Place } from '../use-location.ts';
import { availableShortcuts, runShortcut } from '../use-shortcuts.ts';

export interface PaletteItem {
  readonly id: string;
  readonly name: string;
  readonly icon: LucideIcon;
  /** The keys that do the same. */
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** Begins the ids of what is made of the words in the field, and so fits whatever they are. */
export const MADE = 'made/';

export interface PaletteGroup {
  readonly id: 'find' | 'conversation' | 'go' | 'general';
  readonly items: readonly PaletteItem[];
}

type Go = (place: Partial<Place>) => void;

const ICONS: Partial<Record<ShortcutId, LucideIcon>> = {
  queue: Inbox, mine: UserRound, snoozed: AlarmClock, calls: AtSign, all: MessagesSquare, resolved: CircleCheck,
  claim: Hand, reply: Reply, note: StickyNote, transfer: ArrowRightLeft, snooze: AlarmClock, thread: MessagesSquare, resolve: CircleCheck,
  takeNext: ArrowDownToLine, details: PanelRight, help: Keyboard,
};

/** What the palette offers: keys that something on the screen answers to, the parts of the desk, and what the words may mean. */
export function usePaletteGroups(words: string, go: Go): readonly PaletteGroup[] {
  const { t } = usePreferences();
  const role = useDeskState((state) => state.me.role);
  const findCase = useFindCase(go);
  return useMemo(() => {
    const available = availableShortcuts();
    const shortcuts = (holds: (id: ShortcutId) => boolean): PaletteItem[] => available.filter(holds).map((id) => (
      { id: `key/${id}`, name: t(`shortcuts.${id}`), icon: ICONS[id] ?? Zap, keys: shortcutKeys(id)[0], run: () => { runShortcut(id); } }
    ));
    const sections = (Object.keys(SECTIONS) as Section[]).filter((id) => allows(role, SECTIONS[id].needs))
      .map((id): PaletteItem => ({ id: `section/${id}`, name: t(`sections.${id}`), icon: SECTIONS[id].icon, run: () => { go({ section: id }); } }));
    return [
      { id: 'conversation', items: shortcuts((id) => !GOING.includes(id) && !GENERAL.includes(id) && !IN_LIST.includes(id)) },
      { id: 'go', items: [{ id: 'section/inbox', name: t('sections.inbox'), icon: INBOX_ICON, run: () => { go({}); } }, ...shortcuts((id) => GOING.includes(id)), ...sections] },
      { id: 'general', items: shortcuts((id) => GENERAL.includes(id) && id !== 'palette') },
      // Last, so that a name that fits goes first.
      { id: 'find', items: words === '' ? [] : finding(words, t, findCase) },
    ];
  }, [words, t, role, go, findCase]);
}

function finding(words: string, t: Translate, findCase: (caseNumber: string) => void): PaletteItem[] {
  const caseNumber = words.toUpperCase();
  const open: PaletteItem[] = CASE_NUMBER.test(caseNumber) ? [{ id: `${MADE}case`, name: t('palette.openCase', { case: caseNumber }), icon: Hash, run: () => { findCase(words); } }] : [];
  return [...open, { id: `${MADE}search`, name: t('palette.search', { words }), icon: Search, run: () => { searchFor(words); } }];
}

/** Eight letters and digits, with the hyphen or without. */
const CASE_NUMBER = /^[0-9A-Z]{4}-?[0-9A-Z]{4}$/;

function searchFor(words: string): void {
  history.pushState(null, '', `/desk/search?${new URLSearchParams({ q: words }).toString()}`);
  // Who shows a part of the desk reads from the address what it is about.
  dispatchEvent(new PopStateEvent('popstate'));
}

function useFindCase(go: Go): (caseNumber: string) => void {
  const { t } = usePreferences();
  const api = useDeskApi();
  return useMemo(() => (caseNumber: string) => {
    api.findCase(caseNumber).then(
      ({ conversationId }) => { go({ conversationId }); },
      (error: unknown) => {
        const code = error instanceof RequestError ? error.code : 'internal';
        showNotice('problem', code === 'not-found' ? t('palette.noCase', { case: caseNumber }) : t([`errors.${code}`, 'errors.internal']));
      },
    );
  }, [api, go, t]);
}
