import type { Citation } from '../../domain/events.ts';
import type { Locale } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Prompt } from '../../prompts/prompt.ts';
import { renderPrompt } from '../../prompts/render-prompt.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import { failureOf, type Failed, type PhrasedBy } from './outcome.ts';
import type { Passage } from './sources/passage.ts';
import { collectSources } from './sources/sources.ts';
import { createVerifier, type Verifier } from './verify/create-verifier.ts';

export interface PhrasedAnswer extends PhrasedBy {
  readonly ok: true;
  /** Markdown, citation markers taken out. */
  readonly text: string;
  /** What it rests on, each article once. Never empty. */
  readonly citations: readonly Citation[];
}

export interface VerifiedRequest extends RequestOptions {
  readonly prompt: Prompt;
  readonly inputs: Readonly<Record<string, string>>;
  readonly base: KnowledgeBase;
  readonly passages: readonly Passage[];
  readonly locale: Locale;
  /** The contact's own words, which may be said back. */
  readonly own: string;
  readonly onPiece: (text: string) => void;
}

/** Streams an answer through the verifier and stops the model at the first violation. Never rejects. */
export async function askVerified({ model, random, detectLanguage }: AnsweringOptions, request: VerifiedRequest): Promise<PhrasedAnswer | Failed> {
  const { prompt, passages, locale, base, own, onPiece, chargeTo } = request;
  if (request.signal?.aborted) return { ok: false, reason: 'cancelled' };
  if (passages.length === 0) return { ok: false, reason: 'no-answer' };
  const stop = new AbortController();
  try {
    const marker = random();
    const rendered = renderPrompt(prompt, request.inputs, marker);
    const verifier = createVerifier({ locale, sources: collectSources(base, passages, own, locale), instructions: instructionsOf(prompt, rendered.system), marker, detectLanguage });
    const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])]);
    const read = await readVerified(model.stream({ ...rendered, chargeTo, signal }), verifier, onPiece);
    if (!read.ok) return read;
    return { ok: true, text: read.text, citations: verifier.citations(), prompt: rendered.prompt, model: model.id };
  } catch (error) {
    return failureOf(error, request.signal);
  } finally {
    stop.abort();
  }
}

async function readVerified(pieces: AsyncIterable<string>, verifier: Verifier, onPiece: (text: string) => void): Promise<{ ok: true; text: string } | Failed> {
  let text = '';
  const show = (more: string): void => {
    text += more;
    if (more !== '') onPiece(more);
  };
  let isEmpty = true;
  for await (const piece of pieces) {
    isEmpty &&= piece.trim() === '';
    const step = verifier.push(piece);
    if (!step.ok) return step;
    show(step.text);
  }
  if (isEmpty) return { ok: false, reason: 'empty' };
  const last = verifier.end();
  if (!last.ok) return last;
  show(last.text);
  return text.trim() === '' ? { ok: false, reason: 'empty' } : { ok: true, text: text.trimEnd() };
}

/** Our own words in a request: what the model must never say back. */
export function instructionsOf({ user }: Prompt, system: string): string {
  return `${system}\n${user.replace(/\{\{\w+\}\}/g, '\n')}`;
}
