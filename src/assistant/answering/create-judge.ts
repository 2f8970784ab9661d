import type { Said } from '../../domain/agent-tools.ts';
import type { Understanding } from '../../domain/events.ts';
import { INTENT_IDS } from '../../domain/intents.ts';
import { judgementSchema } from '../../prompts/output-schemas.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import { mergeJudgement, type MergedJudgement } from './merge-judgement.ts';
import { failureOf, type Failed, type PhrasedBy } from './outcome.ts';
import { writeConversation } from './write-conversation.ts';

export interface JudgeRequest extends RequestOptions {
  readonly question: string;
  readonly history: readonly Said[];
  readonly exchange: string;
  /** What the built-in understanding found. */
  readonly understanding: Understanding;
}

/** Has the model judge an utterance, and merges what it says so that it can only raise. Never rejects. */
export function createJudge({ model, prompts, random }: AnsweringOptions): (request: JudgeRequest) => Promise<({ readonly ok: true } & MergedJudgement & PhrasedBy) | Failed> {
  return async ({ question, history, exchange, understanding, chargeTo, signal }) => {
    try {
      const inputs = { exchange, intents: INTENT_IDS.join(', '), history: writeConversation(history, { most: 6, longest: 600 }), question };
      const rendered = renderPrompt(prompts.judge, inputs, random());
      const judgement = await model.judge({ ...rendered, chargeTo, signal }, judgementSchema);
      return { ok: true, ...mergeJudgement(understanding, judgement), prompt: rendered.prompt, model: model.id };
    } catch (error) {
      return failureOf(error, signal);
    }
  };
}
