import type { Translate } from '../../assistant/phrases.ts';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import { translationPath } from '../../domain/documents/document-path.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { Article } from '../../domain/article.ts';
import { renderArticle } from '../../knowledge/content/render-article.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { layOutHelpPage } from './help-layout.ts';
import { articlePath, articlesOn, categoryPath, createHelpSite, homePath, localesOf, type ChangedAt, type HelpSite } from './help-site.ts';
import { listSitemaps, writeSitemap } from './help-sitemap.ts';
import { describeArticlePage, describeSite, describeWay } from './help-structured-data.ts';
import { html, type Html } from './html.ts';
import { showArticle } from './show-article.ts';
import { describeArticle, searchHelp, type HelpResult } from './search-help.ts';

/** Pages in a language; undefined where there is no such page. */
export interface HelpPages {
  home(locale: Locale): string;
  search(locale: Locale, question: string): Promise<string>;
  /** Undefined where the category does not exist, or has nothing in this language. */
  category(locale: Locale, categoryId: string): string | undefined;
  /** Undefined where the article does not exist in this language. */
  article(locale: Locale, articleId: string): string | undefined;
  /** After a vote; undefined as for the article. */
  thanks(locale: Locale, articleId: string, helped: boolean): string | undefined;
  /** Says in which languages there is such an article, if there is one at all. */
  notFound(locale: Locale, articleId?: string): string;
  sitemaps(): string;
  /** Undefined for a language without articles. */
  sitemap(locale: Locale): string | undefined;
}

/** Articles of a category that the first page shows. */
const SHOWN = 5;

/** The public help pages: plain HTML that reads without script, in every language that has articles. */
export function createHelpPages({ knowledge, translate, publicUrl, redact, changedAt }: {
  knowledge: () => Knowledge;
  translate: Translate;
  publicUrl: string;
  /** For what is searched: it goes to the search and back onto the page. */
  redact: Redact;
  changedAt: ChangedAt;
}): HelpPages {
  const openSite = (): HelpSite => createHelpSite(knowledge().base, { translate, publicUrl });
  return {
    home: (locale) => homePage(openSite(), locale),
    async search(locale, asked) {
      const question = redact(asked).text;
      return searchPage(openSite(), { locale, question, results: await searchHelp(knowledge(), question, locale) });
    },
    category: (locale, categoryId) => categoryPage(openSite(), locale, categoryId),
    article: (locale, articleId) => articlePage(openSite(), { locale, articleId, changedAt: changedAt(translationPath(articleId, locale)) }),
    thanks: (locale, articleId, helped) => thanksPage(openSite(), { locale, articleId, helped }),
    notFound: (locale, articleId) => notFoundPage(openSite(), locale, articleId),
    sitemaps: () => listSitemaps(openSite()),
    sitemap(locale) {
      const site = openSite();
      return localesOf(site.base).includes(locale) ? writeSitemap(site, locale, changedAt) : undefined;
    },
  };
}

function homePage(site: HelpSite, locale: Locale): string {
  const { base, say, exchange, nameCategory } = site;
  const shelves = base.categories.map(({ id }) => {
    const articles = articlesOn(base, id, locale);
    if (articles.length === 0) return html``;
    const more = articles.length > SHOWN ? html`<a class="more" href="${categoryPath(locale, id)}">${say(locale, 'showAll')} <span class="count">${articles.length}</span></a>` : '';
    return html`<section class="shelf" id="${id}"><h2><a href="${categoryPath(locale, id)}">${nameCategory(locale, id)}</a></h2><ul>${
      articles.slice(0, SHOWN).map((article) => html`<li><a href="${articlePath(locale, article.id)}">${titleOf(site, article, locale)}</a></li>`)}</ul>${more}</section>`;
  });
  return layOutHelpPage({
    locale, title: say(locale, 'heading'), description: say(locale, 'description', { exchange }), pathIn: homePath, kind: 'home',
    structuredData: describeSite(site, locale),
    body: html`<div class="shelves">${shelves}</div>`,
  }, site);
}

function searchPage(site: HelpSite, { locale, question, results }: { locale: Locale; question: string; results: readonly HelpResult[] }): string {
  const { say } = site;
  return layOutHelpPage({
    locale, question, title: say(locale, 'resultsTitle'), description: '', isHidden: true,
    pathIn: (other) => `${homePath(other)}?q=${encodeURIComponent(question)}`,
    body: html`<h1>${say(locale, 'resultsTitle')}</h1>${results.length === 0
      ? html`<p>${say(locale, 'noResults')}</p>`
      : html`<ol class="results">${results.map((result) => showResult(result, locale))}</ol>`}`,
  }, site);
}

