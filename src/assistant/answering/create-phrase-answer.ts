import type { Said } from '../../domain/agent-tools.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Mood } from '../../domain/cues.ts';
import { MAX_TEXT_LENGTH } from '../../domain/events.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { askVerified, type PhrasedAnswer } from './ask-verified.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import type { Failed } from './outcome.ts';
import { rerankPassages } from './rerank-passages.ts';
import type { Passage } from './sources/passage.ts';
import { languageName, writePassages } from './sources/select-passages.ts';
import { writeConversation } from './write-conversation.ts';

export interface AnswerRequest extends RequestOptions {
  /** The contact's message, secrets taken out. */
  readonly question: string;
  /** What was said before, oldest first. */
  readonly history: readonly Said[];
  /** Of `selectPassages`. */
  readonly passages: readonly Passage[];
  /** The contact's language. */
  readonly locale: Locale;
  readonly mood: Mood;
  /** What the passages are from. */
  readonly base: KnowledgeBase;
  /** Has the model order the passages first: worth its time where the ranking is close. */
  readonly rerank?: boolean;
  /** Verified text as it comes. What was given stays clean, but an answer that fails later is no answer: take it back. */
  readonly onPiece?: (text: string) => void;
}

export type PhraseAnswer = (request: AnswerRequest) => Promise<PhrasedAnswer | Failed>;

const HISTORY = { most: 6, longest: 600 };

/**
 * Phrases an answer from approved passages. Never rejects: whatever the model does, the caller gets a
 * verified answer with its citations, or the reason to give the approved article instead.
 */
export function createPhraseAnswer(options: AnsweringOptions): PhraseAnswer {
  return async ({ question, history, passages, locale, mood, base, rerank = false, onPiece = () => undefined, chargeTo, signal }) => {
    const exchange = base.exchange['name'] ?? '';
    const asked = question.slice(0, MAX_TEXT_LENGTH).toWellFormed();
    const given = rerank ? await rerankPassages(options, { passages, question: asked, locale, exchange, chargeTo, signal }) : passages;
    const said = history.filter(({ from }) => from === 'contact').map(({ text }) => text);
    return askVerified(options, {
      prompt: options.prompts.answer, base, passages: given, locale, onPiece, chargeTo, signal,
      own: [...said, asked].join('\n'),
      inputs: { exchange, language: languageName(locale), mood, passages: writePassages(given, locale), history: writeConversation(history, HISTORY), question: asked },
    });
  };
}
