import { EllipsisVertical, Fingerprint, KeyRound, Pencil, UserRoundCheck, UserRoundX } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { LOCALE_TAGS } from '../../../../domain/locales.ts';
import { TEAMS } from '../../../../domain/teams.ts';
import type { PresenceStatus } from '../../../../domain/presence.ts';
import { allows } from '../../../../domain/roles.ts';
import { Avatar } from '../../../staff/controls/avatar.tsx';
import { PresenceMark } from '../../controls/presence-mark.tsx';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Person } from './person.ts';
import type { Skill } from './skill-popover.tsx';

export type PersonAction = 'edit' | 'password' | 'access' | 'deactivate' | 'reactivate';

interface PersonRowProps {
  readonly person: Person;
  readonly status: PresenceStatus;
  readonly isMe: boolean;
  readonly manages: boolean;
  readonly onSkill: (skill: Skill, element: HTMLElement) => void;
  readonly onAction: (action: PersonAction) => void;
}

export function PersonRow({ person: { agent, load }, status, isMe, manages, onSkill, onAction }: PersonRowProps) {
  const { t, preferences: { language } } = usePreferences();
  const { name, email, role, teams, locales, level, capacity, active } = agent;
  const handles = allows(role, 'conversations.handle');
  const cell = (skill: Skill, value: string, label: string) => (
    <td className={`people-${skill === 'capacity' ? 'load' : skill}`}>
      {/* A plain button is pressed by a click, which would leave the popover's list unfocused. */}
      <Button className="cell-button" data-empty={value === ''} aria-haspopup="dialog" aria-label={label} isDisabled={!active} onPress={({ target }) => { if (target instanceof HTMLElement) onSkill(skill, target); }}>
        {skill === 'level' && <span className="narrow-only">{t('settings.people.columns.level')} </span>}
        {value === '' ? t('settings.people.none') : value}
        {skill === 'capacity' && <meter aria-hidden min={0} max={capacity} high={capacity - 0.5} value={Math.min(load, capacity)} />}
      </Button>
    </td>
  );
  const teamWords = teams.length === TEAMS.length ? t('settings.people.allTeams') : teams.map((team) => t(`teams.${team}`)).join(', ');
  const localeWords = locales.length === LOCALE_TAGS.length ? t('settings.people.allLocales') : locales.map((locale) => languageName(locale, language)).join(', ');
  const loadWords = t('settings.people.loadOf', { load, capacity });
  return (
    <tr data-former={!active}>
      <th scope="row" className="people-person">
        <span className="person">
          <Avatar of="agent" name={name} />
          <span>
            <span className="person-name"><bdi>{isMe ? t('assign.me', { name }) : name}</bdi></span>
            <span className="person-email"><bdi dir="ltr">{email}</bdi></span>
          </span>
        </span>
      </th>
      <td className="people-role">
        <span className="person-role">{t(`roles.${role}`)}</span>
        {active ? handles && <PresenceMark status={status} /> : <span className="person-left">{t('settings.people.left')}</span>}
      </td>
      {cell('teams', teamWords, t('settings.people.edit.teams', { name, value: teamWords || t('settings.people.none') }))}
      {cell('locales', localeWords, t('settings.people.edit.locales', { name, value: localeWords || t('settings.people.none') }))}
      {cell('level', String(level), t('settings.people.edit.level', { name, value: level }))}
      {cell('capacity', loadWords, t('settings.people.edit.capacity', { name, value: loadWords }))}
      {manages && <td className="people-actions"><PersonMenu name={name} isMe={isMe} active={active} onAction={onAction} /></td>}
    </tr>
  );
}

function PersonMenu({ name, isMe, active, onAction }: { name: string; isMe: boolean; active: boolean; onAction: (action: PersonAction) => void }) {
  const { t } = usePreferences();
  const item = (action: PersonAction, Icon: typeof Pencil) => (
    <MenuItem key={action} className="menu-item" id={action} textValue={t(`settings.people.menu.${action}`)}><Icon size={16} aria-hidden />{t(`settings.people.menu.${action}`)}</MenuItem>
  );
  return (
    <MenuTrigger>
      <Button className="button" data-kind="quiet" data-icon-only aria-label={t('settings.people.menu.label', { name })}><EllipsisVertical size={16} aria-hidden /></Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu" aria-label={t('settings.people.menu.label', { name })} onAction={(key) => { onAction(key as PersonAction); }}>
          {item('edit', Pencil)}
          {active && item('password', KeyRound)}
          {active && item('access', Fingerprint)}
          {active ? !isMe && item('deactivate', UserRoundX) : item('reactivate', UserRoundCheck)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
