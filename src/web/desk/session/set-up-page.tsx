import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import type { DeskApi } from '../connection/desk-api.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { TextInput } from '../../staff/controls/text-input.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { readLocation } from '../state/location.ts';
import type { SignedInAs } from '../state/model.ts';
import { SecondStep } from '../../staff/session/second-step.tsx';
import type { Entered } from '../../staff/session/sign-in-api.ts';
import { formText } from '../../staff/session/form-text.ts';
import { Gate, GateAlert } from '../../staff/session/gate.tsx';

const FIELDS = ['email', 'name', 'password'] as const;
type Field = (typeof FIELDS)[number];

/** Creates the first administrator with the invitation that the server printed at its first start. */
export function SetUpPage({ api, onDone }: { api: DeskApi; onDone: (session: SignedInAs) => void }) {
  const { t } = usePreferences();
  const [invitation] = useState(readInvitation);
  const [step, setStep] = useState<Exclude<Entered, { state: 'signed-in' }> | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<{ readonly code: string; readonly field: Field | null } | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    setPending(true);
    setProblem(null);
    try {
      const entered = await api.setUp({ invitation, email: formText(form, 'email').trim(), name: formText(form, 'name').trim(), password: formText(form, 'password') });
      history.replaceState(null, '', '/desk');
      if (entered.state === 'signed-in') onDone(entered);
      else setStep(entered);
    } catch (error) {
      setProblem(error instanceof RequestError ? { code: error.code, field: FIELDS.find((field) => field === error.field) ?? null } : { code: 'internal', field: null });
      setPending(false);
    }
  }

  if (step) return <SecondStep step={step} api={api} onDone={onDone} onBack={() => { location.assign('/desk'); }} />;
  if (invitation === '') return <Gate title={t('setUp.noInvitation.title')} words={t('setUp.noInvitation.words')}><SignInLink /></Gate>;
  if (problem?.code === 'already-set-up') return <Gate title={t('setUp.done.title')} words={t('setUp.done.words')}><SignInLink /></Gate>;
  const errorOf = (field: Field): string | null => (problem?.field === field ? t(`setUp.fields.${field}`) : null);
  return (
    <Gate title={t('setUp.title')} words={t('setUp.words')}>
      <form className="gate-form" onSubmit={(event) => { void submit(event); }}>
        <GateAlert words={problem && !problem.field ? t([`setUp.errors.${problem.code}`, `errors.${problem.code}`, 'errors.internal']) : null} />
        <TextInput name="name" label={t('name')} hint={t('setUp.nameHint')} autoComplete="name" error={errorOf('name')} isRequired autoFocus />
        <TextInput name="email" type="email" label={t('email')} autoComplete="username" error={errorOf('email')} isRequired />
        <TextInput name="password" type="password" label={t('password')} hint={t('setUp.passwordHint')} autoComplete="new-password" minLength={12} error={errorOf('password')} isRequired />
        <Button type="submit" className="button" data-kind="primary" data-size="large">
          {pending ? t('setUp.pending') : t('setUp.submit')}
        </Button>
      </form>
    </Gate>
  );
}

function SignInLink() {
  const { t } = usePreferences();
  return <a className="button" data-kind="primary" data-size="large" href="/desk">{t('signIn.submit')}</a>;
}

function readInvitation(): string {
  const place = readLocation(location);
  return place.page === 'set-up' ? place.invitation : '';
}
