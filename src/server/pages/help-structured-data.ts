import type { Article } from '../../domain/article.ts';
import type { Locale } from '../../domain/locales.ts';
import type { RenderedArticle } from '../../knowledge/content/render-article.ts';
import { articlePath, categoryPath, homePath, type HelpSite } from './help-site.ts';
import { markdownToHtml } from './markdown-html.ts';

/** The way to a page, as https://schema.org/BreadcrumbList. @param steps name and path, from the first page on. */
export function describeWay({ publicUrl }: HelpSite, steps: readonly (readonly [name: string, path: string])[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, path], i) => ({ '@type': 'ListItem', position: i + 1, name, item: `${publicUrl}${path}` })),
  };
}

/** The help centre and how it is searched, as https://schema.org/WebSite. */
export function describeSite({ publicUrl, say, exchange, base }: HelpSite, locale: Locale): object[] {
  const websiteUrl = base.exchange['websiteUrl'];
  return [{
    '@type': 'WebSite', name: say(locale, 'title', { exchange }), url: `${publicUrl}${homePath(locale)}`, inLanguage: locale,
    publisher: { '@type': 'Organization', name: exchange, ...(websiteUrl !== undefined && { url: websiteUrl }) },
    potentialAction: {
      '@type': 'SearchAction', 'query-input': 'required name=q',
      target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}${homePath(locale)}?q={q}` },
    },
  }];
}

/** An article: the way to it, itself, and the question that it answers (https://schema.org/Article, https://schema.org/FAQPage). */
export function describeArticlePage(site: HelpSite, { article, locale, rendered, changedAt }: {
  article: Article;
  locale: Locale;
  rendered: RenderedArticle;
  /** Ms since the epoch; undefined where nobody knows. */
  changedAt: number | undefined;
}): object[] {
  const { publicUrl, exchange, say, nameCategory } = site;
  const url = `${publicUrl}${articlePath(locale, article.id)}`;
  const answer = markdownToHtml(rendered.answer).text.trim();
  return [
    describeWay(site, [[say(locale, 'title', { exchange }), homePath(locale)], [nameCategory(locale, article.category), categoryPath(locale, article.category)], [rendered.title, articlePath(locale, article.id)]]),
    {
      '@type': 'Article', headline: rendered.title, description: rendered.summary, inLanguage: locale, url, mainEntityOfPage: url,
      articleSection: nameCategory(locale, article.category),
      ...(changedAt !== undefined && { dateModified: new Date(changedAt).toISOString() }),
      publisher: { '@type': 'Organization', name: exchange },
    },
    { '@type': 'FAQPage', inLanguage: locale, mainEntity: [{ '@type': 'Question', name: rendered.title, acceptedAnswer: { '@type': 'Answer', text: answer } }] },
  ];
}
