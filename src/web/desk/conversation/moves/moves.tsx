import { useCallback, useMemo, useState } from 'react';
import type { DeskConversation } from '../../state/model.ts';
import { useShortcuts } from '../../workspace/use-shortcuts.ts';
import { OpenThreadDialog } from '../threads/open-thread-dialog.tsx';
import type { Actions } from '../use-actions.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

/** What is asked before something is done to a conversation. */
export type Move = 'transfer' | 'snooze' | 'snooze-other' | 'thread';

export interface Moves {
  /** What is open; null while nothing is. */
  readonly shown: Move | null;
  open(move: Move): void;
  /** Closes it, unless another has taken its place. */
  close(move: Move): void;
}

/** Opens what a button or a key asks for, or says why it cannot be done. */
export function useMoves(conversation: DeskConversation | undefined, actions: Actions): Moves {
  const [shown, setShown] = useState<Move | null>(null);
  const close = useCallback((move: Move) => { setShown((now) => (now === move ? null : now)); }, []);
  const isResolved = conversation?.status === 'resolved';
  const isSnoozed = (conversation?.snoozedUntil ?? null) !== null;
  useShortcuts({
    claim: () => { actions.attempt('claim'); },
    resolve: () => { actions.attempt(isResolved ? 'reopen' : 'resolve'); },
    transfer: () => { if (actions.isOpenTo('give')) setShown('transfer'); },
    snooze: () => { if (isSnoozed) actions.attempt('wake'); else if (actions.isOpenTo('snooze')) setShown('snooze'); },
    thread: () => { if (actions.isOpenTo('open-thread')) setShown('thread'); },
  });
  return useMemo(() => ({ shown, open: setShown, close }), [shown, close]);
}

interface MoveDialogsProps {
  readonly conversation: DeskConversation;
  readonly actions: Actions;
  readonly moves: Moves;
  readonly onGiven: () => void;
  readonly onThread: () => void;
}

export function MoveDialogs({ conversation, actions, moves, onGiven, onThread }: MoveDialogsProps) {
  const props = (move: Move) => ({ isOpen: moves.shown === move, onOpenChange: (isOpen: boolean) => { if (!isOpen) moves.close(move); } });
  return (
    <>
      <TransferDialog conversation={conversation} actions={actions} onGiven={onGiven} {...props('transfer')} />
      <SnoozeDialog onChoose={(until) => { void actions.snooze(until); }} {...props('snooze-other')} />
      <OpenThreadDialog actions={actions} onOpened={onThread} {...props('thread')} />
    </>
  );
}
