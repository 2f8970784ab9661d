import type { DeskClientFrame, DeskCommand } from '../../../protocol/desk.ts';

/** What is done at once or not at all; replies and notes go through the outbox instead. */
export type ImmediateCommand = Exclude<DeskCommand, { type: 'reply' | 'note' }>;
/** `conversationId` is which one it was done to. */
export type CommandOutcome = { readonly ok: true; readonly conversationId?: string } | { readonly ok: false; readonly code: string };

/** What happens to a conversation this soon after a command is the command's doing. */
const OWN_DOING_MS = 3_000;

export interface Commands {
  /** Never rejects; without a connection the outcome is `offline`, and nothing is kept for later. */
  run(conversationId: string, command: ImmediateCommand): Promise<CommandOutcome>;
  /** Takes the head of the agent's queues; the code `not-found` says that nobody waits. */
  claimNext(): Promise<CommandOutcome>;
  /** Whether this agent asked something of the conversation in the last seconds: what happens to it is no news to them. */
  wasAsked(conversationId: string): boolean;
  settle(id: string, outcome: CommandOutcome): void;
  /** The connection is lost: what was sent may have been done or not. */
  abandon(): void;
}

/** Pairs commands with the server's answers. */
export function createCommands({ transmit, newId, now }: { transmit: (frame: DeskClientFrame) => boolean; newId: () => string; now: () => number }): Commands {
  const askedAt = new Map<string, number>();
  const waiting = new Map<string, (outcome: CommandOutcome) => void>();
  function settle(id: string, outcome: CommandOutcome): void {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  }
  function ask(frame: (id: string) => DeskClientFrame): Promise<CommandOutcome> {
    const id = newId();
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      if (!transmit(frame(id))) settle(id, { ok: false, code: 'offline' });
    });
  }

  return {
    run(conversationId, command) {
      askedAt.delete(conversationId); // so that the latest is the last
      askedAt.set(conversationId, now());
      for (const [id, at] of askedAt) {
        if (now() - at < OWN_DOING_MS) break;
        askedAt.delete(id);
      }
      return ask((id) => ({ type: 'command', id, conversationId, command }));
    },
    claimNext: () => ask((id) => ({ type: 'claim-next', id })),
    wasAsked: (conversationId) => now() - (askedAt.get(conversationId) ?? -Infinity) < OWN_DOING_MS,
    settle,
    abandon() {
      for (const id of [...waiting.keys()]) settle(id, { ok: false, code: 'offline' });
    },
  };
}
