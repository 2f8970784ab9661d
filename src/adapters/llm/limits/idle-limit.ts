import type { AskModel } from '../ask-model.ts';
import { ModelFailure } from '../model-failure.ts';
import { orAborted } from '../or-aborted.ts';

/** What a server gets for its figures once the answer is complete; the answer never fails for want of them. */
const TRAILER_MS = 500;

/**
 * Ends a call in which no chunk comes for so long: before the first, or midway. Only waiting for the
 * server counts, not what the reader does with a chunk. The provider's own time-outs would not do:
 * langchain's ends with the headers.
 */
export function withIdleLimit(ask: AskModel, { idleTimeoutMs }: { readonly idleTimeoutMs: number }): AskModel {
  return async function* (call) {
    const idle = new AbortController();
    const signal = AbortSignal.any([call.signal, idle.signal]);
    const chunks = ask({ ...call, signal })[Symbol.asyncIterator]();
    let got = 'nothing' as 'nothing' | 'some' | 'all' | 'end';
    try {
      for (;;) {
        const failure = got === 'nothing'
          ? new ModelFailure('timeout', `no answer of the language model within LLM_IDLE_TIMEOUT_MS=${idleTimeoutMs}`)
          : new ModelFailure('stalled', `the language model stalled midway for LLM_IDLE_TIMEOUT_MS=${idleTimeoutMs}`);
        const timer = setTimeout(() => idle.abort(failure), got === 'all' ? Math.min(TRAILER_MS, idleTimeoutMs) : idleTimeoutMs);
        const next = await orAborted(chunks.next(), signal).finally(() => clearTimeout(timer));
        if (next.done) {
          got = 'end';
          return;
        }
        got = next.value.last || got === 'all' ? 'all' : 'some';
        yield next.value;
      }
    } catch (error) {
      if (got !== 'all' || !idle.signal.aborted) throw error;
    } finally {
      // Whoever stops reading ends the request; not awaited, as a provider that hangs would hang here too.
      if (got !== 'end') {
        idle.abort();
        void chunks.return?.().catch(() => undefined);
      }
    }
  };
}
