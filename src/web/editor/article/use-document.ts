import { useEffect, useState, useSyncExternalStore } from 'react';
import { useEditor } from '../connection/editor-context.tsx';
import { createDocumentSession, type DocumentSession, type DocumentState } from '../state/document-session.ts';

export interface OpenDocument {
  readonly path: string;
  readonly session: DocumentSession;
  readonly state: DocumentState;
}

const quiet = (): (() => void) => () => undefined;

/** A document that is open for editing as long as the component is there; null for a moment after the path changes. */
export function useDocument(path: string): OpenDocument | null {
  const { api, me } = useEditor();
  const [open, setOpen] = useState<{ readonly path: string; readonly session: DocumentSession } | null>(null);
  useEffect(() => {
    const session = createDocumentSession({ path, api, storage: localStorage, myId: me.id, setTimer });
    setOpen({ path, session });
    const send = (): void => { void session.flush(); };
    const warn = (event: BeforeUnloadEvent): void => {
      if (session.getState().saving.state !== 'saved') event.preventDefault();
    };
    addEventListener('online', send);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('online', send);
      removeEventListener('beforeunload', warn);
      session.dispose();
    };
  }, [api, me.id, path]);
  const session = open?.path === path ? open.session : null;
  const state = useSyncExternalStore(session?.subscribe ?? quiet, () => session?.getState() ?? null);
  return session && state && { path, session, state };
}

function setTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => { clearTimeout(timer); };
}
