import { beforeEach, describe, expect, it } from '@jest/globals';
import { createManualClock } from '../../../../test/fakes/manual-clock.ts';
import { createRecordingLogger } from '../../../../test/fakes/recording-logger.ts';
import { AppError } from '../../../domain/errors.ts';
import { ModelFailure, type FailureReason } from '../model-failure.ts';
import { createFigures, type Figures } from './figures.ts';

describe('the figures', () => {
  let logger: ReturnType<typeof createRecordingLogger>;
  let figures: Figures;
  beforeEach(() => {
    logger = createRecordingLogger();
    figures = createFigures({ clock: createManualClock(), logger });
  });
  const fail = (error: Error) => figures.watchOne('answer@1', () => Promise.reject(error)).catch((reason: unknown) => reason);
  const failWith = (reason: FailureReason) => fail(new ModelFailure(reason, 'why'));

  it('counts requests, and failures by reason', async () => {
    await figures.watchOne('answer@1', () => Promise.resolve('Well.'));
    await failWith('timeout');
    await failWith('timeout');
    await failWith('refused');
    expect(figures.read()).toEqual({ requests: 4, failures: { timeout: 2, refused: 1 } });
  });

  it('counts streams the same way, once they are read', async () => {
    const failing = async function* () { yield 'One '; await Promise.resolve(); throw new ModelFailure('stalled', 'why'); };
    const stream = figures.watch('answer@1', failing());
    expect(figures.read().requests).toBe(0);
    await expect(Array.fromAsync(stream)).rejects.toThrow('why');
    expect(figures.read()).toEqual({ requests: 1, failures: { stalled: 1 } });
  });

  it('logs what speaks of the server, by prompt and reason', async () => {
    await failWith('failing');
    for (const reason of ['cancelled', 'busy', 'over-budget', 'circuit-open'] as const) await failWith(reason);
    expect(logger.lines).toEqual(['warn the language model gave no answer {"prompt":"answer@1","reason":"failing","message":"why","ms":0}']);
  });

  it('makes an AppError of a mistake, and says where it was without its words', async () => {
    const error = await fail(new TypeError('cannot read "my seed phrase"')) as AppError;
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe('unavailable');
    expect(error.message).toMatch(/TypeError at .*figures\.test/);
    expect(`${error.message} ${logger.lines.join()} ${String(error.cause)}`).not.toContain('seed');
    expect(logger.lines).toHaveLength(1);
  });
});
