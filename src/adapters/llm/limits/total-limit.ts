import type { Clock } from '../../../ports.ts';
import type { AskModel } from '../ask-model.ts';
import { ModelFailure } from '../model-failure.ts';

/** Ends a call that takes longer than this, or than it asks for itself, from its start to its last chunk, whatever it is doing. */
export function withTotalLimit(ask: AskModel, { clock, timeoutMs }: { readonly clock: Clock; readonly timeoutMs: number }): AskModel {
  return async function* (call) {
    const total = new AbortController();
    const limit = call.timeoutMs ?? timeoutMs;
    const named = call.timeoutMs === undefined ? `LLM_TIMEOUT_MS=${limit}` : `${limit} ms`;
    const timer = setTimeout(() => total.abort(new ModelFailure('timeout', `the language model took longer than ${named}`)), limit);
    try {
      yield* ask({ ...call, signal: AbortSignal.any([call.signal, total.signal]), deadline: clock.now() + limit });
    } finally {
      clearTimeout(timer);
    }
  };
}
