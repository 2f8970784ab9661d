import type { Said } from '../../domain/agent-tools.ts';
import type { Locale } from '../../domain/locales.ts';
import { caseSummarySchema, type CaseSummary } from '../../prompts/output-schemas.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import { instructionsOf } from './ask-verified.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import { hasFactsWithin } from './compare-facts.ts';
import { failureOf, type Failed, type PhrasedBy } from './outcome.ts';
import { languageName } from './sources/select-passages.ts';
import { checkCopy } from './verify/check-copy.ts';
import { writeConversation } from './write-conversation.ts';

export interface SummariseRequest extends RequestOptions {
  /** Oldest first, secrets taken out. */
  readonly conversation: readonly Said[];
  /** The contact's language: how numbers in the conversation are read. */
  readonly spoken: Locale;
  /** The colleague's language. */
  readonly locale: Locale;
  readonly exchange: string;
}

const CONVERSATION = { most: 40, longest: 1_200 };

/** What a colleague reads first; it has no number, link or address that the conversation has not. Never rejects. */
export function createSummarise({ model, prompts, random }: AnsweringOptions): (request: SummariseRequest) => Promise<({ readonly ok: true; readonly summary: CaseSummary } & PhrasedBy) | Failed> {
  return async ({ conversation, spoken, locale, exchange, chargeTo, signal }) => {
    try {
      const marker = random();
      const told = writeConversation(conversation, CONVERSATION);
      const rendered = renderPrompt(prompts.summarise, { exchange, language: languageName(locale), conversation: told }, marker);
      const summary = await model.judge({ ...rendered, chargeTo, signal }, caseSummarySchema);
      const text = [summary.wish, ...summary.events, ...summary.open].join('\n');
      const wrong = checkCopy({ text: told, locale: spoken }, { text, locale }, { instructions: instructionsOf(prompts.summarise, rendered.system), marker });
      if (wrong && wrong !== 'too-long') return { ok: false, reason: wrong };
      if (!hasFactsWithin({ text, locale }, { text: told, locale: spoken })) return { ok: false, reason: 'changed-facts' };
      return { ok: true, summary, prompt: rendered.prompt, model: model.id };
    } catch (error) {
      return failureOf(error, signal);
    }
  };
}
