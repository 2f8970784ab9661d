import type { Citation, EventData } from '../domain/events.ts';
import type { Locale } from '../domain/locales.ts';
import { findTranslation } from '../knowledge/find-translation.ts';
import { renderArticle } from '../knowledge/content/render-article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Translate } from './phrases.ts';

export type Message = EventData<'message.sent'>;

/** The assistant's voice in one language: approved phrases and articles, nothing else. */
export interface Voice {
  readonly locale: Locale;
  /** A phrase of `assistant.` in `src/locales/`. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** What an article answers, with where it stands; undefined where there is no such article. Says so where it is in another language than the contact's. */
  quote(articleId: string): { readonly text: string; readonly citation: Citation } | undefined;
  /** That what follows comes from an article in another language, and in which. */
  origin(from: Locale): string;
  /** A message of the assistant, without citations and choices. */
  write(kind: Message['kind'], text: string, ofSeq: number): Message;
}

export function createVoice(locale: Locale, { knowledge, translate }: { knowledge: KnowledgeBase; translate: Translate }): Voice {
  const exchange = knowledge.exchange['name'] ?? '';
  const say: Voice['say'] = (key, values = {}) => translate(locale, `assistant.${key}`, { exchange, ...values });
  const origin = (from: Locale): string => `${say('otherLanguage')} (${new Intl.DisplayNames(locale, { type: 'language' }).of(from) ?? from})`;
  return {
    locale, say, origin,
    quote(articleId) {
      const translation = findTranslation(knowledge, articleId, locale);
      if (!translation) return undefined;
      const { title, answer } = renderArticle(translation, {
        exchange: knowledge.exchange,
        resolveArticle: (id) => `/help/${translation.locale}/${id}`,
      });
      const text = translation.locale === locale ? answer : `${origin(translation.locale)}\n\n${answer}`;
      return { text, citation: { articleId, locale: translation.locale, revision: translation.revision, title } };
    },
    write: (kind, text, ofSeq) => ({ author: { kind: 'assistant' }, kind, text, locale, citations: [], choices: [], ofSeq }),
  };
}
