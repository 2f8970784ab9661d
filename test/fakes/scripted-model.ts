import type { z } from 'zod';
import { parseJsonAnswer } from '../../src/adapters/llm/parse-json-answer.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LanguageModel, ModelRequest } from '../../src/ports.ts';

export interface AskedRequest extends ModelRequest {
  readonly method: 'stream' | 'write' | 'judge';
}

export interface ScriptedFailure {
  /** Pieces that are given before. */
  readonly after?: readonly string[];
}

export interface ScriptedModel extends LanguageModel {
  /** Oldest first. */
  readonly requests: readonly AskedRequest[];
  /**
   * The next answer that no other request gets: a text, in words; a list of pieces, as they are; any
   * other value as JSON. What nobody prepared is answered with "The answer."
   */
  answer(content: unknown): ScriptedModel;
  /** Fails as the port says: `unavailable` or `invalid-input`, or with this error. */
  fail(error: 'unavailable' | 'invalid-input' | AppError, options?: ScriptedFailure): ScriptedModel;
  /** Answers no more until the request's signal aborts. */
  hang(options?: ScriptedFailure): ScriptedModel;
  /** What every request without a prepared answer gets, decided by the request. */
  answerWith(decide: (request: AskedRequest) => unknown): ScriptedModel;
}

interface Script {
  readonly pieces: readonly string[];
  readonly end?: AppError | 'hang';
}

/** A language model that says what a test tells it to, at once, and has no limits. */
export function createScriptedModel(id = 'scripted'): ScriptedModel {
  const requests: AskedRequest[] = [];
  const queue: Script[] = [];
  const failures: Record<string, number> = {};
  let decide: (request: AskedRequest) => unknown = () => 'The answer.';
  let running = 0;
  let tokens = 0;

  async function* play(method: AskedRequest['method'], request: ModelRequest): AsyncGenerator<string> {
    const asked = { ...request, method };
    running++;
    try {
      throwIfCancelled(request.signal);
      requests.push(asked);
      const { pieces, end } = queue.shift() ?? { pieces: toPieces(decide(asked)) };
      for (const piece of pieces) {
        throwIfCancelled(request.signal);
        tokens++;
        yield piece;
      }
      if (end === 'hang') await untilCancelled(request.signal);
      else if (end) throw end;
    } catch (error) {
      const reason = error instanceof AppError ? error.code : 'internal';
      failures[reason] = (failures[reason] ?? 0) + 1;
      throw error;
    } finally {
      running--;
    }
  }
  const playAll = async (method: AskedRequest['method'], request: ModelRequest): Promise<string> => (await Array.fromAsync(play(method, request))).join('');

  const model: ScriptedModel = {
    id,
    requests,
    stream: (request) => play('stream', request),
    write: (request) => playAll('write', request),
    async judge<T>(request: ModelRequest, schema: z.ZodType<T>) {
      const read = parseJsonAnswer(await playAll('judge', request), schema);
      if (read) return read.value;
      failures['wrong-shape'] = (failures['wrong-shape'] ?? 0) + 1;
      throw new AppError('unavailable', 'the scripted answer has another shape');
    },
    status: () => ({ model: id, circuit: 'closed', running, waiting: 0, tokensToday: tokens, tokensADay: 2_000_000, requests: requests.length, failures: { ...failures } }),
    answer(content) {
      queue.push({ pieces: toPieces(content) });
      return model;
    },
    fail(error, { after = [] } = {}) {
      queue.push({ pieces: after, end: error instanceof AppError ? error : new AppError(error, `scripted to fail: ${error}`) });
      return model;
    },
    hang({ after = [] } = {}) {
      queue.push({ pieces: after, end: 'hang' });
      return model;
    },
    answerWith(next) {
      decide = next;
      return model;
    },
  };
  return model;
}

function toPieces(content: unknown): readonly string[] {
  if (Array.isArray(content) && content.every((piece) => typeof piece === 'string')) return content;
  return typeof content === 'string' ? content.match(/\S+\s*|^\s+/g) ?? [] : [JSON.stringify(content)];
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('unavailable', 'the request was cancelled');
}

async function untilCancelled(signal: AbortSignal | undefined): Promise<void> {
  if (!signal?.aborted) await new Promise<void>((done) => signal?.addEventListener('abort', () => done(), { once: true }));
  throwIfCancelled(signal);
}
