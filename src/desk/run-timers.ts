import type { ApplyCommand } from '../conversation/apply-command.ts';
import type { AssistantSeat } from '../domain/assistant-seat.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Command } from '../domain/ownership.ts';
import { timersOf, type TimerTask } from '../domain/timers.ts';
import type { Clock, ConversationStore, DeskSettingsStore, Logger } from '../ports.ts';
import { ignoreRefusal } from './presence.ts';

const EVERY_MS = 1_000;
/** One look takes so many; the rest wait for the next. */
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
  async function run(): Promise<void> {
    const now = clock.now();
    const due = await conversations.listDue(now, BATCH);
    for (const conversation of due) {
      try {
        await runOne(conversation, now);
      } catch (error) {
        logger.error('what was due could not be done', { conversationId: conversation.id, error: String(error) });
      }
    }
  }

  async function runOne(conversation: Conversation, now: number): Promise<void> {
    const tasks = timersOf(conversation, deskSettings.current().settings).filter(({ at }) => at <= now);
    // Its clocks were set by other settings, or by none: nothing is due, and when something will be is found anew.
    if (tasks.length === 0) await conversations.rewind([conversation.id]);
    for (const { task } of tasks) await applyCommand(conversation.id, (current) => toCommand(task, current)).catch(ignoreRefusal);
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
