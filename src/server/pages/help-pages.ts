import type { Translate } from '../../assistant/phrases.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { Article, Translation } from '../../domain/article.ts';
import { renderArticle } from '../../knowledge/content/render-article.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { layOutHelpPage, type HelpPage, type Say } from './help-layout.ts';
import { html, type Html } from './html.ts';
import { markdownToHtml } from './markdown-html.ts';
import { describeArticle, searchHelp, type HelpResult } from './search-help.ts';

export interface HelpPages {
  home(locale: Locale): string;
  search(locale: Locale, question: string): Promise<string>;
  /** Undefined where the article does not exist in this language. */
  article(locale: Locale, articleId: string): string | undefined;
  notFound(locale: Locale): string;
  sitemap(): string;
}

/** The public help pages: plain HTML that reads without script, in every language that has articles. */
export function createHelpPages({ knowledge, translate, publicUrl, redact }: {
  knowledge: () => Knowledge;
  translate: Translate;
  publicUrl: string;
  /** For what is searched: it goes to the search and back onto the page. */
  redact: Redact;
}): HelpPages {
  const say: Say = (locale, key, values = {}) => translate(locale, `help.${key}`, values);
  const layout = (page: HelpPage): string => layOutHelpPage(page, { base: knowledge().base, say, publicUrl });

  function homePage(locale: Locale): string {
    const { base } = knowledge();
    const exchange = base.exchange['name'] ?? '';
    const shelves = base.categories.map(({ id }) => {
      const articles = [...base.articles.values()].filter((article) => article.category === id && article.translations[locale]);
      return articles.length === 0 ? html`` : html`<section class="shelf" id="${id}"><h2>${translate(locale, `category.${id}`)}</h2><ul>${
        articles.map((article) => html`<li><a href="/help/${locale}/${article.id}">${article.translations[locale]?.title}</a></li>`)}</ul></section>`;
    });
    return layout({
      locale, title: say(locale, 'heading'), description: say(locale, 'description', { exchange }),
      pathIn: (other) => `/help/${other}`,
      body: html`<h1>${say(locale, 'heading')}</h1><div class="shelves">${shelves}</div>`,
    });
  }

  async function searchPage(locale: Locale, asked: string): Promise<string> {
    const question = redact(asked).text;
    const results = await searchHelp(knowledge(), question, locale);
    return layout({
      locale, question, title: say(locale, 'resultsTitle'), description: '',
      pathIn: (other) => `/help/${other}?q=${encodeURIComponent(question)}`,
      body: html`<h1>${say(locale, 'resultsTitle')}</h1>${results.length === 0
        ? html`<p>${say(locale, 'noResults')}</p>`
        : html`<ol class="results">${results.map((result) => showResult(result))}</ol>`}`,
    });
  }

  function articlePage(locale: Locale, articleId: string): string | undefined {
    const { base } = knowledge();
    const article = base.articles.get(articleId);
    const translation = article?.translations[locale];
    if (!article || !translation) return undefined;
    const rendered = renderArticle(translation, { exchange: base.exchange, resolveArticle: (id) => `/help/${locale}/${id}` });
    return layout({
      locale, title: rendered.title, description: rendered.summary,
      pathIn: (other) => (article.translations[other] ? `/help/${other}/${articleId}` : undefined),
      body: html`<nav class="crumbs" aria-label="${say(locale, 'breadcrumbs')}"><a href="/help/${locale}">${say(locale, 'heading')}</a> <span aria-hidden="true">/</span> <a href="/help/${locale}#${article.category}">${translate(locale, `category.${article.category}`)}</a></nav>
<article><h1>${rendered.title}</h1>
${markdownToHtml(rendered.answer)}
${rendered.sections.map(({ heading, body }) => html`<h2>${heading}</h2>${markdownToHtml(body)}`)}
</article>${showRelated(article, translation, base, say(locale, 'related'))}`,
    });
  }

  return {
    home: homePage,
    search: searchPage,
    article: articlePage,
    notFound: (locale) => layout({
      locale, title: say(locale, 'notFound'), description: '', pathIn: (other) => `/help/${other}`,
      body: html`<h1>${say(locale, 'notFound')}</h1><p>${say(locale, 'notFoundHint')}</p>`,
    }),
    sitemap: () => sitemap(knowledge().base, publicUrl),
  };
}

function showResult({ url, title, summary }: HelpResult): Html {
  return html`<li><a href="${url}">${title}</a><p>${summary}</p></li>`;
}

function sitemap(base: KnowledgeBase, publicUrl: string): string {
  const urls = [...base.articles.values()].flatMap(({ id, translations }) =>
    Object.keys(translations).map((locale) => html`<url><loc>${publicUrl}/help/${locale}/${id}</loc></url>`));
  return html`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`.text;
}

function showRelated({ related }: Article, { locale }: Translation, base: KnowledgeBase, heading: string): Html {
  const links = related.flatMap((id) => describeArticle(base, id, locale) ?? []);
  return links.length === 0 ? html`` : html`<aside class="related"><h2>${heading}</h2><ul>${
    links.map(({ url, title }) => html`<li><a href="${url}">${title}</a></li>`)}</ul></aside>`;
}
