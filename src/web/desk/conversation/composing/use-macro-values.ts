import { useMemo } from 'react';
import type { MacroVariable } from '../../../../domain/macro.ts';
import { useDeskState } from '../../connection/desk-context.tsx';
import { EMPTY_LOG } from '../../state/conversation-log.ts';
import { certainValues, macroCandidates, type MacroCandidates } from '../../state/macro-values.ts';
import type { DeskConversation } from '../../state/model.ts';
import type { KnownMacros } from './use-macros.ts';

/** What the variables of prepared replies stand for in this conversation. */
export function useMacroValues(conversation: DeskConversation, known: KnownMacros | 'failed' | null): { readonly candidates: MacroCandidates; readonly values: Partial<Record<MacroVariable, string>> } {
  const log = useDeskState((state) => state.logs.get(conversation.id)) ?? EMPTY_LOG;
  const me = useDeskState((state) => state.me);
  const exchange = known && known !== 'failed' ? known.exchange : null;
  const { caseNumber } = conversation;
  return useMemo(() => {
    const candidates = macroCandidates(log.events, { caseNumber }, me, exchange);
    return { candidates, values: certainValues(candidates, log.events) };
  }, [log, me, caseNumber, exchange]);
}
