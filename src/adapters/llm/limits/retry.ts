import type { Clock } from '../../../ports.ts';
import type { AskModel, ModelCall } from '../ask-model.ts';
import { ModelFailure } from '../model-failure.ts';
import { orAborted } from '../or-aborted.ts';

/** Before the second attempt where the server names no time: a contact waits. */
const PAUSE_MS = 300;

/**
 * Asks a second time, once, where the server was not reached, was busy or broke: never after a piece
 * of text was handed out, and not where the pause that the server asks for ends after the deadline.
 */
export function withRetry(ask: AskModel, { clock, pauseMs = PAUSE_MS }: { readonly clock: Clock; readonly pauseMs?: number }): AskModel {
  const mayAskAgain = (error: unknown, call: ModelCall): error is ModelFailure =>
    error instanceof ModelFailure && error.kind.again === true && clock.now() + (error.retryAfterMs ?? pauseMs) < call.deadline;
  return async function* (call) {
    let handedOut = false;
    try {
      for await (const chunk of ask(call)) {
        handedOut ||= chunk.text !== '';
        yield chunk;
      }
      return;
    } catch (error) {
      if (handedOut || !mayAskAgain(error, call)) throw error;
      await pause(error.retryAfterMs ?? pauseMs, call.signal);
    }
    yield* ask(call);
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await orAborted(new Promise((done) => { timer = setTimeout(done, ms); }), signal).finally(() => clearTimeout(timer));
}
