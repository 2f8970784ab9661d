import { ArrowLeft, KeyRound, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { ConfirmDialog } from '../controls/confirm-dialog.tsx';
import { FormDialog } from '../controls/form-dialog.tsx';
import { PageState } from '../controls/page-state.tsx';
import { formatMoment } from '../format/names.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { addPasskey, knowsPasskeys } from '../session/passkey.ts';
import { RecoveryCodes } from '../session/recovery-codes.tsx';
import type { SignInApi } from '../session/sign-in-api.ts';
import type { Me } from '../session/signed-in-as.ts';
import { TotpForm } from '../session/totp-form.tsx';
import type { AccountApi } from './account-api.ts';
import { ProveDialog } from './prove-dialog.tsx';
import { SessionList } from './session-list.tsx';
import { useAccount } from './use-account.ts';

type Factor = RouteOutput<'listFactors'>['factors'][number];
type Opened = { readonly what: 'totp' } | { readonly what: 'codes'; readonly codes: readonly string[] } | { readonly what: 'remove'; readonly factor: Factor };

/** One's own second factors and sessions. @param home where somebody came from. */
export function AccountPage({ api, me, home }: { api: SignInApi & AccountApi; me: Me; home: string }) {
  const { t } = usePreferences();
  const account = useAccount(api);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { factors, sessions, run } = account;
  const close = (): void => { setOpened(null); };
  const showCodes = (codes: readonly string[] | null): void => { setOpened(codes ? { what: 'codes', codes } : null); };

  return (
    <main className="section-page account-page">
      <div className="section-body account">
        <header className="section-head"><div><a className="account-back" href={home}><ArrowLeft size={14} aria-hidden />{t('account.back')}</a><h1>{t('account.title')}</h1><p className="account-words"><bdi>{me.name}</bdi> · <bdi dir="ltr">{me.email}</bdi> · {t(`roles.${me.role}`)}</p></div></header>
        {!factors || !sessions ? <PageState failed={account.failed} onRetry={account.reload} /> : (
          <>
            <section aria-labelledby="account-factors">
              <h2 id="account-factors">{t('account.factors')}</h2>
              <p className="account-words">{t(factors.required ? 'account.factorsRequired' : 'account.factorsWords')}</p>
              <FactorList factors={factors.factors} onRemove={(factor) => { setOpened({ what: 'remove', factor }); }} />
              <div className="account-ways">
                <Button className="button" onPress={() => { run(async () => { await api.startTotp(); setOpened({ what: 'totp' }); }); }}><Smartphone size={14} aria-hidden />{t('account.addApp')}</Button>
                {factors.passkeys && knowsPasskeys() && (
                  <Button className="button" onPress={() => { run(async () => { showCodes((await addPasskey(api, t('enrol.passkeyName'))).recoveryCodes); }); }}><KeyRound size={14} aria-hidden />{t('account.addPasskey')}</Button>
                )}
              </div>
              {factors.factors.length > 0 && (
                <p className="account-recovery">
                  {t('account.recoveryLeft', { count: factors.recoveryCodes })}
                  <Button className="button" data-kind="quiet" onPress={() => { run(async () => { showCodes((await api.renewRecoveryCodes()).recoveryCodes); }); }}>{t('account.renew')}</Button>
                </p>
              )}
            </section>
            <section aria-labelledby="account-sessions">
              <h2 id="account-sessions">{t('account.sessions')}</h2>
              <SessionList sessions={sessions} onEnd={({ id }) => { run(async () => { await api.revokeSession(id); }); }} />
              {sessions.length > 1 && <div className="account-ways"><Button className="button" onPress={() => { run(async () => { await api.revokeOtherSessions(); }); }}>{t('account.endOthers')}</Button></div>}
            </section>
          </>
        )}
      </div>
      {opened?.what === 'totp' && <FormDialog title={t('account.addApp')} onClose={close}><TotpForm api={api} onAdded={({ recoveryCodes }) => { showCodes(recoveryCodes); account.reload(); }} /></FormDialog>}
      {opened?.what === 'codes' && <FormDialog title={t('recoveryCodes.title')} onClose={close}><p>{t('recoveryCodes.words')}</p><RecoveryCodes codes={opened.codes} onDone={close} /></FormDialog>}
      {opened?.what === 'remove' && (
        <ConfirmDialog title={t('account.remove.title', { name: opened.factor.name })} words={t('account.remove.words')} action={t('account.remove.action')} onClose={close} onConfirm={() => { run(async () => { await api.removeFactor(opened.factor.id); }); }} />
      )}
      {account.waiting && factors && <ProveDialog api={api} kinds={factors.factors.map(({ kind }) => kind)} onProved={account.proved} onClose={account.dismiss} />}
    </main>
  );
}

function FactorList({ factors, onRemove }: { factors: readonly Factor[]; onRemove: (factor: Factor) => void }) {
  const { t, preferences: { language } } = usePreferences();
  if (factors.length === 0) return null;
  return (
    <ul className="account-list">
      {factors.map((factor) => {
        const { id, kind, name, addedAt, usedAt } = factor;
        const Icon = kind === 'totp' ? Smartphone : KeyRound;
        return (
          <li key={id}>
            <Icon size={18} aria-hidden />
            <div>
              <p className="account-name"><bdi>{name}</bdi></p>
              <p className="account-words">{t(`account.kinds.${kind}`)} · {t('account.added', { at: formatMoment(addedAt, language) })} · {usedAt === null ? t('account.neverUsed') : t('account.used', { at: formatMoment(usedAt, language) })}</p>
            </div>
            <Button className="button" aria-label={t('account.remove.label', { name })} onPress={() => { onRemove(factor); }}>{t('account.remove.action')}</Button>
          </li>
        );
      })}
    </ul>
  );
}
