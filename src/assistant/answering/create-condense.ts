import type { Said } from '../../domain/agent-tools.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import { failureOf, type Failed, type PhrasedBy } from './outcome.ts';
import { writeConversation } from './write-conversation.ts';

export interface CondenseRequest extends RequestOptions {
  readonly question: string;
  readonly history: readonly Said[];
  readonly exchange: string;
}

/** A search that is longer than this says less. */
const LONGEST = 400;

/** A follow-up as a question of its own, for the search and for nothing else: it is never shown. Never rejects. */
export function createCondense({ model, prompts, random }: AnsweringOptions): (request: CondenseRequest) => Promise<({ readonly ok: true; readonly text: string } & PhrasedBy) | Failed> {
  return async ({ question, history, exchange, chargeTo, signal }) => {
    try {
      const rendered = renderPrompt(prompts.condense, { exchange, history: writeConversation(history, { most: 6, longest: 600 }), question }, random());
      const text = (await model.write({ ...rendered, chargeTo, signal })).trim();
      if (text === '') return { ok: false, reason: 'empty' };
      return text.length > LONGEST ? { ok: false, reason: 'too-long' } : { ok: true, text, prompt: rendered.prompt, model: model.id };
    } catch (error) {
      return failureOf(error, signal);
    }
  };
}
