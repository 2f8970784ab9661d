import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useDeskState } from '../connection/desk-context.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { View } from '../state/views.ts';
import { ConversationRow, ROW_HEIGHT } from './conversation-row.tsx';
import { moveCursor } from './cursor.ts';
import { ListHead } from './list-head.tsx';
import { ListPlaceholder } from './list-placeholder.tsx';
import { useHeldList } from './use-held-list.ts';

export interface ConversationListHandle {
  /** Moves the keyboard to the next row (1) or the one before (-1). */
  move(step: 1 | -1): void;
}

interface ConversationListProps {
  readonly view: View;
  readonly openId: string | null;
  readonly onOpen: (conversationId: string) => void;
  readonly ref: Ref<ConversationListHandle>;
}

/** The rows of a view: only those on the screen exist, and nothing moves under the pointer. */
export function ConversationList({ view, openId, onOpen, ref }: ConversationListProps) {
  const { t } = usePreferences();
  const conversations = useDeskState((state) => state.conversations);
  const me = useDeskState((state) => state.me);
  const list = useHeldList(view, conversations, me);
  const scroller = useRef<HTMLDivElement>(null);
  const { cursor, setCursor, move } = useCursor(list.shown, openId, scroller);
  const cursorIndex = cursor === null ? -1 : list.shown.indexOf(cursor);
  const virtualizer = useVirtualizer({
    count: list.shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => list.shown[index] ?? index,
    overscan: 8,
    // The row with the focus stays, or scrolling away would lose it.
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), cursorIndex), [cursorIndex]),
  });
  useImperativeHandle(ref, () => ({
    move: (step) => { move(step, (index) => { virtualizer.scrollToIndex(index); }); },
  }));

  return (
    <section
      className="list"
      aria-label={t(`views.${view}`)}
      data-conversation-list
      onPointerMove={(event) => { if (event.pointerType === 'mouse') list.hold(); }}
      onPointerLeave={list.letGo}
    >
      <ListHead view={view} list={list} onUpdate={list.update} />
      <div className="list-scroller" ref={scroller}>
        {list.shown.length === 0 ? <ListPlaceholder view={view} /> : (
          <ul className="rows" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const id = list.shown[index] ?? '';
              const conversation = list.conversationOf(id);
              return conversation && (
                <li key={key} style={{ transform: `translateY(${start}px)` }} aria-setsize={list.shown.length} aria-posinset={index + 1}>
                  <ConversationRow
                    conversation={conversation}
                    view={view}
                    isOpen={id === openId}
                    hasLeft={list.left.has(id)}
                    isTabStop={id === cursor || (cursorIndex < 0 && index === 0)}
                    onFocus={() => { setCursor(id); }}
                    onOpen={() => { onOpen(id); }}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}

/** The row that the keyboard is on. Focus goes there once the row exists. */
function useCursor(ids: readonly string[], openId: string | null, scroller: { readonly current: HTMLElement | null }) {
  const [cursor, setCursor] = useState<string | null>(openId);
  const lastIndex = useRef(0);
  const focusNext = useRef(false);
  const index = cursor === null ? -1 : ids.indexOf(cursor);
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
    if (!focusNext.current || cursor === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(cursor)}"]`);
    if (!row) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });
  function move(step: 1 | -1, scrollTo: (index: number) => void): void {
    const next = moveCursor(ids, { id: cursor, index: lastIndex.current }, step);
    if (next === null) return;
    focusNext.current = true;
    setCursor(next);
    scrollTo(ids.indexOf(next));
    // On the same row as before nothing renders, and the focus may be elsewhere.
    if (next === cursor) scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
  }
  return { cursor, setCursor, move };
}

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}
