import { allows } from '../../domain/roles.ts';
import { Toasts } from '../staff/controls/toasts.tsx';
import { usePreferences } from '../staff/preferences/preferences-context.tsx';
import { Gate } from '../staff/session/gate.tsx';
import { SignInPage } from '../staff/session/sign-in-page.tsx';
import { StartFailedPage } from '../staff/session/start-failed-page.tsx';
import { useSession } from '../staff/session/use-session.ts';
import { createEditorApi } from './connection/editor-api.ts';
import { EditorProvider } from './connection/editor-context.tsx';
import { EditorFrame } from './sections/editor-frame.tsx';

const api = createEditorApi((input, init) => fetch(input, init));

/** Which page it is, by who is signed in and what they may do. */
export function App() {
  const { session, ask, enter, leave, signOut } = useSession(api);
  return <>{renderSession()}<Toasts /></>;

  function renderSession() {
    switch (session.state) {
      case 'asking':
        return null;
      case 'unreachable':
        return <StartFailedPage onRetry={ask} />;
      case 'signed-out':
        return <SignInPage api={api} onDone={enter} words="editor.signIn" />;
      case 'signed-in':
        return allows(session.me.role, 'knowledge.edit')
          ? <EditorProvider key={session.me.id} api={api} me={session.me} assist={session.assist} onSignedOut={leave}><EditorFrame onSignOut={signOut} /></EditorProvider>
          : <ForAgents name={session.me.name} />;
    }
  }
}

/** For those who work with conversations alone. */
function ForAgents({ name }: { name: string }) {
  const { t } = usePreferences();
  return (
    <Gate title={t('noAccess.title', { name })} words={t('editor.noAccess.words')}>
      <div className="gate-form"><a className="button" data-kind="primary" data-size="large" href="/desk">{t('editor.noAccess.desk')}</a></div>
    </Gate>
  );
}
