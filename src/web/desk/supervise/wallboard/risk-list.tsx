import { useState } from 'react';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import { ConversationLine } from './conversation-line.tsx';
import { keepPlaces, type Board } from './watched.ts';

/** What is overdue or soon will be, the nearest first. While somebody points at it or is in it, it stands still. */
export function RiskList({ board }: { board: Board }) {
  const { t } = usePreferences();
  const [held, setHeld] = useState<readonly DeskConversation[] | null>(null);
  const now = board.atRisk as DeskConversation[];
  const rows = held ? keepPlaces(held.map((row) => ({ row, left: false })), now) : now.map((row) => ({ row, left: false }));
  const hold = (): void => { setHeld((before) => before ?? now); };
  const more = board.overdue + board.dueSoon - now.length;
  return (
    <section className="board-part" aria-labelledby="board-risk" onPointerEnter={hold} onPointerLeave={() => { setHeld(null); }} onFocus={hold} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setHeld(null); }}>
      <div className="board-head">
        <h2 id="board-risk">{t('supervise.atRisk')}</h2>
        <span className="faint">{t('supervise.atRiskWords')}</span>
      </div>
      {rows.length === 0 ? <p className="board-empty">{t('supervise.noRisk')}</p> : (
        <ul className="watched-list">{rows.map(({ row, left }) => <ConversationLine key={row.id} conversation={row} agents={board.agents} left={left} />)}</ul>
      )}
      {more > 0 && <p className="faint">{t('supervise.moreAtRisk', { count: more })}</p>}
    </section>
  );
}
