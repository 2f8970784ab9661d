import express, { type Express, type Request, type Response } from 'express';
import { AppError } from '../../domain/errors.ts';
import { isLocale, nearestLocale, type Locale } from '../../domain/locales.ts';
import type { IsOwnOrigin } from '../http/own-origin.ts';
import type { HelpPages } from './help-pages.ts';
import type { VoteOnHelp } from './help-votes.ts';

/** Longest question that is searched. */
const MAX_QUESTION = 500;
const MAX_VOTE_BYTES = 1024;

/** The addresses of the help centre, and what search engines ask for. */
export function mountHelp(app: Express, { pages, voteOnHelp, isOwnOrigin, publicUrl }: {
  pages: HelpPages;
  voteOnHelp: VoteOnHelp;
  isOwnOrigin: IsOwnOrigin;
  publicUrl: string;
}): void {
  app.get('/robots.txt', (_request, response) => {
    response.type('text/plain').send(`User-agent: *\nDisallow: /api/\nDisallow: /desk\nDisallow: /editor\n\nSitemap: ${publicUrl}/sitemap.xml\n`);
  });
  app.get('/sitemap.xml', (_request, response) => { response.type('application/xml').send(pages.sitemaps()); });
  app.get('/sitemap-:locale.xml', (request, response, next) => {
    const { locale } = request.params;
    const sitemap = isLocale(locale) ? pages.sitemap(locale) : undefined;
    if (sitemap === undefined) next();
    else response.type('application/xml').send(sitemap);
  });

  app.use('/help', (_request, response, next) => {
    // Other sites are told nothing; our own must know where a form comes from.
    response.set('Referrer-Policy', 'same-origin');
    next();
  });
  app.get('/help', (request, response) => {
    const query = typeof request.query['q'] === 'string' ? `?q=${encodeURIComponent(request.query['q'])}` : '';
    response.vary('Accept-Language').redirect(302, `/help/${nearestLocale(request.acceptsLanguages())}${query}`);
  });
  app.get('/help/:locale', async (request, response) => {
    const locale = localeOf(request, response);
    if (!locale) return;
    const question = typeof request.query['q'] === 'string' ? request.query['q'].trim().slice(0, MAX_QUESTION) : '';
    response.type('html').send(question === '' ? pages.home(locale) : await pages.search(locale, question));
  });
  app.get('/help/:locale/category/:categoryId', (request, response) => {
    const locale = localeOf(request, response);
    if (locale) send(response, pages.category(locale, request.params['categoryId'] ?? ''), () => pages.notFound(locale));
  });
  app.get('/help/:locale/:articleId', (request, response) => {
    const locale = localeOf(request, response);
    const articleId = request.params['articleId'] ?? '';
    if (locale) send(response, pages.article(locale, articleId), () => pages.notFound(locale, articleId));
  });
  mountVotes(app, { pages, voteOnHelp, isOwnOrigin });
}

/** "Was this helpful?" is a form: voting needs no script. */
function mountVotes(app: Express, { pages, voteOnHelp, isOwnOrigin }: { pages: HelpPages; voteOnHelp: VoteOnHelp; isOwnOrigin: IsOwnOrigin }): void {
  app.post('/help/:locale/:articleId/vote', express.urlencoded({ extended: false, limit: MAX_VOTE_BYTES }), async (request, response) => {
    if (!isOwnOrigin(request)) throw new AppError('forbidden', 'this vote comes from another site');
    const { locale, articleId } = request.params;
    const { helped, revision } = (request.body ?? {}) as Partial<Record<string, unknown>>;
    if (helped !== 'yes' && helped !== 'no') throw new AppError('invalid-input', 'helped: expected yes or no', { field: 'helped' });
    if (typeof revision !== 'string') throw new AppError('invalid-input', 'revision: expected that of the page', { field: 'revision' });
    const voted = isLocale(locale) ? await voteOnHelp({ articleId: articleId ?? '', locale, revision, helped: helped === 'yes' }, request) : 'not-found';
    if (voted === 'not-found') throw new AppError('not-found', `there is no article ${articleId}`);
    // Whoever loads the page again does not vote again.
    response.redirect(303, `/help/${locale}/${articleId}/thanks?helped=${helped}`);
  });
  app.get('/help/:locale/:articleId/thanks', (request, response) => {
    const locale = localeOf(request, response);
    const articleId = request.params['articleId'] ?? '';
    if (locale) send(response, pages.thanks(locale, articleId, request.query['helped'] === 'yes'), () => pages.notFound(locale, articleId));
  });
}

function send(response: Response, page: string | undefined, notFound: () => string): void {
  if (page === undefined) response.status(404).type('html').send(notFound());
  else response.type('html').send(page);
}

/** The locale of the address; one that is not served as written is led to the nearest that is. */
function localeOf(request: Request, response: Response): Locale | undefined {
  const wished = String(request.params['locale'] ?? '');
  if (isLocale(wished)) return wished;
  const rest = request.originalUrl.slice('/help/'.length).replace(/^[^/?]*/, '');
  response.redirect(302, `/help/${nearestLocale([wished])}${rest}`);
  return undefined;
}
