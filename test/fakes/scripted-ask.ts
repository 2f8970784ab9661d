import type { AskModel, ModelCall, ModelChunk } from '../../src/adapters/llm/ask-model.ts';

/** A piece of text, a chunk, a failure, or milliseconds in which nothing comes: Infinity is for ever, whatever the signal says. */
export type AskStep = string | ModelChunk | Error | number;

export interface ScriptedAsk {
  readonly ask: AskModel;
  /** Oldest first. */
  readonly calls: readonly ModelCall[];
  /** How the next call goes that no other steps wait for; nobody prepared: one piece, "Well.". */
  next(...steps: AskStep[]): ScriptedAsk;
}

/** A provider that does what a test tells it to and heeds no signal: limits must not count on it. */
export function createScriptedAsk(): ScriptedAsk {
  const calls: ModelCall[] = [];
  const queue: AskStep[][] = [];
  const scripted: ScriptedAsk = {
    calls,
    async *ask(call) {
      calls.push(call);
      for (const step of queue.shift() ?? ['Well.']) {
        if (step instanceof Error) throw step;
        if (typeof step === 'number') await new Promise<void>((done) => { if (step < Infinity) setTimeout(done, step); });
        else yield typeof step === 'string' ? { text: step } : step;
      }
    },
    next(...steps) {
      queue.push(steps);
      return scripted;
    },
  };
  return scripted;
}

export function createCall(more: Partial<ModelCall> = {}): ModelCall {
  return { prompt: 'answer@1', system: '', user: '', maxTokens: 100, chargeTo: 'conversation-1', signal: new AbortController().signal, deadline: Infinity, ...more };
}

/** All texts that came, and the reason why it failed where it did. */
export async function collectChunks(chunks: AsyncIterable<ModelChunk>): Promise<{ text: string; failed?: unknown }> {
  let text = '';
  try {
    for await (const chunk of chunks) text += chunk.text;
    return { text };
  } catch (error) {
    return { text, failed: error instanceof Error && 'reason' in error ? error.reason : error };
  }
}
