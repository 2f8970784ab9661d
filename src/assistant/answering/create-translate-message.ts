import type { Locale } from '../../domain/locales.ts';
import { MAX_TEXT_LENGTH } from '../../domain/events.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import { instructionsOf } from './ask-verified.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import { haveSameFacts } from './compare-facts.ts';
import { failureOf, type Failed, type PhrasedBy } from './outcome.ts';
import { languageName } from './sources/select-passages.ts';
import { removeInvisible } from './text/remove-invisible.ts';
import { checkCopy } from './verify/check-copy.ts';

export interface TranslateRequest extends RequestOptions {
  /** One side's message, secrets taken out. */
  readonly text: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly exchange: string;
}

/** A shorter text could be of several languages. */
const LETTERS_TO_TELL = 40;

/**
 * A message in the other side's language. Numbers, links, codes, addresses and markers are the same on
 * both sides, or there is no translation: the reader sees the original then. Never rejects.
 */
export function createTranslateMessage({ model, prompts, random, detectLanguage }: AnsweringOptions): (request: TranslateRequest) => Promise<({ readonly ok: true; readonly text: string } & PhrasedBy) | Failed> {
  return async ({ text, from, to, exchange, chargeTo, signal }) => {
    try {
      const original = { text: text.slice(0, MAX_TEXT_LENGTH).toWellFormed(), locale: from };
      const marker = random();
      const rendered = renderPrompt(prompts.translate, { exchange, language: languageName(to), message: original.text }, marker);
      const copy = { text: removeInvisible(await model.write({ ...rendered, chargeTo, signal })).trim(), locale: to };
      if (copy.text === '') return { ok: false, reason: 'empty' };
      const wrong = checkCopy(original, copy, { instructions: instructionsOf(prompts.translate, rendered.system), marker });
      if (wrong) return { ok: false, reason: wrong };
      if (!haveSameFacts(original, copy)) return { ok: false, reason: 'changed-facts' };
      const heard = (copy.text.match(/\p{L}/gu)?.length ?? 0) >= LETTERS_TO_TELL ? detectLanguage(copy.text, to) : null;
      if (heard !== null && heard !== to) return { ok: false, reason: 'language' };
      return { ok: true, text: copy.text, prompt: rendered.prompt, model: model.id };
    } catch (error) {
      return failureOf(error, signal);
    }
  };
}
