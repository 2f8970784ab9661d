import type { Clock } from '../../../ports.ts';
import type { AskModel } from '../ask-model.ts';
import { ModelFailure } from '../model-failure.ts';

/** Ends a call that takes longer than this, from its start to its last chunk, whatever it is doing. */
export function withTotalLimit(ask: AskModel, { clock, timeoutMs }: { readonly clock: Clock; readonly timeoutMs: number }): AskModel {
  return async function* (call) {
    const total = new AbortController();
    const timer = setTimeout(() => total.abort(new ModelFailure('timeout', `the language model took longer than LLM_TIMEOUT_MS=${timeoutMs}`)), timeoutMs);
    try {
      yield* ask({ ...call, signal: AbortSignal.any([call.signal, total.signal]), deadline: clock.now() + timeoutMs });
    } finally {
      clearTimeout(timer);
    }
  };
}
