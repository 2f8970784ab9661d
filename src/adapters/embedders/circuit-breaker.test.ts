import { beforeEach, describe, expect, it } from '@jest/globals';
import { createManualClock } from '../../../test/fakes/manual-clock.ts';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import type { Embedder } from '../../ports.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';

describe('the circuit breaker', () => {
  let clock: ReturnType<typeof createManualClock>;
  let embedder: Embedder;
  let asked: number;
  let failure: ErrorCode | undefined;
  const ask = (kind: 'query' | 'passage' = 'query') => embedder.embed(['words'], kind).then(() => 'embedded', (error: AppError) => error.message);

  beforeEach(() => {
    clock = createManualClock();
    asked = 0;
    failure = 'unavailable';
    embedder = withCircuitBreaker({
      id: 'inner', dimension: 2,
      embed: (texts) => {
        asked++;
        return failure ? Promise.reject(new AppError(failure, 'failed')) : Promise.resolve(texts.map(() => Float32Array.of(1, 0)));
      },
    }, { clock });
  });
  const open = async () => { for (let i = 0; i < 3; i++) await ask(); };

  it('asks no more after three failures in a row', async () => {
    await open();
    expect(await ask()).toMatch(/left alone/);
    expect(asked).toBe(3);
  });

  it('goes on asking where an answer comes between failures', async () => {
    await ask();
    await ask();
    failure = undefined;
    await ask();
    failure = 'unavailable';
    await ask();
    expect(await ask()).toBe('failed');
  });

  it('lets one question see after 30 seconds, and the others wait', async () => {
    await open();
    clock.advance(29_999);
    expect(await ask()).toMatch(/left alone/);
    clock.advance(1);
    expect(await Promise.all([ask(), ask()])).toEqual(['failed', expect.stringMatching(/left alone/)]);
    expect(asked).toBe(4);
  });

  it('asks again as before once the server answers', async () => {
    await open();
    clock.advance(30_000);
    failure = undefined;
    expect(await ask()).toBe('embedded');
    expect(await ask()).toBe('embedded');
  });

  it('does not count texts that the server refuses', async () => {
    failure = 'invalid-input';
    await open();
    expect(await ask()).toBe('failed');
  });

  it('lets passages through', async () => {
    await open();
    expect(await ask('passage')).toBe('failed');
    expect(asked).toBe(4);
  });
});
