import * as z from 'zod';
import { LOCALE_TAGS, localeSchema } from '../../domain/locales.ts';
import { articleLink, type Route } from './route.ts';

const wishedLocale = z.string().max(35).optional().describe(`A BCP 47 tag; the nearest of ${LOCALE_TAGS.join(', ')} is served.`);

/** What anybody may read. */
export const PUBLIC_ROUTES = {
  getWidgetConfig: {
    method: 'get', path: '/api/widget/config', access: 'public',
    summary: 'What the widget shows before the first message, in one language.',
    query: z.object({ locale: wishedLocale }),
    response: z.object({
      locale: localeSchema,
      direction: z.enum(['ltr', 'rtl']),
      exchangeName: z.string(),
      suggestions: z.array(articleLink).describe('Articles that are asked for most.'),
      phrases: z.record(z.string(), z.string()).describe('The widget\'s phrases by key.'),
    }),
  },
  searchHelp: {
    method: 'get', path: '/api/help/search', access: 'public',
    summary: 'Finds articles for a question.',
    query: z.object({ q: z.string().min(1).max(500), locale: wishedLocale }),
    response: z.object({ results: z.array(articleLink.extend({ summary: z.string(), url: z.string() })) }),
  },
} as const satisfies Record<string, Route>;
