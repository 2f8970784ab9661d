import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { AppError } from '../../src/domain/errors.ts';
import type { LanguageModel, ModelRequest } from '../../src/ports.ts';

/** What a model is made to do next, whatever plays it. */
export interface ModelStage {
  readonly model: LanguageModel;
  answer(content: unknown): void;
  /** JSON in a Markdown fence. */
  answerFenced(content: object): void;
  refuse(): void;
  /** Ends at the most tokens, after these pieces. */
  cutOff(pieces: readonly string[]): void;
  /** Breaks down after these pieces. */
  breakOff(pieces: readonly string[]): void;
  /** Says nothing more after these pieces, for as long as it is let. */
  hang(pieces: readonly string[]): void;
  /** Requests that reached it. */
  asked(): number;
  close?(): Promise<void>;
}

const REQUEST: ModelRequest = { prompt: 'answer@1', system: 'You are the assistant.', user: 'Where is my deposit?', maxTokens: 200, chargeTo: 'conversation-1' };
const JUDGEMENT = z.object({ urgency: z.enum(['low', 'high']), reason: z.string().nullable() });

/** What every implementation of LanguageModel must do. */
export function describeLanguageModel(name: string, open: () => Promise<ModelStage>): void {
  describe(`language model: ${name}`, () => {
    let stage: ModelStage;
    let model: LanguageModel;
    const codeOf = async (promise: Promise<unknown>): Promise<string> => {
      const error = await promise.then(() => undefined, (reason: unknown) => reason);
      expect(error).toBeInstanceOf(AppError);
      return (error as AppError).code;
    };
    /** All pieces that came, and how it ended. */
    const collect = async (request = REQUEST): Promise<{ pieces: string[]; code?: string }> => {
      const pieces: string[] = [];
      try {
        for await (const piece of model.stream(request)) pieces.push(piece);
        return { pieces };
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        return { pieces, code: (error as AppError).code };
      }
    };
    beforeEach(async () => {
      stage = await open();
      ({ model } = stage);
    });
    afterEach(() => stage.close?.());

    it('gives the pieces of an answer in order, none of them empty', async () => {
      stage.answer(['Your ', 'deposit ', 'ist ', 'da: ', '已到账 ', '🙂']);
      const { pieces, code } = await collect();
      expect(code).toBeUndefined();
      expect(pieces.join('')).toBe('Your deposit ist da: 已到账 🙂');
      expect(pieces).not.toContain('');
    });

    it('writes an answer at once', async () => {
      stage.answer('The deposit is on its way.\n\nIt takes a while.');
      expect(await model.write(REQUEST)).toBe('The deposit is on its way.\n\nIt takes a while.');
    });

    it('judges by a schema', async () => {
      stage.answer({ urgency: 'high', reason: null });
      expect(await model.judge(REQUEST, JUDGEMENT)).toEqual({ urgency: 'high', reason: null });
    });

    it('gives what the schema makes of the answer', async () => {
      stage.answer({ urgency: ' high ' });
      expect(await model.judge(REQUEST, z.object({ urgency: z.string().trim() }))).toEqual({ urgency: 'high' });
    });

    it('reads JSON in a fence and among words', async () => {
      stage.answerFenced({ urgency: 'low', reason: 'a "quoted" } brace' });
      expect(await model.judge(REQUEST, JUDGEMENT)).toEqual({ urgency: 'low', reason: 'a "quoted" } brace' });
      stage.answer('I think [1] that {it} is this: {"urgency": "high", "reason": "late"} as you can see.');
      expect(await model.judge(REQUEST, JUDGEMENT)).toEqual({ urgency: 'high', reason: 'late' });
    });

    it.each([[{ urgency: 'enormous', reason: null }], ['no JSON at all'], [[]]])('is unavailable where the answer has another shape: %j', async (content) => {
      stage.answer(content);
      expect(await codeOf(model.judge(REQUEST, JUDGEMENT))).toBe('unavailable');
    });

    it('rejects a refusal as invalid input, however it was asked', async () => {
      for (let i = 0; i < 3; i++) stage.refuse();
      expect(await collect()).toEqual({ pieces: [], code: 'invalid-input' });
      expect(await codeOf(model.write(REQUEST))).toBe('invalid-input');
      expect(await codeOf(model.judge(REQUEST, JUDGEMENT))).toBe('invalid-input');
    });

    it('rejects an answer that is cut off as invalid input, a stream after its last piece', async () => {
      for (let i = 0; i < 3; i++) stage.cutOff(['The answer ', 'is']);
      const { pieces, code } = await collect();
      expect([pieces.join(''), code]).toEqual(['The answer is', 'invalid-input']);
      expect(await codeOf(model.write(REQUEST))).toBe('invalid-input');
      expect(await codeOf(model.judge(REQUEST, JUDGEMENT))).toBe('invalid-input');
    });

    it('is unavailable where it breaks off, after what was said until then', async () => {
      stage.breakOff(['The answer ', 'is']);
      const { pieces, code } = await collect();
      expect([pieces.join(''), code]).toEqual(['The answer is', 'unavailable']);
      stage.breakOff(['The']);
      expect(await codeOf(model.write(REQUEST))).toBe('unavailable');
    });

    it('asks nothing for a signal that has aborted already', async () => {
      expect(await codeOf(model.write({ ...REQUEST, signal: AbortSignal.abort() }))).toBe('unavailable');
      expect(await collect({ ...REQUEST, signal: AbortSignal.abort() })).toEqual({ pieces: [], code: 'unavailable' });
      expect(stage.asked()).toBe(0);
    });

    it('ends with its signal, while it waits for the first piece and midway', async () => {
      for (const pieces of [[], ['The ', 'answer ']]) {
        stage.hang(pieces);
        const controller = new AbortController();
        const given: string[] = [];
        const ended = codeOf((async () => {
          for await (const piece of model.stream({ ...REQUEST, signal: controller.signal })) {
            given.push(piece);
            if (given.length === pieces.length) controller.abort();
          }
        })());
        if (pieces.length === 0) setImmediate(() => controller.abort());
        expect(await ended).toBe('unavailable');
        expect(given).toEqual(pieces);
      }
    });

    it('is idle again after a reader has left midway', async () => {
      stage.hang(['The ', 'answer ']);
      for await (const piece of model.stream(REQUEST)) {
        expect(piece).toBe('The ');
        expect(model.status().running).toBe(1);
        break;
      }
      expect(model.status().running).toBe(0);
      stage.answer('Well.');
      expect(await model.write(REQUEST)).toBe('Well.');
    });

    it('says how it is doing', async () => {
      const before = model.status();
      expect(before).toMatchObject({ circuit: 'closed', running: 0, waiting: 0, tokensToday: 0, requests: 0, failures: {} });
      expect(before.model).not.toBe('');
      expect(model.id).not.toBe('');
      stage.answer('Well.');
      await model.write(REQUEST);
      stage.refuse();
      await codeOf(model.write(REQUEST));
      const after = model.status();
      expect(after.requests).toBe(2);
      expect(Object.values(after.failures).reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(after.tokensToday).toBeGreaterThan(0);
      expect(after.tokensToday).toBeLessThan(after.tokensADay);
      expect(after.running).toBe(0);
    });
  });
}
