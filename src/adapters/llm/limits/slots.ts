import type { AskModel } from '../ask-model.ts';
import { failureOf, ModelFailure } from '../model-failure.ts';

export interface SlotOptions {
  /** Calls under way at once. */
  readonly maxConcurrent: number;
  /** Milliseconds that a call waits for its turn, at most. */
  readonly maxWaitMs: number;
  /** Calls that wait, at most; further ones are rejected at once. */
  readonly maxWaiting: number;
  /** Whether a call would be rejected anyway, and so need not wait. */
  readonly isPointless: () => boolean;
}

export interface Slots {
  readonly running: number;
  readonly waiting: number;
  guard(ask: AskModel): AskModel;
}

/** Caps what is under way at once; what comes meanwhile waits a short while, first come, first served. */
export function createSlots({ maxConcurrent, maxWaitMs, maxWaiting, isPointless }: SlotOptions): Slots {
  let running = 0;
  /** Tells each who waits that it is its turn. A Set keeps the order and forgets any of them at once. */
  const queue = new Set<() => void>();
  const busy = (): ModelFailure => new ModelFailure('busy', `LLM_MAX_CONCURRENT=${maxConcurrent} requests to the language model are under way already`);

  function waitForTurn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        queue.delete(onTurn);
      };
      const onTurn = (): void => { leave(); resolve(); };
      const onAbort = (): void => { leave(); reject(failureOf(signal)); };
      const timer = setTimeout(() => { leave(); reject(busy()); }, maxWaitMs);
      signal.addEventListener('abort', onAbort, { once: true });
      queue.add(onTurn);
    });
  }

  /** Gives the slot to who waits longest, or back. */
  function release(): void {
    const [next] = queue;
    if (next) next();
    else running--;
  }

  async function acquire(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw failureOf(signal);
    if (running < maxConcurrent) running++;
    else if (queue.size < maxWaiting) await waitForTurn(signal);
    else throw busy();
    let held = true;
    const releaseOnce = (): void => {
      if (!held) return;
      held = false;
      signal.removeEventListener('abort', releaseOnce);
      release();
    };
    // A reader who neither reads on nor says so keeps its slot no longer than the call may last.
    signal.addEventListener('abort', releaseOnce, { once: true });
    return releaseOnce;
  }

  return {
    get running() { return running; },
    get waiting() { return queue.size; },
    guard: (ask) => async function* (call) {
      const free = isPointless() ? undefined : await acquire(call.signal);
      try {
        yield* ask(call);
      } finally {
        free?.();
      }
    },
  };
}
