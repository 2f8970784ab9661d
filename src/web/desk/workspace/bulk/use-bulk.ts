import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '../../connection/desk-context.tsx';
import { newMessageId } from '../../conversation/new-message-id.ts';
import { commandFor, undoFor, type BulkAction } from '../../state/bulk.ts';
import { runCommands, type Failure, type Step } from './run-commands.ts';

/** How long something that was done to many can be taken back. */
export const UNDO_MS = 10_000;

/** What is being done, or was. */
export interface BulkRun {
  readonly action: BulkAction['kind'] | 'undo';
  readonly phase: 'running' | 'done';
  readonly done: number;
  readonly total: number;
  readonly failures: readonly Failure[];
  /** What takes it back; empty where nothing can be taken back. */
  readonly undo: readonly Step[];
  /** Until when it can be taken back, and where nothing failed, be read. */
  readonly until: number;
}

export interface Bulk {
  readonly run: BulkRun | null;
  start(action: BulkAction, ids: Iterable<string>): void;
  /** Leaves out what was not begun. */
  stop(): void;
  undo(): void;
  dismiss(): void;
}

/** Does one thing to many conversations, one after the other; goes on whichever view is looked at meanwhile. */
export function useBulk(): Bulk {
  const desk = useDesk();
  const [run, setRun] = useState<BulkRun | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => { stopper.current?.abort(); }, []);
  const dismiss = useCallback(() => { setRun(null); }, []);

  async function perform(action: BulkRun['action'], steps: readonly Step[], undoOf: (done: readonly Step[]) => readonly Step[]): Promise<void> {
    const stop = new AbortController();
    stopper.current = stop;
    setRun({ action, phase: 'running', done: 0, total: steps.length, failures: [], undo: [], until: Infinity });
    const { done, failures } = await runCommands(desk, steps, stop.signal, (count) => { setRun((before) => before && { ...before, done: count }); });
    setRun({ action, phase: 'done', done: done.length, total: steps.length, failures, undo: undoOf(done), until: Date.now() + UNDO_MS });
  }

  return {
    run,
    start(action, ids) {
      const { conversations, me } = desk.getState();
      const picked = [...ids].flatMap((id) => conversations.get(id) ?? []);
      const steps = picked.map((conversation): Step => ({ conversation, commands: [commandFor(action, conversation, newMessageId)] }));
      void perform(action.kind, steps, (done) => done
        .map(({ conversation }): Step => ({ conversation, commands: undoFor(action, conversation, me) }))
        .filter(({ commands }) => commands.length > 0));
    },
    stop() { stopper.current?.abort(); },
    undo() { if (run) void perform('undo', run.undo, () => []); },
    dismiss,
  };
}
