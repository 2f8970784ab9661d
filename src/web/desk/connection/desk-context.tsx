import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { createDrafts, type Drafts } from '../state/drafts.ts';
import type { DeskState } from '../state/desk-state.ts';
import type { Desk } from './desk.ts';

const DeskContext = createContext<{ readonly desk: Desk; readonly drafts: Drafts } | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: React.ReactNode }) {
  const value = useMemo(() => ({ desk, drafts: createDrafts(localStorage, desk.getState().me.id) }), [desk]);
  return <DeskContext value={value}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  return useValue().desk;
}

export function useDrafts(): Drafts {
  return useValue().drafts;
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
