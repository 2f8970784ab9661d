import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { moveCursor } from '../workspace/cursor.ts';
import { RESULT_HEIGHT, ResultRow } from './result-row.tsx';
import type { SearchResult } from './use-search.ts';

export interface ResultListHandle {
  /** Moves the keyboard to the next result (1) or the one before (-1). */
  move(step: 1 | -1): void;
}

interface ResultListProps {
  readonly results: readonly SearchResult[];
  readonly openId: string | null;
  readonly isStale: boolean;
  readonly onOpen: (conversationId: string) => void;
  /** The last ones are near. */
  readonly onEnd: () => void;
  readonly ref: Ref<ResultListHandle>;
}

/** So many results before the last one more are asked for. */
const AHEAD = 15;

/** What was found; only the rows on the screen exist. */
export function ResultList({ results, openId, isStale, onOpen, onEnd, ref }: ResultListProps) {
  const { t } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<string | null>(openId);
  const focusNext = useRef(false);
  const ids = results.map(({ conversation }) => conversation.id);
  const index = cursor === null ? -1 : ids.indexOf(cursor);
  const virtualizer = useVirtualizer({ count: results.length, getScrollElement: () => scroller.current, estimateSize: () => RESULT_HEIGHT, getItemKey: (at) => ids[at] ?? at, overscan: 8 });
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => { if (last >= results.length - AHEAD) onEnd(); }, [last, results.length, onEnd]);
  useEffect(() => {
    if (!focusNext.current || cursor === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(cursor)}"]`);
    if (!row) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });
  useImperativeHandle(ref, () => ({
    move(step) {
      const next = moveCursor(ids, { id: cursor, index: Math.max(index, 0) }, step);
      if (next === null) return;
      virtualizer.scrollToIndex(ids.indexOf(next));
      focusNext.current = true;
      setCursor(next);
      if (next === cursor) scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
    },
  }));

  return (
    <section className="list search-results" aria-label={t('search.results')} aria-busy={isStale} data-conversation-list>
      <div className="list-scroller" ref={scroller}>
        <ul className="rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index: at, key, start }) => {
            const result = results[at];
            return result && (
              <li key={key} style={{ transform: `translateY(${start}px)`, height: RESULT_HEIGHT }} aria-setsize={results.length} aria-posinset={at + 1}>
                <ResultRow
                  result={result}
                  isOpen={result.conversation.id === openId}
                  isTabStop={result.conversation.id === cursor || (index < 0 && at === 0)}
                  onFocus={() => { setCursor(result.conversation.id); }}
                  onOpen={() => { onOpen(result.conversation.id); }}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
