import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField, useFilter } from 'react-aria-components';
import { useDeskState } from '../../connection/desk-context.tsx';
import { Avatar } from '../../../staff/controls/avatar.tsx';
import { PresenceMark } from '../../controls/presence-mark.tsx';
import { formatWaiting } from '../../format/format-waiting.ts';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import type { Destination } from '../use-actions.ts';
import { useDestinations, type AgentDestination, type TeamDestination } from './use-destinations.ts';

interface DestinationListProps {
  readonly conversation: DeskConversation;
  readonly chosen: Destination | null;
  readonly onChoose: (destination: Destination) => void;
  /** Why no team can have it now; null where one can. */
  readonly teamObstacle: string | null;
  readonly agentObstacle: string | null;
}

/** Teams and colleagues in one list that typing narrows down, with what tells who has time for it. */
export function DestinationList({ conversation, chosen, onChoose, teamObstacle, agentObstacle }: DestinationListProps) {
  const { t } = usePreferences();
  const { contains } = useFilter({ sensitivity: 'base' });
  const { teams, agents } = useDestinations(conversation);
  const byKey = useMemo(() => new Map<string, Destination>([
    ...teams.map(({ team }): [string, Destination] => [`team/${team}`, { kind: 'team', team }]),
    ...agents.map(({ colleague: { id, name } }): [string, Destination] => [`agent/${id}`, { kind: 'agent', agentId: id, name }]),
  ]), [teams, agents]);
  return (
    <Autocomplete filter={contains}>
      <SearchField className="field destination-search" aria-label={t('transfer.search')} autoFocus>
        {/* What it is to a screen reader: the list below follows what is typed here, and is moved through from here. */}
        <Input role="combobox" aria-expanded placeholder={t('transfer.search')} />
      </SearchField>
      <ListBox
        className="destinations"
        aria-label={t('transfer.to')}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen.kind === 'team' ? `team/${chosen.team}` : `agent/${chosen.agentId}`]}
        disabledKeys={[...byKey].flatMap(([key, { kind }]) => ((kind === 'team' ? teamObstacle : agentObstacle) === null ? [] : [key]))}
        onSelectionChange={(keys) => {
          const destination = keys === 'all' ? undefined : byKey.get(String([...keys][0]));
          if (destination) onChoose(destination);
        }}
        renderEmptyState={() => <p className="popover-empty">{t('transfer.nobody')}</p>}
      >
        <ListBoxSection id="teams">
          <Header className="destination-head">{t('transfer.teams')}{teamObstacle !== null && <span>{teamObstacle}</span>}</Header>
          {teams.map((team) => <TeamItem key={team.team} destination={team} />)}
        </ListBoxSection>
        <ListBoxSection id="agents">
          <Header className="destination-head">{t('transfer.agents')}{agentObstacle !== null && <span>{agentObstacle}</span>}</Header>
          {agents.map((agent) => <AgentItem key={agent.colleague.id} destination={agent} />)}
        </ListBoxSection>
      </ListBox>
    </Autocomplete>
  );
}

function TeamItem({ destination: { team, waiting, since, available } }: { destination: TeamDestination }) {
  const { t, preferences: { language } } = usePreferences();
  const longest = since === null ? '' : t('transfer.longest', { time: formatWaiting(Date.now() - since, language) });
  return (
    <ListBoxItem className="destination" id={`team/${team}`} textValue={t(`teams.${team}`)}>
      <span className="avatar" aria-hidden><Users size={14} /></span>
      <span className="destination-words">
        <span>{t(`teams.${team}`)}</span>
        <span className="destination-facts">
          {waiting !== null && <span>{waiting === 0 ? t('transfer.nobodyWaits') : t('transfer.waiting', { count: waiting })}{longest !== '' && <> · {longest}</>}</span>}
        </span>
      </span>
      <span className="destination-there" data-none={available === 0}>{available === 0 ? t('transfer.noneThere') : t('transfer.there', { count: available })}</span>
    </ListBoxItem>
  );
}

function AgentItem({ destination: { colleague: { id, name, teams, locales, capacity }, status, load } }: { destination: AgentDestination }) {
  const { t, preferences: { language } } = usePreferences();
  const myId = useDeskState((state) => state.me.id);
  const facts = [...teams.map((team) => t(`teams.${team}`)), ...locales.map((locale) => languageName(locale, language))];
  return (
    <ListBoxItem className="destination" id={`agent/${id}`} textValue={name}>
      <Avatar of="agent" name={name} />
      <span className="destination-words">
        <span><bdi>{id === myId ? t('transfer.me', { name }) : name}</bdi></span>
        <span className="destination-facts">{facts.join(' · ')}</span>
      </span>
      <span className="destination-there">
        <PresenceMark status={status} />
        {load !== null && <span className="destination-load" data-full={load >= capacity}>{t('transfer.load', { load, capacity })}</span>}
      </span>
    </ListBoxItem>
  );
}
