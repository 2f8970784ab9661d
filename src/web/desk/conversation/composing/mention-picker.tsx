import { useMemo, type RefObject } from 'react';
import { useDeskState } from '../../connection/desk-context.tsx';
import { Avatar } from '../../../staff/controls/avatar.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { mentionable, type Mention } from '../../state/mentions.ts';
import type { Colleague, DeskConversation } from '../../state/model.ts';
import { ListPopover } from './list-popover.tsx';

interface MentionPickerProps {
  readonly trigger: RefObject<Element | null>;
  readonly conversation: DeskConversation;
  readonly onPick: (mention: Mention) => void;
  readonly onLeave: (typed: string | null) => void;
}

/** Colleagues whom a note may call. */
export function MentionPicker({ trigger, conversation, onPick, onLeave }: MentionPickerProps) {
  const { t } = usePreferences();
  const me = useDeskState((state) => state.me);
  const colleagues = useDeskState((state) => state.colleagues);
  const presence = useDeskState((state) => state.presence);
  const offered = useMemo(() => mentionable(colleagues, conversation, presence, me), [colleagues, conversation, presence, me]);
  const items = useMemo(() => offered.map((one) => ({ id: one.id, words: one.name, content: <ColleagueRow colleague={one} conversation={conversation} /> })), [offered, conversation]);
  const isNobody = (typed: string): boolean => typed.startsWith(' ') || (typed.includes(' ') && !offered.some(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())));
  return (
    <ListPopover
      trigger={trigger} label={t('composing.mentions.title')} placeholder={t('composing.mentions.search')} items={items}
      empty={<p className="popover-empty" role="status">{t(offered.length === 0 ? 'composing.mentions.none' : 'composing.mentions.noMatch')}</p>}
      isOver={isNobody}
      onPick={(id) => {
        const picked = offered.find((one) => one.id === id);
        if (picked) onPick({ id: picked.id, name: picked.name });
      }}
      onLeave={onLeave}
    />
  );
}

function ColleagueRow({ colleague: { id, name, teams }, conversation: { owner } }: { colleague: Colleague; conversation: DeskConversation }) {
  const { t } = usePreferences();
  const status = useDeskState((state) => state.presence.get(id)) ?? 'offline';
  const facts = [owner.kind === 'agent' && owner.agentId === id ? t('composing.mentions.owner') : null, ...teams.map((team) => t(`teams.${team}`))].filter((fact) => fact !== null);
  return (
    <span className="composer-colleague">
      <Avatar of="agent" name={name} />
      <span>
        <bdi className="composer-option-title">{name}</bdi>
        <span className="composer-option-words">{facts.join(' · ')}</span>
      </span>
      <span className="composer-presence" data-status={status}>{t(`composing.presence.${status}`)}</span>
    </span>
  );
}
