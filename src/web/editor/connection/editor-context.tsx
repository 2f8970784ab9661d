import { createContext, useContext, useEffect, type ReactNode } from 'react';
import type { RouteOutput } from '../../../protocol/http.ts';
import { RequestError } from '../../staff/connection/request.ts';
import type { Me } from '../../staff/session/signed-in-as.ts';
import type { EditorApi } from './editor-api.ts';
import { useLoaded, type Loaded } from './use-loaded.ts';

export type Library = RouteOutput<'listArticles'>;

interface EditorContextValue {
  readonly api: EditorApi;
  readonly me: Me;
  /** Whether a language model is configured here. */
  readonly assist: boolean;
  readonly library: Loaded<Library>;
}

/** What others do shows after this at the latest, and at once when somebody comes back to the page. */
const REFRESH_MS = 15_000;
const Context = createContext<EditorContextValue | null>(null);

export function useEditor(): EditorContextValue {
  const value = useContext(Context);
  if (!value) throw new Error('useEditor needs an EditorProvider above it');
  return value;
}

interface EditorProviderProps {
  readonly api: EditorApi;
  readonly me: Me;
  readonly assist: boolean;
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
}

export function EditorProvider({ api, me, assist, onSignedOut, children }: EditorProviderProps) {
  const library = useLoaded(api.listArticles, REFRESH_MS);
  const { error } = library;
  useEffect(() => { if (error instanceof RequestError && error.code === 'unauthenticated') onSignedOut(); }, [error, onSignedOut]);
  return <Context value={{ api, me, assist, library }}>{children}</Context>;
}
