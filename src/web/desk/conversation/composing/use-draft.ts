import { useCallback, useSyncExternalStore } from 'react';
import { useDrafts } from '../../connection/desk-context.tsx';
import type { Draft } from '../../state/drafts.ts';

/** What the agent has begun to write in a conversation, and how it changes. */
export function useDraft(conversationId: string): { readonly draft: Draft; readonly changeDraft: (change: Partial<Draft>) => void } {
  const drafts = useDrafts();
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId));
  const changeDraft = useCallback((change: Partial<Draft>) => {
    drafts.write(conversationId, { ...drafts.read(conversationId), ...change });
  }, [drafts, conversationId]);
  return { draft, changeDraft };
}
