import * as z from 'zod';
import { citationSchema } from '../../domain/events.ts';
import { localeSchema } from '../../domain/locales.ts';
import { conversationParams, type Route } from './route.ts';

const reader = localeSchema.optional().describe('A language that the agent reads, for `readerTitle`.');

const articleRow = citationSchema.extend({
  summary: z.string(),
  readerTitle: z.string().nullable().describe('The title in the agent\'s language, where that is another.'),
});

/** Articles beside a conversation: what an agent may send of them. */
export const ARTICLE_ROUTES = {
  suggestArticles: {
    method: 'get', path: '/api/desk/conversations/:conversationId/articles', access: 'conversations.handle',
    summary: 'The best articles for what the contact wrote last, at most 3, in the contact\'s language where they exist in it.',
    params: conversationParams, query: z.object({ reader }),
    response: z.object({ articles: z.array(articleRow), contactSeq: z.int().describe('The contact\'s last message that they were found for.') }),
  },
  findArticles: {
    method: 'get', path: '/api/desk/articles', access: 'knowledge.read',
    summary: 'Articles whose titles have these words, then those that answer them best; at most 8.',
    query: z.object({ q: z.string().trim().min(1).max(500), locale: localeSchema.describe('In which they are wanted; the nearest there is is given.'), reader }),
    response: z.object({ articles: z.array(articleRow) }),
  },
  readArticle: {
    method: 'get', path: '/api/desk/articles/:articleId', access: 'knowledge.read',
    summary: 'What an article answers, as the assistant would say it.',
    params: z.object({ articleId: z.string().max(100) }), query: z.object({ locale: localeSchema, reader }),
    response: z.object({ article: articleRow.extend({ answer: z.string().describe('Markdown.') }) }),
  },
} as const satisfies Record<string, Route>;
