import type { Said } from '../../domain/agent-tools.ts';
import type { Locale } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { askVerified, type PhrasedAnswer } from './ask-verified.ts';
import type { AnsweringOptions, RequestOptions } from './answering-options.ts';
import type { Failed } from './outcome.ts';
import type { Passage } from './sources/passage.ts';
import { languageName, writePassages } from './sources/select-passages.ts';
import { writeConversation } from './write-conversation.ts';

export interface SuggestRequest extends RequestOptions {
  /** Oldest first; the last is the contact's. */
  readonly conversation: readonly Said[];
  readonly passages: readonly Passage[];
  readonly locale: Locale;
  readonly base: KnowledgeBase;
}

const CONVERSATION = { most: 12, longest: 800 };

/** A colleague's next reply, verified like an answer. The colleague sends it, never the model. Never rejects. */
export function createSuggest(options: AnsweringOptions): (request: SuggestRequest) => Promise<PhrasedAnswer | Failed> {
  return ({ conversation, passages, locale, base, chargeTo, signal }) => askVerified(options, {
    prompt: options.prompts.suggest, base, passages, locale, chargeTo, signal, onPiece: () => undefined,
    own: conversation.filter(({ from }) => from === 'contact').map(({ text }) => text).join('\n'),
    inputs: { exchange: base.exchange['name'] ?? '', language: languageName(locale), passages: writePassages(passages, locale), conversation: writeConversation(conversation, CONVERSATION) },
  });
}
