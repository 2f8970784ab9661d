import { useCallback, useEffect, useState } from 'react';
import { allows } from '../../domain/roles.ts';
import { createDeskApi, RequestError } from './connection/desk-api.ts';
import { Toasts } from './controls/toasts.tsx';
import { readLocation } from './state/location.ts';
import type { Me, SignedInAs } from './state/model.ts';
import { NoAccessPage } from './session/no-access-page.tsx';
import { SetUpPage } from './session/set-up-page.tsx';
import { SignInPage } from './session/sign-in-page.tsx';
import { StartFailedPage } from './session/start-failed-page.tsx';
import { SignedIn } from './signed-in.tsx';

const api = createDeskApi((input, init) => fetch(input, init));

type Session = { readonly state: 'asking' | 'signed-out' | 'unreachable' } | { readonly state: 'signed-in'; readonly me: Me; readonly assist: boolean };

function isSetUp(): boolean {
  return readLocation(location).page === 'set-up';
}

/** Which page it is: set-up by its address, else by who is signed in and what they may do. */
export function App() {
  const [session, setSession] = useState<Session>({ state: 'asking' });
  const [settingUp, setSettingUp] = useState(isSetUp);

  const ask = useCallback(() => {
    setSession({ state: 'asking' });
    api.getMe().then(
      ({ agent, assist }) => { setSession({ state: 'signed-in', me: agent, assist }); },
      (error: unknown) => {
        const signedOut = error instanceof RequestError && error.code === 'unauthenticated';
        setSession({ state: signedOut ? 'signed-out' : 'unreachable' });
      },
    );
  }, []);
  useEffect(() => { if (!isSetUp()) ask(); }, [ask]);

  const enter = useCallback(({ agent, assist }: SignedInAs) => {
    setSettingUp(false);
    setSession({ state: 'signed-in', me: agent, assist });
  }, []);
  const leave = useCallback(() => { setSession({ state: 'signed-out' }); }, []);
  const signOut = useCallback(() => { void api.signOut().catch(() => undefined).then(leave); }, [leave]);

  return (
    <>
      {settingUp ? <SetUpPage api={api} onDone={enter} /> : renderSession()}
      <Toasts />
    </>
  );

  function renderSession() {
    switch (session.state) {
      case 'asking':
        return null;
      case 'unreachable':
        return <StartFailedPage onRetry={ask} />;
      case 'signed-out':
        return <SignInPage api={api} onDone={enter} />;
      case 'signed-in':
        return allows(session.me.role, 'conversations.handle')
          ? <SignedIn key={session.me.id} me={session.me} api={api} assist={session.assist} onSignOut={signOut} onSignedOut={leave} />
          : <NoAccessPage me={session.me} onSignOut={signOut} />;
    }
  }
}
