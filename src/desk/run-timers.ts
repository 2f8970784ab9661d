import { isDeepStrictEqual } from 'node:util';
import { ignoreRefusal, type ApplyCommand } from '../conversation/apply-command.ts';
import type { AssistantSeat } from '../domain/assistant-seat.ts';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import type { Command } from '../domain/ownership.ts';
import { timersOf, type TimerTask } from '../domain/timers.ts';
import type { Clock, ConversationStore, DeskSettingsStore, Logger } from '../ports.ts';

const EVERY_MS = 1_000;
/** So many are read at once. */
const BATCH = 200;

export interface Timers {
  /** Does now what is due. */
  run(): Promise<void>;
  stop(): void;
}

/**
 * Does what time alone makes happen: SLA warnings and breaches, what was put aside comes back, "did
 * this solve it?", and conversations that nobody went on with are settled. When it happens is stored
 * with each conversation, so that a restart loses none.
 */
export function startTimers({ conversations, applyCommand, assistant, deskSettings, isLeader, clock, logger }: {
  conversations: Pick<ConversationStore, 'listDue' | 'rewind'>;
  applyCommand: ApplyCommand;
  assistant: Pick<AssistantSeat, 'askWhetherSolved'>;
  deskSettings: Pick<DeskSettingsStore, 'current'>;
  /** Whether this process looks after what only one of several should. */
  isLeader: () => boolean;
  clock: Clock;
  logger: Logger;
}): Timers {
  /** Batch after batch, until nothing is left but what failed. */
  async function run(): Promise<void> {
    const done = new Set<string>();
    for (let due: readonly Conversation[] = []; ;) {
      due = (await conversations.listDue(clock.now(), BATCH + done.size)).filter(({ id }) => !done.has(id));
      for (const conversation of due) {
        done.add(conversation.id);
        try {
          await runOne(conversation);
        } catch (error) {
          logger.error('what was due could not be done', { conversationId: conversation.id, error: String(error) });
        }
      }
      if (due.length < BATCH) return;
    }
  }

  async function runOne(conversation: Conversation): Promise<void> {
    const tasks = dueIn(conversation);
    // Its clocks were set by other settings, or by none: nothing is due, and when something will be is found anew.
    if (tasks.length === 0) await conversations.rewind([conversation.id]);
    for (const task of tasks) {
      await applyCommand(conversation.id, (current) => {
        // Somebody may have put it aside anew, or written, since it was read.
        if (!dueIn(current).some((one) => isDeepStrictEqual(one, task))) throw new AppError('conflict', 'it is not due any more');
        return toCommand(task, current);
      }).catch(ignoreRefusal);
    }
  }

  function dueIn(conversation: Conversation): readonly TimerTask[] {
    const now = clock.now();
    return timersOf(conversation, deskSettings.current().settings).filter(({ at }) => at <= now).map(({ task }) => task);
  }

  function toCommand(task: TimerTask, conversation: Conversation): Command {
    switch (task.kind) {
      case 'warn': return { type: 'flag-sla', flag: 'sla.warned', target: task.target, dueAt: task.dueAt };
      case 'breach': return { type: 'flag-sla', flag: 'sla.breached', target: task.target, dueAt: task.dueAt };
      case 'wake': return { type: 'wake-by-time' };
      case 'settle': return { type: 'settle' };
      case 'follow-up': return { type: 'ask-whether-solved', message: assistant.askWhetherSolved(conversation) };
    }
  }

  let running = false;
  const timer = setInterval(() => {
    if (running || !isLeader()) return;
    running = true;
    void run().catch((error: unknown) => { logger.error('the timers could not be read', { error: String(error) }); }).finally(() => { running = false; });
  }, EVERY_MS);
  return { run, stop() { clearInterval(timer); } };
}
