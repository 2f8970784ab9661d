import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { STANDARD_CAPACITY } from '../../../../domain/agent.ts';
import { allows } from '../../../../domain/roles.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { TextInput } from '../../../staff/controls/text-input.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { formText } from '../../../staff/session/form-text.ts';
import { FormDialog } from '../../../staff/controls/form-dialog.tsx';
import { AccountReady } from './account-ready.tsx';
import { FormAlert } from './form-alert.tsx';
import { PasswordField } from './password-field.tsx';
import { makePassword, type NewPerson } from './person.ts';
import { RoleField, SkillFields } from './person-fields.tsx';

/** Makes an account, and shows once what its owner needs to sign in. */
export function CreateDialog({ onClose, onCreated }: { onClose: () => void; onCreated: () => void }) {
  const { t, preferences: { language } } = usePreferences();
  const api = useDeskApi();
  const [role, setRole] = useState<NewPerson['role']>('agent');
  const [skills, setSkills] = useState<Pick<NewPerson, 'teams' | 'locales' | 'level' | 'capacity'>>({ teams: ['general'], locales: [language], level: 1, capacity: STANDARD_CAPACITY });
  const [password, setPassword] = useState(makePassword);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<RequestError | null>(null);
  const [ready, setReady] = useState<{ readonly name: string; readonly email: string } | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const name = formText(form, 'name').trim();
    const email = formText(form, 'email').trim();
    setPending(true);
    setProblem(null);
    try {
      await api.createPerson({ name, email, role, ...skills, password });
      setReady({ name, email });
      onCreated();
    } catch (error) {
      setProblem(error instanceof RequestError ? error : new RequestError('internal', String(error)));
    }
    setPending(false);
  }

  if (ready) return <FormDialog title={t('settings.people.ready.title', { name: ready.name })} onClose={onClose}><AccountReady email={ready.email} password={password} onClose={onClose} /></FormDialog>;
  const errorOf = (field: string): string | null => (problem?.field === field ? t([`settings.people.errors.${problem.code}.${field}`, `errors.${problem.code}`]) : null);
  return (
    <FormDialog title={t('settings.people.create')} onClose={onClose} isWide>
      <form className="settings-form" onSubmit={(event) => { void submit(event); }}>
        <FormAlert problem={problem} fields={['name', 'email', 'password']} />
        <div className="field-row">
          <TextInput name="name" label={t('settings.people.name')} hint={t('settings.people.nameHint')} autoComplete="off" error={errorOf('name')} isRequired autoFocus />
          <TextInput name="email" type="email" label={t('email')} autoComplete="off" error={errorOf('email')} isRequired />
        </div>
        <RoleField value={role} onChange={setRole} />
        {allows(role, 'conversations.handle') && <SkillFields value={skills} onChange={setSkills} />}
        <PasswordField value={password} onChange={setPassword} error={errorOf('password')} />
        <div className="dialog-foot">
          <Button className="button" data-kind="quiet" onPress={onClose}>{t('settings.cancel')}</Button>
          <Button type="submit" className="button" data-kind="primary" isDisabled={pending}>{t(pending ? 'settings.save.saving' : 'settings.people.createAction')}</Button>
        </div>
      </form>
    </FormDialog>
  );
}
