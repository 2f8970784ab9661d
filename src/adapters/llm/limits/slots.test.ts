import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { collectChunks, createCall, createScriptedAsk, type ScriptedAsk } from '../../../../test/fakes/scripted-ask.ts';
import type { AskModel, ModelCall } from '../ask-model.ts';
import { createSlots, type Slots } from './slots.ts';

describe('the slots', () => {
  let scripted: ScriptedAsk;
  let slots: Slots;
  let ask: AskModel;
  let isPointless: boolean;
  beforeEach(() => {
    jest.useFakeTimers();
    scripted = createScriptedAsk();
    isPointless = false;
    slots = createSlots({ maxConcurrent: 2, maxWaitMs: 2_000, maxWaiting: 3, isPointless: () => isPointless });
    ask = slots.guard(scripted.ask);
  });
  afterEach(() => { jest.useRealTimers(); });
  const run = (more?: Partial<ModelCall>) => collectChunks(ask(createCall(more))).then(({ text, failed }) => failed ?? text);
  /** Fills both slots for so long. */
  const fill = (ms: number) => Array.from({ length: 2 }, (_value, i) => { scripted.next(ms, `long ${i}`); return run(); });

  it('lets so many run at once and the others in the order in which they came', async () => {
    const long = fill(1_000);
    scripted.next(100, 'first').next('second');
    const order: unknown[] = [];
    const waiting = [run(), run()].map((ended) => ended.then((text) => order.push(text)));
    await jest.advanceTimersByTimeAsync(0);
    expect([slots.running, slots.waiting, scripted.calls.length]).toEqual([2, 2, 2]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect([slots.running, slots.waiting, scripted.calls.length]).toEqual([1, 0, 4]);
    await jest.advanceTimersByTimeAsync(100);
    await Promise.all([...long, ...waiting]);
    expect(order).toEqual(['second', 'first']); // called in order; the first took longer
    expect(scripted.calls).toHaveLength(4);
    expect([slots.running, slots.waiting]).toEqual([0, 0]);
  });

  it('lets nobody wait longer than two seconds', async () => {
    const long = fill(10_000);
    const waiting = run();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await waiting).toBe('busy');
    expect(slots.waiting).toBe(0);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(await Promise.all(long)).toEqual(['long 0', 'long 1']);
  });

  it('lets no more than three wait', async () => {
    void fill(10_000);
    const waiting = [run(), run(), run()];
    expect(await run()).toBe('busy');
    expect(slots.waiting).toBe(3);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await Promise.all(waiting)).toEqual(['busy', 'busy', 'busy']);
  });

  it('lets nobody wait for what would be rejected', async () => {
    void fill(10_000);
    await jest.advanceTimersByTimeAsync(0);
    isPointless = true;
    expect(await run()).toBe('Well.');
    expect(slots.running).toBe(2);
  });

  it('forgets who stops waiting', async () => {
    const long = fill(1_000);
    const controller = new AbortController();
    const waiting = run({ signal: controller.signal });
    const next = run();
    await jest.advanceTimersByTimeAsync(0);
    controller.abort();
    expect(await waiting).toBe('cancelled');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await Promise.all([...long, next])).toEqual(['long 0', 'long 1', 'Well.']);
    expect([slots.running, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('gives a slot back when a call fails, when its reader leaves, and when it ended unread', async () => {
    scripted.next(new Error('scripted'));
    await run();
    for await (const _chunk of ask(createCall())) break;
    expect(slots.running).toBe(0);
    const controller = new AbortController();
    await ask(createCall({ signal: controller.signal }))[Symbol.asyncIterator]().next();
    expect(slots.running).toBe(1);
    controller.abort();
    expect(slots.running).toBe(0);
  });
});
