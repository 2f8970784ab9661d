import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useDesk } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { View } from '../state/views.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import type { Bulk } from './bulk/use-bulk.ts';
import { ConversationRow, ROW_HEIGHT } from './conversation-row.tsx';
import { ListHead } from './list-head.tsx';
import { ListPlaceholder, RowSkeleton } from './list-placeholder.tsx';
import { useCursor } from './use-cursor.ts';
import { useHeldList } from './use-held-list.ts';
import { useSelection, type Selection } from './use-selection.ts';

export interface ConversationListHandle {
  /** Moves the keyboard to the next row (1) or the one before (-1), and picks what it passes where asked to. */
  move(step: 1 | -1, picks?: 'picking'): void;
  /** Picks the row that the keyboard is on, or drops it. */
  pick(): void;
  /** Drops what is picked; false where nothing was. */
  dropPicked(): boolean;
}

interface ConversationListProps {
  readonly view: View;
  readonly openId: string | null;
  readonly onOpen: (conversationId: string) => void;
  readonly bulk: Bulk;
  readonly ref: Ref<ConversationListHandle>;
}

/** Rows beyond the screen that are read before somebody gets there. */
const READ_AHEAD = 60;

/** The rows of a view: only those on the screen exist, and nothing moves under the pointer. */
export function ConversationList({ view, openId, onOpen, bulk, ref }: ConversationListProps) {
  const { t } = usePreferences();
  const list = useHeldList(view);
  const selection = useSelection(view, list.ids);
  const scroller = useRef<HTMLDivElement>(null);
  const { cursor, setCursor, move } = useCursor(list.ids, openId, scroller);
  const cursorIndex = cursor === null ? -1 : list.ids.indexOf(cursor);
  const virtualizer = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => list.ids[index] ?? index,
    overscan: 8,
    // The row with the focus stays, or scrolling away would lose it.
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), cursorIndex), [cursorIndex]),
  });
  useReadingOn(view, list.hasMore, list.ids.length, virtualizer.range?.endIndex ?? 0);
  const select = useCallback((id: string, isRange: boolean) => {
    if (isRange) selection.extendTo(id);
    else selection.toggle(id);
  }, [selection]);
  useListHandle(ref, cursorIndex < 0 ? null : cursor, (step) => move(step, (index) => { virtualizer.scrollToIndex(index); }), selection);

  return (
    <section
      className="list"
      aria-label={t(`views.${view}`)}
      data-conversation-list
      data-selecting={selection.ids.size > 0}
      onPointerMove={(event) => { if (event.pointerType === 'mouse') list.hold(); }}
      onPointerLeave={list.letGo}
    >
      <ListHead view={view} list={list} onUpdate={list.update} />
      <div className="list-scroller" ref={scroller}>
        {list.ids.length === 0 ? <ListPlaceholder view={view} /> : (
          <ul className="rows" style={{ height: virtualizer.getTotalSize() }}>{virtualizer.getVirtualItems().map(renderRow)}</ul>
        )}
      </div>
      <BulkBar view={view} bulk={bulk} selection={selection} list={list} />
    </section>
  );

  function renderRow({ index, key, start }: VirtualItem) {
    const id = list.ids[index];
    return (
      <li key={key} style={{ transform: `translateY(${start}px)` }} aria-setsize={list.length} aria-posinset={index + 1}>
        {id === undefined ? <RowSkeleton /> : (
          <ConversationRow
            id={id}
            lastKnown={list.lastKnown(id)}
            view={view}
            isOpen={id === openId}
            isSelected={selection.ids.has(id)}
            isTabStop={id === cursor || (cursorIndex < 0 && index === 0)}
            onFocus={setCursor}
            onOpen={onOpen}
            onSelect={select}
          />
        )}
      </li>
    );
  }
}

/** Moves and picks by keyboard. */
function useListHandle(ref: Ref<ConversationListHandle>, cursor: string | null, move: (step: 1 | -1) => string | null, selection: Selection): void {
  useImperativeHandle(ref, () => ({
    move(step, picks) {
      const next = move(step);
      if (picks !== 'picking' || next === null) return;
      if (cursor !== null && selection.ids.size === 0) selection.toggle(cursor);
      selection.extendTo(next);
    },
    pick() { if (cursor !== null) selection.toggle(cursor); },
    dropPicked() {
      if (selection.ids.size === 0) return false;
      selection.clear();
      return true;
    },
  }));
}

/** Reads on before the end of what was read comes into sight. */
function useReadingOn(view: View, hasMore: boolean, known: number, lastIndex: number): void {
  const desk = useDesk();
  const needed = lastIndex + READ_AHEAD;
  const isShort = hasMore && known > 0 && known <= needed;
  useEffect(() => { if (isShort) void desk.loadMore(view, needed); }, [desk, view, isShort, needed]);
}

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}