function categoryPage(site: HelpSite, locale: Locale, categoryId: string): string | undefined {
  const { base, say, exchange, nameCategory } = site;
  const articles = articlesOn(base, categoryId, locale);
  if (articles.length === 0) return undefined;
  const name = nameCategory(locale, categoryId);
  const others = base.categories.filter(({ id }) => id !== categoryId && articlesOn(base, id, locale).length > 0);
  return layOutHelpPage({
    locale, title: name, description: say(locale, 'categoryDescription', { category: name, exchange }),
    pathIn: (other) => (articlesOn(base, categoryId, other).length > 0 ? categoryPath(other, categoryId) : undefined),
    structuredData: [describeWay(site, [[say(locale, 'title', { exchange }), homePath(locale)], [name, categoryPath(locale, categoryId)]])],
    body: html`${showWay(site, locale, [])}<h1>${name}</h1>
<ul class="results">${articles.flatMap(({ id }) => describeArticle(base, id, locale) ?? []).map((result) => showResult(result, locale))}</ul>
<aside class="related"><h2>${say(locale, 'otherCategories')}</h2><ul class="chips">${others.map(({ id }) => html`<li><a href="${categoryPath(locale, id)}">${nameCategory(locale, id)}</a></li>`)}</ul></aside>`,
  }, site);
}

function articlePage(site: HelpSite, { locale, articleId, changedAt }: { locale: Locale; articleId: string; changedAt: number | undefined }): string | undefined {
  const { base } = site;
  const article = base.articles.get(articleId);
  const translation = article?.translations[locale];
  if (!article || !translation) return undefined;
  const rendered = renderArticle(translation, { exchange: base.exchange, resolveArticle: (id) => articlePath(locale, id) });
  return layOutHelpPage({
    locale, title: rendered.title, description: rendered.summary, kind: 'article',
    pathIn: (other) => (article.translations[other] ? articlePath(other, articleId) : undefined),
    structuredData: describeArticlePage(site, { article, locale, rendered, changedAt }),
    body: html`${showWay(site, locale, [article.category])}${showArticle(rendered, { site, locale, changedAt })}
${askWhetherHelpful(site, { locale, articleId, revision: translation.revision })}${showRelated(site, article, locale)}`,
  }, site);
}

function thanksPage(site: HelpSite, { locale, articleId, helped }: { locale: Locale; articleId: string; helped: boolean }): string | undefined {
  const { base, say } = site;
  const article = base.articles.get(articleId);
  if (!article?.translations[locale]) return undefined;
  return layOutHelpPage({
    locale, title: say(locale, 'thanks'), description: '', isHidden: true,
    pathIn: (other) => (article.translations[other] ? articlePath(other, articleId) : undefined),
    body: html`<h1>${say(locale, 'thanks')}</h1><p>${say(locale, helped ? 'thanksYes' : 'thanksNo')}</p>
<p><a href="${articlePath(locale, articleId)}">${say(locale, 'backToArticle')}</a></p>${showRelated(site, article, locale)}`,
  }, site);
}

function notFoundPage(site: HelpSite, locale: Locale, articleId = ''): string {
  const { base, say } = site;
  const translations = base.articles.get(articleId)?.translations ?? {};
  const written = localesOf(base).filter((other) => translations[other]);
  const elsewhere = written.length === 0 ? html`<p>${say(locale, 'notFoundHint')}</p>` : html`<p>${say(locale, 'notTranslated')}</p><ul class="chips">${
    written.map((other) => html`<li><a href="${articlePath(other, articleId)}" lang="${other}" dir="${LOCALES[other].direction}" hreflang="${other}">${LOCALES[other].name}</a></li>`)}</ul>`;
  const title = say(locale, 'notFound');
  return layOutHelpPage({ locale, title, description: '', isHidden: true, pathIn: homePath, body: html`<h1>${title}</h1>${elsewhere}` }, site);
}

function askWhetherHelpful({ say }: HelpSite, { locale, articleId, revision }: { locale: Locale; articleId: string; revision: string }): Html {
  return html`<form class="vote" method="post" action="${articlePath(locale, articleId)}/vote"><p id="helpful">${say(locale, 'helpful')}</p>
<input type="hidden" name="revision" value="${revision}"><div role="group" aria-labelledby="helpful"><button name="helped" value="yes">${say(locale, 'yes')}</button><button name="helped" value="no">${say(locale, 'no')}</button></div></form>`;
}

/** @param categories that lie between the first page and this one. */
function showWay({ say, nameCategory, exchange }: HelpSite, locale: Locale, categories: readonly string[]): Html {
  return html`<nav class="crumbs" aria-label="${say(locale, 'breadcrumbs')}"><ol><li><a href="${homePath(locale)}">${say(locale, 'title', { exchange })}</a></li>${
    categories.map((id) => html`<li><a href="${categoryPath(locale, id)}">${nameCategory(locale, id)}</a></li>`)}</ol></nav>`;
}

function showResult({ url, title, summary, locale: written }: HelpResult, locale: Locale): Html {
  const other = written === locale ? undefined : LOCALES[written];
  const language = other && html` lang="${written}" dir="${other.direction}"`;
  return html`<li><a href="${url}"${language ?? ''}>${title}</a>${other ? html` <span class="tag">${other.name}</span>` : ''}<p${language ?? ''}>${summary}</p></li>`;
}

function titleOf({ base }: HelpSite, { id }: Article, locale: Locale): string {
  return describeArticle(base, id, locale)?.title ?? id;
}

function showRelated({ base, say }: HelpSite, { related }: Article, locale: Locale): Html {
  const links = related.flatMap((id) => describeArticle(base, id, locale) ?? []);
  return links.length === 0 ? html`` : html`<aside class="related"><h2>${say(locale, 'related')}</h2><ul>${
    links.map(({ url, title }) => html`<li><a href="${url}">${title}</a></li>`)}</ul></aside>`;
}
