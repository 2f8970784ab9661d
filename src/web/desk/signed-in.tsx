import { useEffect, useState } from 'react';
import { createReconnectingSocket } from '../shared/reconnecting-socket.ts';
import { createDesk, type Desk } from './connection/desk.ts';
import type { DeskApi } from './connection/desk-api.ts';
import { DeskProvider } from './connection/desk-context.tsx';
import { createStoredOutbox } from './connection/stored-outbox.ts';
import type { Me } from './state/model.ts';
import { Workspace } from './workspace/workspace.tsx';

interface SignedInProps {
  readonly me: Me;
  readonly api: DeskApi;
  /** Whether a language model helps agents here. */
  readonly assist: boolean;
  readonly onSignOut: () => void;
  readonly onSignedOut: () => void;
}

/** The desk of one agent, connected for as long as it is on the screen. */
export function SignedIn({ me, api, assist, onSignOut, onSignedOut }: SignedInProps) {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    const created = createDesk({
      me, api, onSignedOut,
      connect: (options) => createReconnectingSocket({ ...options, url: `${location.origin.replace(/^http/, 'ws')}/ws/desk` }),
      storedOutbox: createStoredOutbox(localStorage, me.id),
      now: Date.now,
      newId,
    });
    setDesk(created);
    return () => { created.dispose(); };
  }, [me, api, onSignedOut]);
  return desk && <DeskProvider desk={desk} api={api} assist={assist ? api : null}><Workspace onSignOut={onSignOut} /></DeskProvider>;
}

/** `crypto.randomUUID` is missing on plain HTTP, where a first trial on a company's network runs. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
