import type { Tone } from '../../domain/agent-tools.ts';
import type { Locale } from '../../domain/locales.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import { instructionsOf } from './ask-verified.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import { haveSameFacts } from './compare-facts.ts';
import { failureOf, type Failed, type PhrasedBy } from './outcome.ts';
import { removeInvisible } from './text/remove-invisible.ts';
import { checkCopy } from './verify/check-copy.ts';

/** Tones as the prompt names them. */
const TONE_WORDS = { shorter: 'shorter', warmer: 'warmer', formal: 'more formal' } as const satisfies Record<Tone, string>;

export interface RewriteRequest extends RequestOptions {
  readonly draft: string;
  readonly tone: Tone;
  readonly locale: Locale;
  readonly exchange: string;
}

/** A colleague's draft in another tone with the same facts. The colleague reads it before it is sent. Never rejects. */
export function createRewrite({ model, prompts, random }: AnsweringOptions): (request: RewriteRequest) => Promise<({ readonly ok: true; readonly text: string } & PhrasedBy) | Failed> {
  return async ({ draft, tone, locale, exchange, chargeTo, signal }) => {
    try {
      const marker = random();
      const rendered = renderPrompt(prompts.rewrite, { exchange, tone: TONE_WORDS[tone], draft }, marker);
      const text = removeInvisible(await model.write({ ...rendered, chargeTo, signal })).trim();
      if (text === '') return { ok: false, reason: 'empty' };
      const wrong = checkCopy({ text: draft, locale }, { text, locale }, { instructions: instructionsOf(prompts.rewrite, rendered.system), marker });
      if (wrong) return { ok: false, reason: wrong };
      if (!haveSameFacts({ text: draft, locale }, { text, locale })) return { ok: false, reason: 'changed-facts' };
      return { ok: true, text, prompt: rendered.prompt, model: model.id };
    } catch (error) {
      return failureOf(error, signal);
    }
  };
}
