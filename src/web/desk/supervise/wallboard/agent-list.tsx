import { useState } from 'react';
import { Button } from 'react-aria-components';
import { PRESENCE_STATUSES } from '../../../../domain/presence.ts';
import { Avatar } from '../../../staff/controls/avatar.tsx';
import { formatNumber } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { PresenceMark } from '../presence-mark.tsx';
import type { BoardAgent, Watched } from './watched.ts';

/** Who is there and what they have. Ordered by name, so that nobody moves when somebody comes or goes. */
export function AgentList({ agents, onWatch }: { agents: readonly BoardAgent[]; onWatch: (watched: Watched) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const [all, setAll] = useState(false);
  const absent = agents.filter((agent) => agent.status === 'offline' && agent.load === 0).length;
  const shown = agents.filter((agent) => all || agent.status !== 'offline' || agent.load > 0).sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <section className="board-part" aria-labelledby="board-agents">
      <div className="board-head">
        <h2 id="board-agents">{t('supervise.agents')}</h2>
        <span className="faint">{PRESENCE_STATUSES.map((status) => t(`supervise.countPresent.${status}`, { count: agents.filter((agent) => agent.status === status).length })).join(' · ')}</span>
      </div>
      {shown.length === 0 ? <p className="board-empty">{t('supervise.noAgents')}</p> : (
        <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="board-agents">
          <table className="board-table">
            <thead>
              <tr>
                <th scope="col">{t('supervise.agent')}</th><th scope="col">{t('supervise.status')}</th><th scope="col">{t('supervise.load')}</th>
                <th scope="col" className="number">{t('supervise.resolvedToday')}</th>
              </tr>
            </thead>
            <tbody>{shown.map((agent) => <AgentRow key={agent.id} agent={agent} onWatch={onWatch} />)}</tbody>
          </table>
        </div>
      )}
      {absent > 0 && <Button className="button" data-kind="quiet" aria-expanded={all} onPress={() => { setAll(!all); }}>{t(all ? 'supervise.hideOffline' : 'supervise.showOffline', { count: absent })}</Button>}
    </section>
  );
}

function AgentRow({ agent: { id, name, teams, status, load, capacity, resolved }, onWatch }: { agent: BoardAgent; onWatch: (watched: Watched) => void }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <tr>
      <th scope="row">
        <span className="agent-name"><Avatar of="agent" name={name} /><span>{name}<span className="faint">{teams.length > 3 ? t('supervise.teamCount', { count: teams.length }) : teams.map((team) => t(`teams.${team}`)).join(', ')}</span></span></span>
      </th>
      <td><PresenceMark status={status} /></td>
      <td>
        <Button
          className="load-button"
          data-full={load >= capacity}
          aria-label={t('supervise.showTheirs', { name, load, capacity })}
          onPress={() => { onWatch({ kind: 'agent', agentId: id, name }); }}
        >
          <span className="load-number">{t('supervise.loadOf', { load, capacity })}</span>
          <meter className="load-bar" min={0} max={Math.max(1, capacity)} value={Math.min(load, Math.max(1, capacity))} aria-hidden />
        </Button>
      </td>
      <td className="number">{formatNumber(resolved, language)}</td>
    </tr>
  );
}
