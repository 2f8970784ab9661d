import { failureOf } from './model-failure.ts';

/** What the promise gives, or a ModelFailure as soon as the signal aborts, whether or not the promise heeds it. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(failureOf(signal));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, (error: unknown) => {
      // A request that was ended fails in its library's own words.
      reject(signal.aborted ? failureOf(signal) : error as Error);
    }).finally(() => signal.removeEventListener('abort', abort));
  });
}
