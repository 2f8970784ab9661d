import type { CommandOutcome, ImmediateCommand } from '../../connection/commands.ts';
import type { Desk } from '../../connection/desk.ts';
import type { DeskConversation } from '../../state/model.ts';

/** What is done to one of many conversations, in order. */
export interface Step {
  readonly conversation: DeskConversation;
  readonly commands: readonly ImmediateCommand[];
}

export interface Failure {
  readonly conversationId: string;
  readonly caseNumber: string;
  readonly code: string;
  /** Who has it by now, where that is somebody. */
  readonly ownerName: string | null;
}

type Commander = Pick<Desk, 'command' | 'getState'>;

/**
 * Runs them one after the other, so that the server's order is the list's and nobody else's desk waits
 * behind them. What fails is told and the rest goes on, except where the connection is lost.
 */
export async function runCommands(desk: Commander, steps: readonly Step[], stop: AbortSignal, onProgress: (done: number) => void): Promise<{ readonly done: readonly Step[]; readonly failures: readonly Failure[] }> {
  const done: Step[] = [];
  const failures: Failure[] = [];
  for (const step of steps) {
    const offline = failures.at(-1)?.code === 'offline';
    if (stop.aborted && !offline) break;
    const outcome: CommandOutcome = offline ? { ok: false, code: 'offline' } : await runStep(desk, step);
    if (outcome.ok) done.push(step);
    else failures.push(describeFailure(desk, step, outcome.code));
    onProgress(done.length + failures.length);
  }
  return { done, failures };
}

async function runStep(desk: Commander, { conversation, commands }: Step): Promise<CommandOutcome> {
  let outcome: CommandOutcome = { ok: true };
  for (const command of commands) {
    outcome = await desk.command(conversation.id, command);
    if (!outcome.ok) return outcome;
  }
  return outcome;
}

function describeFailure(desk: Commander, { conversation }: Step, code: string): Failure {
  const owner = desk.getState().conversations.get(conversation.id)?.owner;
  return { conversationId: conversation.id, caseNumber: conversation.caseNumber, code, ownerName: owner?.kind === 'agent' ? owner.name : null };
}
