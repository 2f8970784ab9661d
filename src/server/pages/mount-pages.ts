import { join } from 'node:path';
import express, { type Express, type Request, type Response } from 'express';
import type { Translate } from '../../assistant/phrases.ts';
import { isLocale, nearestLocale, type Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { describeApi } from '../openapi.ts';
import { createHelpPages } from './help-pages.ts';

export interface PageOptions {
  /** Absolute path of the built front-ends. */
  readonly webDir: string;
  readonly knowledge: () => Knowledge;
  readonly translate: Translate;
  readonly publicUrl: string;
  readonly version: string;
  readonly redact: Redact;
}

/** Everything that a browser opens: the demo page, the widget, the desk and the help pages. */
export function mountPages(app: Express, options: PageOptions): void {
  const { webDir, version, publicUrl } = options;
  const api = describeApi(version, publicUrl);
  app.get('/api/openapi.json', (_request, response) => { response.json(api); });
  app.get('/', (_request, response) => { response.sendFile(join(webDir, 'demo/index.html')); });
  app.get(['/desk', '/desk/*path'], (_request, response) => { response.sendFile(join(webDir, 'desk/index.html')); });
  mountHelp(app, options);
  // Files carry no hash in their names, so browsers ask each time whether theirs is still the same.
  app.use(express.static(webDir, { index: false, maxAge: 0, etag: true }));
}

function mountHelp(app: Express, options: PageOptions): void {
  const pages = createHelpPages(options);

  app.get('/help', (request, response) => {
    const query = typeof request.query['q'] === 'string' ? `?q=${encodeURIComponent(request.query['q'])}` : '';
    response.redirect(302, `/help/${nearestLocale(request.acceptsLanguages())}${query}`);
  });
  app.get('/sitemap.xml', (_request, response) => { response.type('application/xml').send(pages.sitemap()); });

  app.get('/help/:locale', async (request, response) => {
    const locale = localeOf(request, response);
    if (!locale) return;
    const question = typeof request.query['q'] === 'string' ? request.query['q'].trim().slice(0, 500) : '';
    response.type('html').send(question === '' ? pages.home(locale) : await pages.search(locale, question));
  });

  app.get('/help/:locale/:articleId', (request, response) => {
    const locale = localeOf(request, response);
    if (!locale) return;
    const page = pages.article(locale, request.params['articleId'] ?? '');
    if (page === undefined) response.status(404).type('html').send(pages.notFound(locale));
    else response.type('html').send(page);
  });
}

/** The locale of the address; one that is not served as written is led to the nearest that is. */
function localeOf(request: Request, response: Response): Locale | undefined {
  const wished = String(request.params['locale'] ?? '');
  if (isLocale(wished)) return wished;
  const rest = request.originalUrl.slice('/help/'.length).replace(/^[^/?]*/, '');
  response.redirect(302, `/help/${nearestLocale([wished])}${rest}`);
  return undefined;
}
