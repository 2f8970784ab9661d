import type { z } from 'zod';
import type { Clock, LanguageModel, Logger, ModelRequest } from '../../ports.ts';
import type { AskModel, ModelCall } from './ask-model.ts';
import { createBudget } from './limits/budget.ts';
import { createCircuit } from './limits/circuit.ts';
import { createFigures } from './limits/figures.ts';
import { withIdleLimit } from './limits/idle-limit.ts';
import { withRetry } from './limits/retry.ts';
import { createSlots } from './limits/slots.ts';
import { withTotalLimit } from './limits/total-limit.ts';
import { ModelFailure } from './model-failure.ts';
import type { LanguageModelSettings } from './model-settings.ts';
import { parseJsonAnswer } from './parse-json-answer.ts';

/** A contact waits for its turn no longer than this: the approved article is there at once. */
const MAX_WAIT_MS = 2_000;
/** Waiting requests for each one under way; more would not get their turn in that time. */
const WAITING_PER_SLOT = 4;

export interface LanguageModelParts {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The port over a provider, with every limit around it. */
export function createLanguageModel(ask: AskModel, settings: LanguageModelSettings, { clock, logger }: LanguageModelParts): LanguageModel {
  const { timeoutMs, idleTimeoutMs, maxConcurrent, tokensPerDay, tokensPerConversation } = settings.limits;
  const circuit = createCircuit({ clock, logger });
  const slots = createSlots({ maxConcurrent, maxWaitMs: Math.min(MAX_WAIT_MS, timeoutMs / 2), maxWaiting: maxConcurrent * WAITING_PER_SLOT, isPointless: () => circuit.rejects });
  const budget = createBudget({ clock, logger, tokensPerDay, tokensPerConversation });
  const figures = createFigures({ clock, logger });

  // From the inside out: an attempt may be idle, a second attempt is part of the same call, a call
  // that has its slot may find the circuit open meanwhile, and who is over budget waits for nothing.
  const attempts = withRetry(withIdleLimit(ask, { idleTimeoutMs }), { clock });
  const limited = budget.guard(withTotalLimit(slots.guard(circuit.guard(attempts)), { clock, timeoutMs }));

  return {
    id: `${settings.provider}:${settings.model}`,
    stream: (request) => figures.watch(request.prompt, readTexts(limited, request)),
    write: (request) => figures.watchOne(request.prompt, () => readAll(limited, request)),
    judge: (request, schema) => figures.watchOne(request.prompt, () => readValue(limited, request, schema)),
    status: () => ({
      model: settings.model,
      circuit: circuit.state,
      running: slots.running,
      waiting: slots.waiting,
      tokensToday: budget.tokensToday,
      tokensADay: tokensPerDay,
      ...figures.read(),
    }),
  };
}

async function* readTexts(ask: AskModel, request: ModelRequest, schema?: z.ZodType): AsyncGenerator<string> {
  const call: ModelCall = { ...request, signal: request.signal ?? new AbortController().signal, deadline: Infinity, schema };
  for await (const { text } of ask(call)) {
    if (text !== '') yield text;
  }
}

async function readAll(ask: AskModel, request: ModelRequest, schema?: z.ZodType): Promise<string> {
  return (await Array.fromAsync(readTexts(ask, request, schema))).join('');
}

async function readValue<T>(ask: AskModel, request: ModelRequest, schema: z.ZodType<T>): Promise<T> {
  const read = parseJsonAnswer(await readAll(ask, request, schema), schema);
  if (!read) throw new ModelFailure('wrong-shape', `what the language model answered to ${request.prompt} has not the shape that was asked for`);
  return read.value;
}
