import { useCallback, useEffect, useState } from 'react';
import type { RouteOutput } from '../../../protocol/http.ts';
import { RequestError } from '../connection/request.ts';
import { showNotice } from '../controls/toasts.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { AccountApi } from './account-api.ts';

export interface Account {
  readonly factors: RouteOutput<'listFactors'> | null;
  readonly sessions: RouteOutput<'listSessions'>['sessions'] | null;
  readonly failed: boolean;
  readonly reload: () => void;
  /** Work that waits until somebody said again who they are. */
  readonly waiting: (() => Promise<void>) | null;
  /** Does it, and reads everything anew; where it needs proof first, it waits for `proved`. */
  readonly run: (work: () => Promise<void>) => void;
  readonly proved: () => void;
  readonly dismiss: () => void;
}

export function useAccount(api: AccountApi): Account {
  const { t } = usePreferences();
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<Pick<Account, 'factors' | 'sessions' | 'failed'>>({ factors: null, sessions: null, failed: false });
  const [waiting, setWaiting] = useState<(() => Promise<void>) | null>(null);
  const reload = useCallback(() => { setAsked((count) => count + 1); }, []);

  useEffect(() => {
    let isCurrent = true;
    Promise.all([api.listFactors(), api.listSessions()]).then(
      ([factors, { sessions }]) => { if (isCurrent) setState({ factors, sessions, failed: false }); },
      () => { if (isCurrent) setState((before) => ({ ...before, failed: true })); },
    );
    return () => { isCurrent = false; };
  }, [api, asked]);

  function run(work: () => Promise<void>): void {
    work().then(reload, (error: unknown) => {
      const code = error instanceof RequestError ? error.code : 'turned-down';
      if (code === 'proof-needed') setWaiting(() => work);
      else showNotice('problem', t([`account.errors.${code}`, `secondFactor.errors.${code}`, `errors.${code}`, 'errors.internal']));
    });
  }

  return {
    ...state, reload, waiting, run,
    proved() {
      const work = waiting;
      setWaiting(null);
      if (work) run(work);
    },
    dismiss() { setWaiting(null); },
  };
}
