import { useCallback, useEffect, useState } from 'react';
import { allows } from '../../domain/roles.ts';
import { Toasts } from '../staff/controls/toasts.tsx';
import { AccountPage } from '../staff/account/account-page.tsx';
import { SignInPage } from '../staff/session/sign-in-page.tsx';
import type { SignedInAs } from '../staff/session/signed-in-as.ts';
import { StartFailedPage } from '../staff/session/start-failed-page.tsx';
import { useSession } from '../staff/session/use-session.ts';
import { createDeskApi } from './connection/desk-api.ts';
import { readLocation } from './state/location.ts';
import { NoAccessPage } from './session/no-access-page.tsx';
import { SetUpPage } from './session/set-up-page.tsx';
import { SignedIn } from './signed-in.tsx';

const api = createDeskApi((input, init) => fetch(input, init));

function isSetUp(): boolean {
  return readLocation(location).page === 'set-up';
}

/** A page of its own, so that editors have it as well. */
function isAccount(): boolean {
  const place = readLocation(location);
  return place.page === 'section' && place.section === 'account';
}

/** Which page it is: set-up by its address, else by who is signed in and what they may do. */
export function App() {
  const [settingUp, setSettingUp] = useState(isSetUp);
  const { session, ask, enter, leave, signOut } = useSession(api, !settingUp);
  const finishSetUp = useCallback((signedIn: SignedInAs) => { setSettingUp(false); enter(signedIn); }, [enter]);

  return (
    <>
      {settingUp ? <SetUpPage api={api} onDone={finishSetUp} /> : renderSession()}
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
        if (isAccount()) return <AccountPage api={api} me={session.me} home={allows(session.me.role, 'conversations.handle') ? '/desk' : '/editor'} />;
        if (allows(session.me.role, 'conversations.handle')) return <SignedIn key={session.me.id} me={session.me} api={api} assist={session.assist} onSignOut={signOut} onSignedOut={leave} />;
        return allows(session.me.role, 'knowledge.edit') ? <ToEditor /> : <NoAccessPage me={session.me} onSignOut={signOut} />;
    }
  }
}

/** Who works on the articles alone has the editor for a desk. */
function ToEditor() {
  useEffect(() => { location.replace('/editor'); }, []);
  return null;
}
