import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { RequestError } from '../../../staff/connection/request.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { FormDialog } from '../../../staff/controls/form-dialog.tsx';
import { AccountReady } from './account-ready.tsx';
import { FormAlert } from './form-alert.tsx';
import { PasswordField } from './password-field.tsx';
import { makePassword, PASSWORD_LENGTH, type Person } from './person.ts';

/** Sets a new password. Whoever is signed in with the old one is signed out, which the dialog says before. */
export function PasswordDialog({ person: { agent: { id, name, email } }, isMe, onClose }: { person: Person; isMe: boolean; onClose: () => void }) {
  const { t } = usePreferences();
  const api = useDeskApi();
  const [password, setPassword] = useState(isMe ? '' : makePassword);
  const [state, setState] = useState<'asking' | 'pending' | 'done'>('asking');
  const [problem, setProblem] = useState<RequestError | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (state === 'pending' || password.length < PASSWORD_LENGTH.least) return;
    setState('pending');
    setProblem(null);
    try {
      await api.setPersonPassword(id, password);
      setState('done');
    } catch (error) {
      setProblem(error instanceof RequestError ? error : new RequestError('internal', String(error)));
      setState('asking');
    }
  }

  return (
    <FormDialog title={t('settings.people.newPassword.title', { name })} onClose={onClose}>
      {state === 'done' ? <AccountReady email={email} password={password} onClose={onClose} /> : (
        <form className="settings-form" onSubmit={(event) => { void submit(event); }}>
          <FormAlert problem={problem} fields={[]} />
          <p>{t(isMe ? 'settings.people.newPassword.wordsMe' : 'settings.people.newPassword.words', { name })}</p>
          <PasswordField value={password} onChange={setPassword} />
          <div className="dialog-foot">
            <Button className="button" data-kind="quiet" onPress={onClose}>{t('settings.cancel')}</Button>
            <Button type="submit" className="button" data-kind="primary" isDisabled={state === 'pending'}>{t('settings.people.newPassword.action')}</Button>
          </div>
        </form>
      )}
    </FormDialog>
  );
}
