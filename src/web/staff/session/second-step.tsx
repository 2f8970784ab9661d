import type { SignedInAs } from './signed-in-as.ts';
import { CodePage } from './code-page.tsx';
import { EnrolPage } from './enrol-page.tsx';
import type { Entered, SignInApi } from './sign-in-api.ts';

interface SecondStepProps {
  readonly step: Exclude<Entered, { state: 'signed-in' }>;
  readonly api: SignInApi;
  readonly onDone: (session: SignedInAs) => void;
  /** To the password again. */
  readonly onBack: () => void;
}

/** What comes after the password: the factor that somebody has, or the first one. */
export function SecondStep({ step, api, onDone, onBack }: SecondStepProps) {
  return step.state === 'enrol'
    ? <EnrolPage api={api} passkeys={step.passkeys} onDone={onDone} onBack={onBack} />
    : <CodePage api={api} methods={step.methods} onDone={onDone} onBack={onBack} />;
}
