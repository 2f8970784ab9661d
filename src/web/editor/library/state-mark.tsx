import { Archive, Check, CircleDashed, Clock, Eye, PencilLine, TriangleAlert, type LucideIcon } from 'lucide-react';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { CellState } from '../state/library-cells.ts';

/** A shape for each state: colour alone tells nobody anything. */
const SHAPES: Record<CellState, LucideIcon> = { missing: CircleDashed, stale: TriangleAlert, draft: PencilLine, review: Eye, scheduled: Clock, current: Check, archived: Archive };

/** @param wordless shows the shape only, where the word is said by what stands around it. */
export function StateMark({ state, wordless = false }: { state: CellState; wordless?: boolean }) {
  const { t } = usePreferences();
  const Shape = SHAPES[state];
  return <span className="state-mark" data-state={state}><Shape size={14} strokeWidth={2.25} aria-hidden />{!wordless && t(`editor.states.${state}`)}</span>;
}
