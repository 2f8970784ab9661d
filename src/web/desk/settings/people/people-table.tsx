import { useRef, useState } from 'react';
import type { RequestError } from '../../../staff/connection/request.ts';
import { useDeskState } from '../../connection/desk-context.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ConfirmDialog } from '../../../staff/controls/confirm-dialog.tsx';
import { AccessDialog } from './access-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { PersonRow, type PersonAction } from './person-row.tsx';
import type { Person, PersonChange } from './person.ts';
import { SkillPopover, type Skill } from './skill-popover.tsx';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly manages: boolean;
  readonly onChange: (person: Person, change: PersonChange) => Promise<RequestError | null>;
  readonly onChangeNow: (person: Person, change: PersonChange) => void;
}

/** One row a person. What is pressed opens one popover for all rows: hundreds of them would be slow. */
export function PeopleTable({ people, manages, onChange, onChangeNow }: PeopleTableProps) {
  const { t } = usePreferences();
  const presence = useDeskState((state) => state.presence);
  const myId = useDeskState((state) => state.me.id);
  const [open, setOpen] = useState<{ readonly agentId: string; readonly skill: Skill } | null>(null);
  const [asked, setAsked] = useState<{ readonly agentId: string; readonly action: PersonAction } | null>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const find = (agentId: string | undefined): Person | undefined => people.find(({ agent }) => agent.id === agentId);
  const edited = find(open?.agentId);
  const meant = find(asked?.agentId);
  return (
    <>
      <table className="people">
        <thead>
          <tr>
            {(['person', 'role', 'teams', 'locales', 'level', 'load'] as const).map((column) => <th key={column} scope="col" className={`people-${column}`}>{t(`settings.people.columns.${column}`)}</th>)}
            {manages && <th scope="col" className="people-actions"><span className="only-read-aloud">{t('settings.people.columns.actions')}</span></th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow
              key={person.agent.id}
              person={person}
              status={presence.get(person.agent.id) ?? 'offline'}
              isMe={person.agent.id === myId}
              manages={manages}
              onSkill={(skill, element) => {
                trigger.current = element;
                setOpen({ agentId: person.agent.id, skill });
              }}
              onAction={(action) => {
                if (action === 'reactivate') onChangeNow(person, { active: true });
                else setAsked({ agentId: person.agent.id, action });
              }}
            />
          ))}
        </tbody>
      </table>
      {edited && open && <SkillPopover key={`${open.agentId} ${open.skill}`} person={edited} skill={open.skill} trigger={trigger} onClose={() => { setOpen(null); }} onChange={(change) => { onChangeNow(edited, change); }} />}
      {meant && asked?.action === 'edit' && <EditDialog person={meant} isMe={meant.agent.id === myId} onChange={onChange} onClose={() => { setAsked(null); }} />}
      {meant && asked?.action === 'password' && <PasswordDialog person={meant} isMe={meant.agent.id === myId} onClose={() => { setAsked(null); }} />}
      {meant && asked?.action === 'access' && <AccessDialog person={meant} isMe={meant.agent.id === myId} onClose={() => { setAsked(null); }} />}
      {meant && asked?.action === 'deactivate' && (
        <ConfirmDialog
          title={t('settings.people.deactivate.title', { name: meant.agent.name })}
          words={meant.load > 0 ? t('settings.people.deactivate.wordsLoad', { count: meant.load }) : t('settings.people.deactivate.words')}
          action={t('settings.people.deactivate.action')}
          onConfirm={() => { onChangeNow(meant, { active: false }); }}
          onClose={() => { setAsked(null); }}
        />
      )}
    </>
  );
}
