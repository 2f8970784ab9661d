import { UserRoundCog } from 'lucide-react';
import { Autocomplete, Button, Dialog, DialogTrigger, Input, ListBox, ListBoxItem, Popover, SearchField, useFilter } from 'react-aria-components';
import { useDesk } from '../../connection/desk-context.tsx';
import { Avatar } from '../../../staff/controls/avatar.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import { PresenceMark } from '../presence-mark.tsx';
import type { BoardAgent } from './watched.ts';

/** Gives a conversation to a colleague: who is there and has room comes first. */
export function ReassignButton({ conversation, agents }: { conversation: DeskConversation; agents: readonly BoardAgent[] }) {
  const { t } = usePreferences();
  const { contains } = useFilter({ sensitivity: 'base' });
  const desk = useDesk();
  const { id, owner, caseNumber } = conversation;
  const team = owner.kind === 'assistant' ? null : owner.team;
  const others = agents.filter((agent) => owner.kind !== 'agent' || agent.id !== owner.agentId);

  async function assign({ id: agentId, name }: BoardAgent): Promise<void> {
    const outcome = await desk.command(id, { type: 'assign', agentId });
    if (outcome.ok) showNotice('done', t('done.assign', { name }));
    else showNotice('problem', t([`refused.${outcome.code}`, `errors.${outcome.code}`, 'errors.internal'], { name }));
  }

  return (
    <DialogTrigger>
      <Button className="button" data-kind="quiet" aria-label={t('supervise.reassignCase', { caseNumber })}><UserRoundCog size={14} aria-hidden />{t('supervise.reassign')}</Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="colleagues" aria-label={t('assign.title')}>
          {({ close }) => (
            <Autocomplete filter={contains}>
              <SearchField className="field" aria-label={t('assign.search')} autoFocus><Input placeholder={t('assign.search')} /></SearchField>
              <ListBox
                className="colleague-list"
                aria-label={t('assign.title')}
                items={orderBySuit(others, team)}
                selectionMode="none"
                onAction={(key) => {
                  const chosen = others.find((agent) => agent.id === key);
                  close();
                  if (chosen) void assign(chosen);
                }}
                renderEmptyState={() => <p className="popover-empty">{t('assign.nobody')}</p>}
              >
                {(agent) => (
                  <ListBoxItem className="colleague" id={agent.id} textValue={agent.name}>
                    <Avatar of="agent" name={agent.name} />
                    <div>{agent.name}<span className="colleague-facts"><PresenceMark status={agent.status} /> · {t('supervise.loadOf', { load: agent.load, capacity: agent.capacity })}</span></div>
                  </ListBoxItem>
                )}
              </ListBox>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const ORDER = { available: 0, away: 1, offline: 2 } as const;

/** Of the team and there, then with the most room. */
function orderBySuit(agents: readonly BoardAgent[], team: BoardAgent['teams'][number] | null): BoardAgent[] {
  const key = ({ status, teams, load, capacity }: BoardAgent): number => ORDER[status] * 100 + (team !== null && teams.includes(team) ? 0 : 10) + Math.min(9, load / Math.max(1, capacity));
  return agents.toSorted((a, b) => key(a) - key(b) || a.name.localeCompare(b.name));
}
