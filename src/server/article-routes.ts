import type { Articles } from '../desk/articles.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountArticleRoutes(mount: MountRoute, { articles }: { articles: Articles }): void {
  mount('suggestArticles', ({ agent, params, query }) => articles.suggest(agent, params.conversationId, query.reader));

  mount('findArticles', async ({ query: { q, locale, reader } }) => ({ articles: await articles.find(q, { locale, reader }) }));

  mount('readArticle', ({ params, query: { locale, reader } }) => ({ article: articles.read(params.articleId, { locale, reader }) }));
}
