import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { TextInput } from '../controls/text-input.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { formText } from './form-text.ts';
import { Gate, GateAlert } from './gate.tsx';
import { answerWithPasskey, knowsPasskeys } from './passkey.ts';
import type { Entered, SignInApi } from './sign-in-api.ts';
import type { SignedInAs } from './signed-in-as.ts';
import { useSubmit } from './use-submit.ts';

interface CodePageProps {
  readonly api: SignInApi;
  readonly methods: readonly ('totp' | 'passkey')[];
  readonly onDone: (session: SignedInAs) => void;
  readonly onBack: () => void;
}

/** Asks for the second factor: a code, a passkey, or a recovery code where both are out of reach. */
export function CodePage({ api, methods, onDone, onBack }: CodePageProps) {
  const { t } = usePreferences();
  const [recovering, setRecovering] = useState(false);
  const { pending, problem, run } = useSubmit();
  const withPasskey = methods.includes('passkey') && knowsPasskeys() && !recovering;
  const withCode = methods.includes('totp') || recovering;
  const finish = (entered: Entered): void => { if (entered.state === 'signed-in') onDone(entered); };

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = formText(new FormData(event.currentTarget), 'code').trim();
    run(async () => { finish(await api.answerCode({ code })); });
  }

  return (
    <Gate title={t(recovering ? 'secondFactor.recovery.title' : 'secondFactor.title')} words={t(recovering ? 'secondFactor.recovery.words' : withCode ? 'secondFactor.words' : 'secondFactor.passkeyWords')}>
      <form className="gate-form" onSubmit={submit}>
        <GateAlert words={problem && t([`secondFactor.errors.${problem}`, `errors.${problem}`, 'errors.internal'])} />
        {withCode && (
          <>
            {recovering
              ? <TextInput key="recovery" name="code" label={t('secondFactor.recovery.label')} autoComplete="off" isRequired autoFocus />
              : <TextInput key="code" name="code" label={t('secondFactor.code')} autoComplete="one-time-code" inputMode="numeric" isRequired autoFocus />}
            <Button type="submit" className="button" data-kind="primary" data-size="large">{t(pending ? 'signIn.pending' : 'secondFactor.submit')}</Button>
          </>
        )}
        {withPasskey && (
          <Button className="button" data-kind={withCode ? 'plain' : 'primary'} data-size="large" isDisabled={pending} onPress={() => { run(async () => { finish(await answerWithPasskey(api)); }); }}>
            <KeyRound size={16} aria-hidden />{t('secondFactor.passkey')}
          </Button>
        )}
      </form>
      <div className="gate-ways">
        <Button className="button" data-kind="quiet" onPress={() => { setRecovering(!recovering); }}>{t(recovering ? 'secondFactor.recovery.back' : 'secondFactor.recovery.open')}</Button>
        <Button className="button" data-kind="quiet" onPress={onBack}>{t('secondFactor.startOver')}</Button>
      </div>
    </Gate>
  );
}
