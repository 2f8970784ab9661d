import type { Locale } from '../../domain/locales.ts';
import { renderArticle } from '../../knowledge/content/render-article.ts';
import { findTranslation } from '../../knowledge/find-translation.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

export interface HelpResult {
  readonly articleId: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
}

/** The articles nearest to a question, through the same search as the assistant's. @param question without secrets: the search may be a server of its own. */
export async function searchHelp({ base, search }: Knowledge, question: string, locale: Locale): Promise<HelpResult[]> {
  const { articles } = await search.rank(question, locale);
  return articles.flatMap(({ articleId }) => describeArticle(base, articleId, locale) ?? []);
}

/** What a list of articles shows of one. */
export function describeArticle(base: Knowledge['base'], articleId: string, locale: Locale): HelpResult | undefined {
  const translation = findTranslation(base, articleId, locale);
  if (!translation) return undefined;
  const { title, summary } = renderArticle(translation, { exchange: base.exchange, resolveArticle: () => undefined });
  return { articleId, title, summary, url: `/help/${translation.locale}/${articleId}` };
}
