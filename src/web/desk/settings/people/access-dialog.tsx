import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../../protocol/http.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { SessionList } from '../../../staff/account/session-list.tsx';
import { FormDialog } from '../../../staff/controls/form-dialog.tsx';
import { PageState } from '../../../staff/controls/page-state.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useDeskApi } from '../../connection/desk-context.tsx';
import type { Person } from './person.ts';

/** Where somebody is signed in, and their second factors taken away where they lost them. */
export function AccessDialog({ person: { agent: { id, name } }, isMe, onClose }: { person: Person; isMe: boolean; onClose: () => void }) {
  const { t } = usePreferences();
  const api = useDeskApi();
  const [sessions, setSessions] = useState<RouteOutput<'listPersonSessions'>['sessions'] | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const [asking, setAsking] = useState(false);
  const reload = (): void => { setAsked((count) => count + 1); };

  useEffect(() => {
    let isCurrent = true;
    api.listPersonSessions(id).then(
      (answer) => { if (isCurrent) { setSessions(answer.sessions); setFailed(false); } },
      () => { if (isCurrent) setFailed(true); },
    );
    return () => { isCurrent = false; };
  }, [api, id, asked]);

  function run(work: () => Promise<unknown>, done: string): void {
    work().then(() => { showNotice('done', done); reload(); }, (error: unknown) => {
      showNotice('problem', t([`errors.${error instanceof RequestError ? error.code : 'internal'}`, 'errors.internal']));
    });
  }

  return (
    <FormDialog title={t('settings.people.access.title', { name })} onClose={onClose}>
      {sessions === null ? <PageState failed={failed} onRetry={reload} /> : (
        <>
          {sessions.length === 0 ? <p>{t('settings.people.access.none', { name })}</p> : <SessionList sessions={sessions} onEnd={(session) => { run(() => api.revokePersonSession(id, session.id), t('settings.people.access.ended')); }} />}
          {asking && <p role="alert" className="account-warning">{t('settings.people.access.resetWords', { name })}</p>}
          <div className="dialog-foot">
            {!isMe && (asking
              ? <Button className="button" data-kind="danger" autoFocus onPress={() => { setAsking(false); run(() => api.resetPersonFactors(id), t('settings.people.access.resetDone')); }}>{t('settings.people.access.resetAction')}</Button>
              : <Button className="button" onPress={() => { setAsking(true); }}>{t('settings.people.access.reset')}</Button>)}
            {sessions.length > 0 && !isMe && <Button className="button" onPress={() => { run(() => api.revokePersonSessions(id), t('settings.people.access.ended')); }}>{t('settings.people.access.endAll')}</Button>}
          </div>
        </>
      )}
    </FormDialog>
  );
}
