import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import type { RequestError } from '../../../staff/connection/request.ts';
import { allows } from '../../../../domain/roles.ts';
import { TextInput } from '../../../staff/controls/text-input.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { formText } from '../../../staff/session/form-text.ts';
import { FormDialog } from '../../../staff/controls/form-dialog.tsx';
import { FormAlert } from './form-alert.tsx';
import type { Person, PersonChange } from './person.ts';
import { RoleField, SkillFields } from './person-fields.tsx';

interface EditDialogProps {
  readonly person: Person;
  /** Nobody changes their own role. */
  readonly isMe: boolean;
  readonly onChange: (person: Person, change: PersonChange) => Promise<RequestError | null>;
  readonly onClose: () => void;
}

/** Everything about one person at once. */
export function EditDialog({ person, isMe, onChange, onClose }: EditDialogProps) {
  const { t } = usePreferences();
  const { name, email, teams, locales, level, capacity } = person.agent;
  const [role, setRole] = useState(person.agent.role);
  const [skills, setSkills] = useState({ teams, locales, level, capacity });
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<RequestError | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    setPending(true);
    const error = await onChange(person, { name: formText(form, 'name').trim(), email: formText(form, 'email').trim(), role, ...skills });
    setPending(false);
    setProblem(error);
    if (!error) onClose();
  }

  const errorOf = (field: string): string | null => (problem?.field === field ? t([`settings.people.errors.${problem.code}.${field}`, `errors.${problem.code}`]) : null);
  return (
    <FormDialog title={t('settings.people.edit.dialog', { name })} onClose={onClose} isWide>
      <form className="settings-form" onSubmit={(event) => { void submit(event); }}>
        <FormAlert problem={problem} fields={['name', 'email']} />
        <div className="field-row">
          <TextInput name="name" label={t('settings.people.name')} autoComplete="off" defaultValue={name} error={errorOf('name')} isRequired autoFocus />
          <TextInput name="email" type="email" label={t('email')} autoComplete="off" defaultValue={email} error={errorOf('email')} isRequired />
        </div>
        {isMe ? <p className="field-hint">{t('settings.people.ownRole', { role: t(`roles.${role}`) })}</p> : <RoleField value={role} onChange={setRole} />}
        {allows(role, 'conversations.handle') && <SkillFields value={skills} onChange={setSkills} />}
        <div className="dialog-foot">
          <Button className="button" data-kind="quiet" onPress={onClose}>{t('settings.cancel')}</Button>
          <Button type="submit" className="button" data-kind="primary" isDisabled={pending}>{t(pending ? 'settings.save.saving' : 'settings.save.save')}</Button>
        </div>
      </form>
    </FormDialog>
  );
}
