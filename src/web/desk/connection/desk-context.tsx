import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { createDrafts, type Drafts } from '../state/drafts.ts';
import type { DeskState } from '../state/desk-state.ts';
import type { Desk } from './desk.ts';
import type { DeskApi } from './desk-api.ts';

/** What a language model does for agents. */
export type Assist = Pick<DeskApi, 'assist' | 'getModelStatus'>;

const DeskContext = createContext<{ readonly desk: Desk; readonly drafts: Drafts; readonly assist: Assist | null } | null>(null);

/** @param assist null without a model: then nothing of it is on the screen. */
export function DeskProvider({ desk, assist, children }: { desk: Desk; assist: Assist | null; children: React.ReactNode }) {
  const value = useMemo(() => ({ desk, assist, drafts: createDrafts(localStorage, desk.getState().me.id) }), [desk, assist]);
  return <DeskContext value={value}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  return useValue().desk;
}

export function useDrafts(): Drafts {
  return useValue().drafts;
}

export function useAssist(): Assist | null {
  return useValue().assist;
}

/** A part of the desk's state. The selector must return what is in the state, not a new object each time. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const { desk } = useValue();
  return useSyncExternalStore(desk.subscribe, () => select(desk.getState()));
}

function useValue() {
  const value = useContext(DeskContext);
  if (!value) throw new Error('the desk is used outside of its provider');
  return value;
}
