import { AlarmClock, OctagonAlert } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useDeskApi } from '../connection/desk-context.tsx';
import { UrgencyMark } from '../../staff/controls/urgency-mark.tsx';
import { formatNumber, formatPercent } from '../../staff/format/names.ts';
import { WaitingTime } from '../format/waiting-time.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { Figure } from '../../staff/charts/figure.tsx';
import { PageLoading, PageProblem } from './page-problem.tsx';
import { usePolling } from './use-polling.ts';
import { AgentList } from './wallboard/agent-list.tsx';
import { RiskList } from './wallboard/risk-list.tsx';
import { WaitingMatrix } from './wallboard/waiting-matrix.tsx';
import { startOfDay, type Board, type Watched } from './wallboard/watched.ts';
import { WatchedDrawer } from './wallboard/watched-drawer.tsx';

const EVERY_MS = 2_000;

/** How the desk is doing now, kept up to date by itself. */
export function WallboardPage() {
  const { t } = usePreferences();
  const api = useDeskApi();
  const { data: board, at, problem, reload } = usePolling(useCallback(() => api.getWallboard(startOfDay(Date.now())), [api]), EVERY_MS);
  const [watched, setWatched] = useState<Watched | null>(null);
  return (
    <div className="section-body wallboard">
      <header className="section-head"><h1>{t('sections.wallboard')}</h1></header>
      {problem !== null && <PageProblem code={problem} since={at} onRetry={reload} />}
      {board ? (
        <>
          <Figures board={board} />
          <WaitingMatrix board={board} onWatch={setWatched} />
          <div className="board-columns">
            <RiskList board={board} />
            <AgentList agents={board.agents} onWatch={setWatched} />
          </div>
        </>
      ) : problem === null && <PageLoading blocks={3} />}
      {watched && board && <WatchedDrawer watched={watched} agents={board.agents} onClose={() => { setWatched(null); }} />}
    </div>
  );
}

function Figures({ board: { waiting, agents, overdue, dueSoon, assistant, handed, resolved } }: { board: Board }) {
  const { t, preferences: { language } } = usePreferences();
  const number = (value: number): string => formatNumber(value, language);
  const first = waiting.toSorted((a, b) => a.since - b.since)[0];
  const critical = countOf(waiting.filter(({ urgency }) => urgency === 'critical'));
  const there = agents.filter(({ status }) => status === 'available');
  const room = there.reduce((sum, { load, capacity }) => sum + Math.max(0, capacity - load), 0);
  return (
    <dl className="figures">
      <Figure label={t('supervise.waiting')} value={number(countOf(waiting))} note={critical > 0 ? <><UrgencyMark urgency="critical" /> {number(critical)}</> : t('supervise.noCritical')} />
      <Figure label={t('supervise.longestWait')} value={first ? <WaitingTime since={first.since} /> : t('supervise.none')} note={first ? <>{t(`teams.${first.team}`)} · {t(`urgency.${first.urgency}`)}</> : t('supervise.nobodyWaits')} />
      <Figure label={t('supervise.overdue')} value={number(overdue)} note={t('supervise.overdueWords')} tone={overdue > 0 ? 'critical' : undefined} icon={overdue > 0 ? OctagonAlert : undefined} />
      <Figure label={t('supervise.dueSoon')} value={number(dueSoon)} note={t('supervise.dueSoonWords')} tone={dueSoon > 0 ? 'high' : undefined} icon={dueSoon > 0 ? AlarmClock : undefined} />
      <Figure label={t('supervise.agentsThere')} value={t('supervise.ofAll', { count: there.length, all: agents.length })} note={t('supervise.roomFor', { count: room })} />
      <Figure
        label={t('supervise.assistantNow')}
        value={number(assistant.now)}
        note={resolved > 0 ? t('supervise.assistantToday', { share: formatPercent(assistant.resolved / resolved, language), handed: number(handed) }) : t('supervise.handedToday', { count: handed })}
      />
    </dl>
  );
}

function countOf(waiting: Board['waiting']): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}
