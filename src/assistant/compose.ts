import type { Citation, EventData } from '../domain/events.ts';
import type { Locale } from '../domain/locales.ts';
import { findTranslation } from '../knowledge/find-translation.ts';
import { renderArticle } from '../knowledge/content/render-article.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Verdict } from './decide.ts';
import type { Translate } from './phrases.ts';

export type Message = EventData<'message.sent'>;

interface Voice {
  readonly knowledge: KnowledgeBase;
  readonly translate: Translate;
}

/** The words for a verdict, in the contact's language, from approved articles and phrases only. */
export function compose(verdict: Verdict, { locale, ofSeq, isFirst }: { locale: Locale; ofSeq: number; isFirst: boolean }, voice: Voice): Message {
  const { knowledge, translate } = voice;
  const name = { exchange: knowledge.exchange['name'] ?? '' };
  const say = (key: string): string => translate(locale, `assistant.${key}`, name);
  const plain = (kind: Message['kind'], text: string): Message =>
    ({ author: { kind: 'assistant' }, kind, text, locale, citations: [], choices: [], ofSeq });

  switch (verdict.action) {
    case 'answer': {
      const quoted = quote(verdict.articleId, locale, voice);
      return quoted ? { ...plain('answer', quoted.text), citations: [quoted.citation] } : plain('notice', say('noAnswer'));
    }
    case 'clarify': {
      const choices = verdict.articleIds.flatMap((articleId) => {
        const translation = findTranslation(knowledge, articleId, locale);
        return translation ? [{ articleId, title: translation.title }] : [];
      });
      return choices.length > 0 ? { ...plain('choices', say('choose')), choices } : plain('notice', say('rephrase'));
    }
    case 'handoff': {
      const steps = verdict.safetyArticle === undefined ? undefined : quote(verdict.safetyArticle, locale, voice);
      const handedOver = say(`handoff.${verdict.handoffReason}`);
      return steps
        ? { ...plain('safety', `${handedOver}\n\n${steps.text}`), citations: [steps.citation] }
        : plain('notice', handedOver);
    }
    case 'decline':
      return plain('chat', say(`decline.${verdict.intent}`));
    case 'chat':
      return plain('chat', say(isFirst ? 'chat.greeting' : 'chat.later'));
  }
}

/** What an article answers, with where it stands. Says so where it is in another language than the contact's. */
function quote(articleId: string, locale: Locale, { knowledge, translate }: Voice): { text: string; citation: Citation } | undefined {
  const translation = findTranslation(knowledge, articleId, locale);
  if (!translation) return undefined;
  const { title, answer } = renderArticle(translation, {
    exchange: knowledge.exchange,
    resolveArticle: (id) => `/help/${translation.locale}/${id}`,
  });
  const text = translation.locale === locale ? answer : `${translate(locale, 'assistant.otherLanguage')}\n\n${answer}`;
  return { text, citation: { articleId, locale: translation.locale, revision: translation.revision, title } };
}
