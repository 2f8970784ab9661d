import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

interface Cell {
  readonly row: number;
  readonly column: number;
}

interface GridCursor {
  readonly at: Cell;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Marks a cell that got the focus in another way. */
  readonly moveTo: (cell: Cell) => void;
}

const PAGE = 10;

/** One cell of a grid is in the order of Tab, and the arrows move it. @param scrollTo draws a row that is out of sight. */
export function useGridCursor({ rows, columns, scrollTo }: { rows: number; columns: number; scrollTo: (row: number) => void }): GridCursor {
  const [wanted, setWanted] = useState<Cell>({ row: 0, column: 0 });
  const grid = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const at = { row: Math.min(wanted.row, rows - 1), column: wanted.column };

  useEffect(() => {
    if (!takesFocus.current) return;
    scrollTo(at.row);
    // The row may be drawn only after the scrolling.
    const frame = requestAnimationFrame(() => {
      takesFocus.current = false;
      grid.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus();
    });
    return () => { cancelAnimationFrame(frame); };
  });

  function onKeyDown(event: KeyboardEvent): void {
    const next = moved(at, event, rows, columns);
    if (!next) return;
    event.preventDefault();
    takesFocus.current = true;
    setWanted(next);
  }
  return { at, grid, onKeyDown, moveTo: setWanted };
}

function moved({ row, column }: Cell, { key, ctrlKey, metaKey, altKey }: KeyboardEvent, rows: number, columns: number): Cell | null {
  if (altKey || metaKey) return null;
  const rowAt = (wanted: number): number => Math.max(0, Math.min(rows - 1, wanted));
  switch (key) {
    case 'ArrowDown': return { row: rowAt(row + 1), column };
    case 'ArrowUp': return { row: rowAt(row - 1), column };
    case 'ArrowRight': return { row, column: Math.min(columns - 1, column + 1) };
    case 'ArrowLeft': return { row, column: Math.max(0, column - 1) };
    case 'PageDown': return { row: rowAt(row + PAGE), column };
    case 'PageUp': return { row: rowAt(row - PAGE), column };
    case 'Home': return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End': return { row: ctrlKey ? rows - 1 : row, column: columns - 1 };
    default: return null;
  }
}
