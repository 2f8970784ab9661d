import { coverMarkers } from '../../domain/secrets.ts';
import type { Locale } from '../../domain/locales.ts';
import { renderArticle } from '../../knowledge/content/render-article.ts';
import { findTranslation } from '../../knowledge/find-translation.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { findByTitle } from '../../knowledge/search/find-by-title.ts';

export interface HelpResult {
  readonly articleId: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  /** In which it is written: the nearest to the reader's that there is. */
  readonly locale: Locale;
}

const MOST = 8;
/** Where even the likeliest is less likely than this, nobody has written about it: measured on words that mean nothing here. */
const BEST_FROM = 0.05;
/** What is less likely than this is noise beside the likeliest. */
const LEAST = 0.01;
/** So many are worth a look: where fewer fit, those that the best names as related follow. */
const FEW = 4;

/** Articles whose title has the words, then those nearest to the question, through the same search as the assistant's. @param question without secrets: the search may be a server of its own. */
export async function searchHelp({ base, search }: Knowledge, question: string, locale: Locale): Promise<HelpResult[]> {
  const { articles } = await search.rank(coverMarkers(question, ' '), locale);
  const near = (articles[0]?.score ?? 0) < BEST_FROM ? [] : articles.filter(({ score }) => score >= LEAST).map(({ articleId }) => articleId);
  const titled = findByTitle(base, question);
  // Whatever the titles say, the likeliest of them come first; a word that is in many titles tells nothing.
  const ids = new Set([...near.filter((id) => titled.includes(id)), ...(titled.length <= MOST ? titled : []), ...near]);
  const [best] = ids;
  for (const id of base.articles.get(best ?? '')?.related ?? []) if (ids.size < FEW) ids.add(id);
  return [...ids].flatMap((id) => describeArticle(base, id, locale) ?? []).slice(0, MOST);
}

/** What a list of articles shows of one. */
export function describeArticle(base: Knowledge['base'], articleId: string, locale: Locale): HelpResult | undefined {
  const translation = findTranslation(base, articleId, locale);
  if (!translation) return undefined;
  const { title, summary } = renderArticle(translation, { exchange: base.exchange, resolveArticle: () => undefined });
  return { articleId, title, summary, url: `/help/${translation.locale}/${articleId}`, locale: translation.locale };
}
