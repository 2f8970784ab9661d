import type { DeskClientFrame, DeskCommand } from '../../../protocol/desk.ts';

/** What is done at once or not at all; replies and notes go through the outbox instead. */
export type ImmediateCommand = Exclude<DeskCommand, { type: 'reply' | 'note' }>;
export type CommandOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

export interface Commands {
  /** Never rejects; without a connection the outcome is `offline`, and nothing is kept for later. */
  run(conversationId: string, command: ImmediateCommand): Promise<CommandOutcome>;
  settle(id: string, outcome: CommandOutcome): void;
  /** The connection is lost: what was sent may have been done or not. */
  abandon(): void;
}

/** Pairs commands with the server's answers. */
export function createCommands({ transmit, newId }: { transmit: (frame: DeskClientFrame) => boolean; newId: () => string }): Commands {
  const waiting = new Map<string, (outcome: CommandOutcome) => void>();
  function settle(id: string, outcome: CommandOutcome): void {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  }
  return {
    run(conversationId, command) {
      const id = newId();
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        if (!transmit({ type: 'command', id, conversationId, command })) settle(id, { ok: false, code: 'offline' });
      });
    },
    settle,
    abandon() {
      for (const id of [...waiting.keys()]) settle(id, { ok: false, code: 'offline' });
    },
  };
}
