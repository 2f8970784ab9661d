import { useState, useSyncExternalStore } from 'react';
import { useDeskState } from '../connection/desk-context.tsx';

/** Below this the details take the list's place, so they come only when asked for; the same in styles/workspace.css. */
const BESIDE = '(min-width: 901px)';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(BESIDE);
  query.addEventListener('change', onChange);
  return () => { query.removeEventListener('change', onChange); };
}

/** Whether the details are open. Until the agent says otherwise they are where there is a case to read and room beside the conversation. */
export function useDetails(conversationId: string | null): [isOpen: boolean, open: (isOpen: boolean) => void] {
  const [chosen, choose] = useState<boolean | null>(null);
  const fits = useSyncExternalStore(subscribe, () => matchMedia(BESIDE).matches);
  const hasCase = useDeskState((state) => conversationId !== null && (state.conversations.get(conversationId)?.team ?? null) !== null);
  return [chosen ?? (hasCase && fits), choose];
}
