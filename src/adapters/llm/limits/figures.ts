import type { ModelStatus } from '../../../domain/agent-tools.ts';
import type { Clock, Logger } from '../../../ports.ts';
import { ModelFailure } from '../model-failure.ts';

export interface Figures {
  /** Counts a request whose answer comes in pieces. */
  watch<T>(prompt: string, pieces: AsyncIterable<T>): AsyncIterable<T>;
  /** Counts a request whose answer comes at once. */
  watchOne<T>(prompt: string, ask: () => Promise<T>): Promise<T>;
  read(): Pick<ModelStatus, 'requests' | 'failures'>;
}

/** Counts requests and why they failed since the start, and logs what speaks of the server. */
export function createFigures({ clock, logger }: { readonly clock: Clock; readonly logger: Logger }): Figures {
  let requests = 0;
  const failures = new Map<string, number>();

  function countFailure(error: unknown, prompt: string, since: number): ModelFailure {
    const failure = error instanceof ModelFailure ? error : describeMistake(error);
    failures.set(failure.reason, (failures.get(failure.reason) ?? 0) + 1);
    // The others are many while it lasts, and were said when it began.
    if (failure.kind.server !== 'nothing' || failure.reason === 'internal') logger.warn('the language model gave no answer', { prompt, reason: failure.reason, message: failure.message, ms: clock.now() - since });
    return failure;
  }

  return {
    async *watch(prompt, pieces) {
      const since = clock.now();
      requests++;
      try {
        yield* pieces;
      } catch (error) {
        throw countFailure(error, prompt, since);
      }
    },
    async watchOne(prompt, ask) {
      const since = clock.now();
      requests++;
      try {
        return await ask();
      } catch (error) {
        throw countFailure(error, prompt, since);
      }
    },
    read: () => ({ requests, failures: Object.fromEntries(failures) }),
  };
}

/** Where it happened, without its words, which may repeat a text. */
function describeMistake(error: unknown): ModelFailure {
  const frames = Error.isError(error) ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 3).map((line) => line.trim()) : [];
  return new ModelFailure('internal', `the language model could not be asked: ${Error.isError(error) ? error.constructor.name : typeof error} ${frames.join(' ')}`);
}
