import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { Gate, GateAlert } from './gate.tsx';
import { addPasskey, knowsPasskeys } from './passkey.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import type { SignInApi } from './sign-in-api.ts';
import type { SignedInAs } from './signed-in-as.ts';
import { TotpForm } from './totp-form.tsx';
import { useSubmit } from './use-submit.ts';

interface EnrolPageProps {
  readonly api: SignInApi;
  /** Whether the desk is reached under a name, for which browsers keep passkeys. */
  readonly passkeys: boolean;
  readonly onDone: (session: SignedInAs) => void;
  readonly onBack: () => void;
}

/** The first second factor of somebody who may do much: without one, they get no further. */
export function EnrolPage({ api, passkeys, onDone, onBack }: EnrolPageProps) {
  const { t } = usePreferences();
  const [added, setAdded] = useState<RouteOutput<'addTotp'> | null>(null);
  const { pending, problem, run } = useSubmit();

  const finish = ({ entered }: RouteOutput<'addTotp'>): void => { if (entered?.state === 'signed-in') onDone(entered); };
  const show = (answer: RouteOutput<'addTotp'>): void => { if (answer.recoveryCodes) setAdded(answer); else finish(answer); };

  if (added?.recoveryCodes) {
    return (
      <Gate title={t('recoveryCodes.title')} words={t('recoveryCodes.words')}>
        <RecoveryCodes codes={added.recoveryCodes} onDone={() => { finish(added); }} />
      </Gate>
    );
  }
  return (
    <Gate title={t('enrol.title')} words={t('enrol.words')}>
      <TotpForm api={api} onAdded={show} />
      <div className="gate-ways">
        <GateAlert words={problem && t([`secondFactor.errors.${problem}`, `errors.${problem}`, 'errors.internal'])} />
        {passkeys && knowsPasskeys() && (
          <Button className="button" data-kind="quiet" isDisabled={pending} onPress={() => { run(async () => { show(await addPasskey(api, t('enrol.passkeyName'))); }); }}>
            <KeyRound size={16} aria-hidden />{t('enrol.passkey')}
          </Button>
        )}
        <Button className="button" data-kind="quiet" onPress={onBack}>{t('secondFactor.startOver')}</Button>
      </div>
    </Gate>
  );
}
