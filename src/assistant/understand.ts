import type { RankedArticle } from '../domain/article.ts';
import { MAX_TEXT_LENGTH, type Understanding } from '../domain/events.ts';
import { INTENTS, type Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import { raiseUrgency, type Urgency } from '../domain/urgencies.ts';
import type { Search } from '../knowledge/search/create-search.ts';
import { detectLocale } from './detect-locale.ts';

/** Everything that is known of an utterance before anything is decided. */
export interface Understood {
  readonly understanding: Understanding;
  readonly ranking: readonly RankedArticle[];
  /** Probabilities of the intents, best first. */
  readonly intents: readonly { readonly intent: Intent; readonly probability: number }[];
}

/**
 * Reads an utterance.
 * @param said the text, and the conversation's language so far.
 * @param urgencyOf what a question that an article answers usually is.
 */
export async function understand({ text: said, prior, isFirst }: { text: string; prior: Locale; isFirst: boolean }, { search, urgencyOf }: {
  search: Pick<Search, 'rank' | 'voteLocales'>;
  urgencyOf: (articleId: string) => Urgency;
}): Promise<Understood> {
  // Several messages may have come together; more than one may have is read no further, so that no contact can keep the desk busy.
  const text = said.slice(0, MAX_TEXT_LENGTH);
  const votes = search.voteLocales(text);
  const { locale, reason } = detectLocale(text, { prior, isFirst, votes });
  const { articles, intents } = await search.rank(text, locale ?? prior, votes);
  const [best] = intents;
  const intent = best?.intent ?? 'out_of_scope';
  const [article] = articles;
  const urgency = article && INTENTS[intent].action === 'answer'
    ? raiseUrgency(INTENTS[intent].urgency, urgencyOf(article.articleId))
    : INTENTS[intent].urgency;
  return {
    understanding: {
      locale, intent, urgency,
      confidence: round(best?.probability ?? 0),
      reasons: [`locale: ${locale ?? 'unclear'} (${reason})`, ...intents.slice(0, 3).map((one) => `intent: ${one.intent} ${round(one.probability)}`)],
    },
    ranking: articles.map(({ articleId, score }) => ({ articleId, score: round(score) })),
    intents,
  };
}

function round(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
