import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { RequestError } from '../connection/request.ts';
import type { RouteInput } from '../../../protocol/http.ts';
import { TextInput } from '../controls/text-input.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { SignedInAs } from './signed-in-as.ts';
import { formText } from './form-text.ts';
import { Gate, GateAlert } from './gate.tsx';

/** @param words key of the phrase that says what this is for. */
export function SignInPage({ api, onDone, words = 'signIn.words' }: { api: { signIn(body: RouteInput<'signIn'>['body']): Promise<SignedInAs> }; onDone: (session: SignedInAs) => void; words?: string }) {
  const { t } = usePreferences();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    setPending(true);
    setProblem(null);
    try {
      const session = await api.signIn({ email: formText(form, 'email').trim(), password: formText(form, 'password') });
      onDone(session);
    } catch (error) {
      setProblem(error instanceof RequestError ? error.code : 'internal');
      setPending(false);
    }
  }

  return (
    <Gate title={t('signIn.title')} words={t(words)}>
      <form className="gate-form" onSubmit={(event) => { void submit(event); }}>
        <GateAlert words={problem && t([`signIn.errors.${problem}`, `errors.${problem}`, 'errors.internal'])} />
        <TextInput name="email" type="email" label={t('email')} autoComplete="username" isRequired autoFocus />
        <TextInput name="password" type="password" label={t('password')} autoComplete="current-password" isRequired />
        <Button type="submit" className="button" data-kind="primary" data-size="large">
          {pending ? t('signIn.pending') : t('signIn.submit')}
        </Button>
      </form>
    </Gate>
  );
}
