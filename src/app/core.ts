import { createAssistant, type Assistant } from '../assistant/create-assistant.ts';
import { createLanguageSkills } from '../assistant/language-skills.ts';
import { createApplyCommand, type ApplyCommand } from '../conversation/apply-command.ts';
import { createHandOver } from '../conversation/hand-over.ts';
import { createEventFollower, type EventFollower } from '../conversation/follow-events.ts';
import { createEstimateTime, createEstimateWait, type EstimateTime, type EstimateWait } from '../conversation/estimate-wait.ts';
import { createReceiveMessage, type ReceiveMessage } from '../conversation/receive-message.ts';
import { startSweeper, type Sweeper } from '../conversation/sweep.ts';
import { createTakeTurn } from '../conversation/take-turn.ts';
import { createTurnTaker, type TurnTaker } from '../conversation/turn-taker.ts';
import { createIsStaffed } from '../desk/is-staffed.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import type { AppParts, Shared } from './parts.ts';

/** A turn that takes longer counts as failed, and a person takes over. */
const TURN_LIMIT_MS = 30_000;
const SWEEP_EVERY_MS = 5_000;
const SWEEP_GRACE_MS = 10_000;

export interface Core {
  readonly assistant: Assistant;
  readonly applyCommand: ApplyCommand;
  readonly receiveMessage: ReceiveMessage;
  readonly turns: TurnTaker;
  readonly follower: EventFollower;
  readonly sweeper: Sweeper;
  readonly estimateTime: EstimateTime;
  readonly estimateWait: EstimateWait;
}

/** The spine: conversations and the assistant who sits in them. */
export function openCore(parts: AppParts, shared: Shared): Core {
  const { doorbell, metrics, isLeader } = shared;
  const { storage, logger, clock } = parts;
  const { conversations, deskSettings } = storage;
  const isStaffed = createIsStaffed({ agents: storage.agents, presence: storage.presence, deskSettings, clock });
  const estimateTime = createEstimateTime({ conversations, isStaffed, clock });
  const estimateWait = createEstimateWait({ conversations, estimateTime });
  const assistant = createOverridable(parts, shared, estimateWait);
  const timed = { ...conversations, append: metrics.time('append', (...given: Parameters<typeof conversations.append>) => conversations.append(...given)) };
  const applyCommand = metrics.time('command', createApplyCommand({ conversations: timed, doorbell }));
  const handOver = createHandOver({ applyCommand, assistant });
  const takeTurn = createTakeTurn({ conversations: timed, handOver, doorbell, assistant, logger, turnLimitMs: TURN_LIMIT_MS });
  const turns = createTurnTaker({ takeTurn: metrics.time('turn', takeTurn), logger });
  return {
    assistant, applyCommand, turns, estimateTime, estimateWait,
    receiveMessage: metrics.time('receive', createReceiveMessage({ conversations, applyCommand, doorbell, wakeAssistant: turns.interrupt, redact: redactSecrets })),
    follower: createEventFollower({ conversations, doorbell, logger }),
    sweeper: startSweeper({ conversations, wake: turns.wake, isRunning: turns.isRunning, handOver, isLeader, clock, logger, everyMs: SWEEP_EVERY_MS, graceMs: SWEEP_GRACE_MS }),
  };
}

function createOverridable({ languageModel, overrides }: AppParts, { knowledge, translate }: Shared, estimateWait: EstimateWait): Assistant {
  const skills = languageModel && createLanguageSkills(languageModel, knowledge);
  const assistant = createAssistant({ knowledge, translate, estimateWait, skills });
  return overrides?.assistant?.(assistant) ?? assistant;
}
