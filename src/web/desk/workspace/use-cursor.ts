import { useEffect, useRef, useState } from 'react';
import { moveCursor } from './cursor.ts';

/** The row that the keyboard is on. Focus goes there once the row exists. */
export function useCursor(ids: readonly string[], openId: string | null, scroller: { readonly current: HTMLElement | null }) {
  const [cursor, setCursor] = useState<string | null>(openId);
  const lastIndex = useRef(0);
  const focusNext = useRef(false);
  const index = cursor === null ? -1 : ids.indexOf(cursor);
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
    if (!focusNext.current || cursor === null) return;
    const row = rowOf(cursor);
    if (!row) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });

  function rowOf(id: string): HTMLElement | null | undefined {
    return scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  }

  /** Where it went; null where there is nowhere to go. */
  function move(step: 1 | -1, scrollTo: (index: number) => void): string | null {
    const next = moveCursor(ids, { id: cursor, index: lastIndex.current }, step);
    if (next === null) return null;
    focusNext.current = true;
    setCursor(next);
    scrollTo(ids.indexOf(next));
    // On the same row as before nothing renders, and the focus may be elsewhere.
    if (next === cursor) rowOf(next)?.focus({ preventScroll: true });
    return next;
  }

  return { cursor, setCursor, move };
}
