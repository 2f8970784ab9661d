import { useEffect, useRef } from 'react';
import { SHORTCUT_IDS, shortcutFor, type KeyPlace, type ShortcutId } from './shortcuts.ts';

type Handlers = Readonly<Partial<Record<ShortcutId, () => void>>>;

/** What every part of the desk that is on the screen does for its keys; the one that came last goes first. */
const registered: { readonly current: Handlers }[] = [];

/** Calls the handler of a shortcut, wherever on the page its key is pressed. */
export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => { latest.current = handlers; });
  useEffect(() => {
    registered.push(latest);
    if (registered.length === 1) document.addEventListener('keydown', onKeyDown);
    return () => {
      registered.splice(registered.indexOf(latest), 1);
      if (registered.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** Does what the key would do. */
export function runShortcut(id: ShortcutId): boolean {
  const handler = registered.findLast(({ current }) => current[id])?.current[id];
  handler?.();
  return handler !== undefined;
}

/** Shortcuts that something on the screen answers to, in the order of their table. */
export function availableShortcuts(): ShortcutId[] {
  return SHORTCUT_IDS.filter((id) => registered.some(({ current }) => current[id]));
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const id = shortcutFor(event, placeOf(event.target));
  if (id && runShortcut(id)) event.preventDefault();
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return 'overlay';
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return 'text';
  return target.closest('[data-conversation-list]') ? 'list' : 'page';
}
