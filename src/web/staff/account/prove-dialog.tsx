import type { FormEvent } from 'react';
import { KeyRound } from 'lucide-react';
import { Button } from 'react-aria-components';
import { FormDialog } from '../controls/form-dialog.tsx';
import { TextInput } from '../controls/text-input.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { formText } from '../session/form-text.ts';
import { GateAlert } from '../session/gate.tsx';
import { answerWithPasskey, knowsPasskeys } from '../session/passkey.ts';
import type { SignInApi } from '../session/sign-in-api.ts';
import { useSubmit } from '../session/use-submit.ts';
import type { AccountApi } from './account-api.ts';

interface ProveDialogProps {
  readonly api: SignInApi & AccountApi;
  /** What they have; the password is asked for where there is nothing. */
  readonly kinds: readonly ('totp' | 'passkey')[];
  readonly onProved: () => void;
  readonly onClose: () => void;
}

/** Asks who somebody is before they change what they sign in with: the desk may stand open. */
export function ProveDialog({ api, kinds, onProved, onClose }: ProveDialogProps) {
  const { t } = usePreferences();
  const { pending, problem, run } = useSubmit();
  const withPassword = kinds.length === 0;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = formText(new FormData(event.currentTarget), 'proof');
    run(async () => {
      if (withPassword) await api.confirmPassword(given);
      else await api.answerCode({ code: given.trim() });
      onProved();
    });
  }

  return (
    <FormDialog title={t('account.prove.title')} onClose={onClose}>
      <form className="gate-form" onSubmit={submit}>
        <p>{t(withPassword ? 'account.prove.password' : 'account.prove.words')}</p>
        <GateAlert words={problem && t([`secondFactor.errors.${problem}`, `signIn.errors.${problem}`, `errors.${problem}`, 'errors.internal'])} />
        {withPassword
          ? <TextInput name="proof" type="password" label={t('password')} autoComplete="current-password" isRequired autoFocus />
          : <TextInput name="proof" label={t('account.prove.code')} autoComplete="one-time-code" isRequired autoFocus />}
        <div className="dialog-foot">
          {kinds.includes('passkey') && knowsPasskeys() && (
            <Button className="button" isDisabled={pending} onPress={() => { run(async () => { await answerWithPasskey(api); onProved(); }); }}><KeyRound size={14} aria-hidden />{t('secondFactor.passkey')}</Button>
          )}
          <Button type="submit" className="button" data-kind="primary">{t('secondFactor.submit')}</Button>
        </div>
      </form>
    </FormDialog>
  );
}
