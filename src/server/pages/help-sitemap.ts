import { translationPath } from '../../domain/documents/document-path.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import { articlePath, articlesOn, categoryPath, homePath, localesOf, type ChangedAt, type HelpSite } from './help-site.ts';
import { html, type Html } from './html.ts';

/** The list of the sitemaps, one a language (https://www.sitemaps.org/protocol.html). */
export function listSitemaps({ base, publicUrl }: HelpSite): string {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${localesOf(base).map((locale) => html`<sitemap><loc>${publicUrl}/sitemap-${locale}.xml</loc></sitemap>
`)}</sitemapindex>
`.text;
}

/** Every page of a language with its other languages, and when its words last changed, where that is known. */
export function writeSitemap(site: HelpSite, locale: Locale, changedAt: ChangedAt): string {
  const { base } = site;
  const entry = (pathIn: (other: Locale) => string | undefined, at?: number): Html => showPage(site, locale, pathIn, at);
  const categories = base.categories.filter(({ id }) => articlesOn(base, id, locale).length > 0);
  const articles = [...base.articles.values()].filter(({ translations }) => translations[locale]);
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entry(homePath)}${
  categories.map(({ id }) => entry((other) => (articlesOn(base, id, other).length > 0 ? categoryPath(other, id) : undefined)))}${
  articles.map(({ id, translations }) => entry((other) => (translations[other] ? articlePath(other, id) : undefined), changedAt(translationPath(id, locale))))}</urlset>
`.text;
}

function showPage({ base, publicUrl }: HelpSite, locale: Locale, pathIn: (locale: Locale) => string | undefined, at: number | undefined): Html {
  const fallback = pathIn(DEFAULT_LOCALE);
  const links = localesOf(base).flatMap((other) => {
    const path = pathIn(other);
    return path === undefined ? [] : [html`<xhtml:link rel="alternate" hreflang="${other}" href="${publicUrl}${path}"/>`];
  });
  return html`<url><loc>${publicUrl}${pathIn(locale)}</loc>${at === undefined ? '' : html`<lastmod>${new Date(at).toISOString()}</lastmod>`}${links}${
    fallback === undefined ? '' : html`<xhtml:link rel="alternate" hreflang="x-default" href="${publicUrl}${fallback}"/>`}</url>
`;
}
