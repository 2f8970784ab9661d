import { useCallback, useEffect, useState } from 'react';
import { RequestError } from '../connection/request.ts';
import type { Me, SignedInAs } from './signed-in-as.ts';

export type Session = { readonly state: 'asking' | 'signed-out' | 'unreachable' } | { readonly state: 'signed-in'; readonly me: Me; readonly assist: boolean };

interface SessionApi {
  getMe(): Promise<SignedInAs>;
  signOut(): Promise<unknown>;
}

interface SessionHandle {
  readonly session: Session;
  readonly ask: () => void;
  readonly enter: (signedIn: SignedInAs) => void;
  /** The server says that nobody is signed in any more. */
  readonly leave: () => void;
  readonly signOut: () => void;
}

/**
 * Who is signed in.
 * @param api always the same object.
 * @param isAsked false where the page is about something else, as the set-up is.
 */
export function useSession(api: SessionApi, isAsked = true): SessionHandle {
  const [session, setSession] = useState<Session>({ state: 'asking' });

  const ask = useCallback(() => {
    setSession({ state: 'asking' });
    api.getMe().then(
      ({ agent, assist }) => { setSession({ state: 'signed-in', me: agent, assist }); },
      (error: unknown) => {
        const signedOut = error instanceof RequestError && error.code === 'unauthenticated';
        setSession({ state: signedOut ? 'signed-out' : 'unreachable' });
      },
    );
  }, [api]);
  useEffect(() => { if (isAsked) ask(); }, [ask, isAsked]);

  const enter = useCallback(({ agent, assist }: SignedInAs) => { setSession({ state: 'signed-in', me: agent, assist }); }, []);
  const leave = useCallback(() => { setSession({ state: 'signed-out' }); }, []);
  const signOut = useCallback(() => { void api.signOut().catch(() => undefined).then(leave); }, [api, leave]);
  return { session, ask, enter, leave, signOut };
}
