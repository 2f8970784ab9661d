import { useEffect, useRef } from 'react';
import { shortcutFor, type KeyPlace, type ShortcutId } from './shortcuts.ts';

/** Calls the handler of a shortcut, wherever on the page its key is pressed. */
export function useShortcuts(handlers: Readonly<Partial<Record<ShortcutId, () => void>>>): void {
  const latest = useRef(handlers);
  useEffect(() => { latest.current = handlers; });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const id = shortcutFor(event, placeOf(event.target));
      const handler = id && latest.current[id];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => { document.removeEventListener('keydown', onKeyDown); };
  }, []);
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return 'overlay';
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return 'text';
  return target.closest('[data-conversation-list]') ? 'list' : 'page';
}
