import { useEffect, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { CopyButton } from '../controls/copy-button.tsx';
import { TextInput } from '../controls/text-input.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { RouteOutput } from '../../../protocol/http.ts';
import { formText } from './form-text.ts';
import { GateAlert } from './gate.tsx';
import { QrCode } from './qr-code.tsx';
import type { SignInApi } from './sign-in-api.ts';
import { useSubmit } from './use-submit.ts';

interface TotpFormProps {
  readonly api: Pick<SignInApi, 'startTotp' | 'addTotp'>;
  readonly onAdded: (added: RouteOutput<'addTotp'>) => void;
}

/** Three steps of adding an authenticator app: scan, name, confirm. */
export function TotpForm({ api, onAdded }: TotpFormProps) {
  const { t } = usePreferences();
  const [started, setStarted] = useState<RouteOutput<'startTotp'> | null>(null);
  const { pending, problem, run } = useSubmit();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    api.startTotp().then((answer) => { if (isCurrent) setStarted(answer); }, () => { if (isCurrent) setFailed(true); });
    return () => { isCurrent = false; };
  }, [api]);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run(async () => { onAdded(await api.addTotp({ name: formText(form, 'name').trim(), code: formText(form, 'code').trim() })); });
  }

  const shown = problem ?? (failed ? 'internal' : null);
  return (
    <form className="gate-form" onSubmit={submit}>
      <GateAlert words={shown && t([`secondFactor.errors.${shown}`, `errors.${shown}`, 'errors.internal'])} />
      <div className="enrol-scan">
        {started ? <QrCode text={started.uri} label={t('enrol.qr')} /> : <span className="qr-code skeleton" />}
        <div>
          <p>{t('enrol.scan')}</p>
          <p className="enrol-secret"><span>{t('enrol.typeIt')}</span>{started && <><code dir="ltr">{started.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code><CopyButton text={started.secret} /></>}</p>
        </div>
      </div>
      <TextInput name="name" label={t('enrol.name')} hint={t('enrol.nameHint')} defaultValue={t('enrol.appName')} autoComplete="off" isRequired />
      <TextInput name="code" label={t('enrol.code')} autoComplete="one-time-code" inputMode="numeric" isRequired autoFocus />
      <Button type="submit" className="button" data-kind="primary" data-size="large" isDisabled={!started}>{t(pending ? 'enrol.pending' : 'enrol.submit')}</Button>
    </form>
  );
}
