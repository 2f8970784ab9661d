import { Building2 } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { TextInput } from '../controls/text-input.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { SignedInAs } from './signed-in-as.ts';
import { formText } from './form-text.ts';
import { Gate, GateAlert } from './gate.tsx';
import { SecondStep } from './second-step.tsx';
import type { Entered, SignInApi } from './sign-in-api.ts';
import { useSubmit } from './use-submit.ts';

/** @param words key of the phrase that says what this is for. */
export function SignInPage({ api, onDone, words = 'signIn.words' }: { api: SignInApi; onDone: (session: SignedInAs) => void; words?: string }) {
  const { t } = usePreferences();
  const [step, setStep] = useState<Exclude<Entered, { state: 'signed-in' }> | null>(null);
  const [provider, setProvider] = useState<string | null>(null);
  /** What became of somebody who came back from their organisation's sign-in. */
  const [returned] = useState(() => new URLSearchParams(location.search).get('problem'));
  const { pending, problem, run } = useSubmit();

  useEffect(() => {
    let isCurrent = true;
    api.getSignInWays().then((ways) => {
      if (!isCurrent) return;
      setProvider(ways.provider);
      // A page that was loaded anew, or somebody who comes back, goes on where they were.
      if (ways.step && returned === null) setStep((before) => before ?? ways.step);
    }, () => undefined);
    return () => { isCurrent = false; };
  }, [api, returned]);


  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run(async () => {
      const entered = await api.signIn({ email: formText(form, 'email').trim(), password: formText(form, 'password') });
      if (entered.state === 'signed-in') onDone(entered);
      else setStep(entered);
    });
  }

  if (step) return <SecondStep step={step} api={api} onDone={onDone} onBack={() => { setStep(null); }} />;
  return (
    <Gate title={t('signIn.title')} words={t(words)}>
      <form className="gate-form" onSubmit={submit}>
        <GateAlert words={problem === null && returned !== null ? t([`signIn.provider.errors.${returned}`, 'signIn.provider.errors.other']) : problem && t([`signIn.errors.${problem}`, `errors.${problem}`, 'errors.internal'])} />
        <TextInput name="email" type="email" label={t('email')} autoComplete="username" isRequired autoFocus />
        <TextInput name="password" type="password" label={t('password')} autoComplete="current-password" isRequired />
        <Button type="submit" className="button" data-kind="primary" data-size="large">
          {pending ? t('signIn.pending') : t('signIn.submit')}
        </Button>
      </form>
      {provider !== null && (
        <div className="gate-provider">
          <span>{t('signIn.provider.or')}</span>
          <a className="button" data-size="large" href="/api/desk/provider/start"><Building2 size={16} aria-hidden />{t('signIn.provider.go', { name: provider })}</a>
        </div>
      )}
    </Gate>
  );
}
