import { Button } from 'react-aria-components';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import { URGENCIES, type Urgency } from '../../../../domain/urgencies.ts';
import { UrgencyMark } from '../../../staff/controls/urgency-mark.tsx';
import { formatNumber } from '../../../staff/format/names.ts';
import { WaitingTime } from '../../format/waiting-time.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { DueWords } from './due-words.tsx';
import type { Board, Watched } from './watched.ts';

interface WaitingMatrixProps {
  readonly board: Board;
  readonly onWatch: (watched: Watched) => void;
}

/** Who waits: teams down, urgencies across. Every number opens what it stands for. */
export function WaitingMatrix({ board, onWatch }: WaitingMatrixProps) {
  const { t } = usePreferences();
  return (
    <section className="board-part" aria-labelledby="board-waiting">
      <h2 id="board-waiting">{t('supervise.waiting')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="board-waiting">
        <table className="board-table waiting-matrix">
          <thead>
            <tr>
              <th scope="col">{t('facts.team')}</th>
              {URGENCIES.map((urgency) => <th key={urgency} scope="col" className="number"><UrgencyMark urgency={urgency} /></th>)}
              <th scope="col">{t('supervise.longestWait')}</th>
              <th scope="col">{t('supervise.nextDue')}</th>
              <th scope="col" className="number">{t('supervise.thereNow')}</th>
            </tr>
          </thead>
          <tbody>{TEAMS.map((team) => <TeamRow key={team} team={team} board={board} onWatch={onWatch} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function TeamRow({ team, board, onWatch }: WaitingMatrixProps & { team: Team }) {
  const { t, preferences: { language } } = usePreferences();
  const waiting = board.waiting.filter((one) => one.team === team);
  const since = Math.min(...waiting.map((one) => one.since));
  const dueAt = Math.min(...waiting.map((one) => one.dueAt ?? Infinity));
  const there = board.agents.filter(({ status, teams }) => status === 'available' && teams.includes(team)).length;
  return (
    <tr data-empty={waiting.length === 0}>
      <th scope="row">{t(`teams.${team}`)}</th>
      {URGENCIES.map((urgency) => (
        <td key={urgency} className="number">
          <WaitingCell team={team} urgency={urgency} count={waiting.find((one) => one.urgency === urgency)?.count ?? 0} onWatch={onWatch} />
        </td>
      ))}
      <td>{waiting.length > 0 && <WaitingTime since={since} />}</td>
      <td>{Number.isFinite(dueAt) && <DueWords at={dueAt} />}</td>
      <td className="number" data-short={there === 0 && waiting.length > 0}>{there === 0 && waiting.length > 0 ? t('supervise.nobodyThere') : formatNumber(there, language)}</td>
    </tr>
  );
}

function WaitingCell({ team, urgency, count, onWatch }: { team: Team; urgency: Urgency; count: number; onWatch: (watched: Watched) => void }) {
  const { t, preferences: { language } } = usePreferences();
  if (count === 0) return <span className="nought">0</span>;
  return (
    <Button
      className="count-button"
      data-urgency={urgency}
      aria-label={t('supervise.showWaiting', { count, team: t(`teams.${team}`), urgency: t(`urgency.${urgency}`) })}
      onPress={() => { onWatch({ kind: 'waiting', team, urgency }); }}
    >
      {formatNumber(count, language)}
    </Button>
  );
}
