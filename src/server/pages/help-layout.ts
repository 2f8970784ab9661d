import { LOCALES, LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { html, type Html } from './html.ts';

/** A phrase of the help pages by its key. */
export type Say = (locale: Locale, key: string, values?: Record<string, string | number>) => string;

export interface HelpPage {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  /** Path of this page in another language, where it exists there. */
  readonly pathIn: (locale: Locale) => string | undefined;
  readonly question?: string;
  readonly body: Html;
}

/** What all help pages share: head, languages, search, footer and the widget. */
export function layOutHelpPage({ locale, title, description, pathIn, question, body }: HelpPage, { base, say, publicUrl }: {
  base: KnowledgeBase;
  say: Say;
  publicUrl: string;
}): string {
  const exchange = base.exchange['name'] ?? '';
  const alternates = localesOf(base).flatMap((other) => {
    const path = pathIn(other);
    return path === undefined ? [] : [{ locale: other, path }];
  });
  const page = html`<!doctype html>
<html lang="${locale}" dir="${LOCALES[locale].direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${exchange}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${publicUrl}${pathIn(locale) ?? ''}">
${alternates.map((other) => html`<link rel="alternate" hreflang="${other.locale}" href="${publicUrl}${other.path}">`)}
<link rel="stylesheet" href="/help.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${say(locale, 'skip')}</a>
<header class="top">
<a class="home" href="/help/${locale}"><img src="/icon.svg" alt="" width="24" height="24"> <span>${say(locale, 'title', { exchange })}</span></a>
<details class="languages"><summary>${LOCALES[locale].name}</summary>
<ul>${alternates.map((other) => html`<li><a href="${other.path}" lang="${other.locale}" dir="${LOCALES[other.locale].direction}" hreflang="${other.locale}">${LOCALES[other.locale].name}</a></li>`)}</ul>
</details>
</header>
<search class="search"><form action="/help/${locale}" method="get">
<label for="q">${say(locale, 'searchLabel')}</label>
<div class="field"><input id="q" name="q" type="search" value="${question ?? ''}" placeholder="${say(locale, 'searchPlaceholder')}" maxlength="500" required><button>${say(locale, 'searchButton')}</button></div>
</form></search>
<main id="content">${body}</main>
<footer><p>${say(locale, 'footer', { exchange })}</p></footer>
<script src="/widget.js" data-locale="${locale}" async></script>
</body>
</html>`;
  return page.text;
}

/** Languages that have articles at all, in the order of the table. */
export function localesOf({ articles }: KnowledgeBase): Locale[] {
  const written = new Set([...articles.values()].flatMap(({ translations }) => Object.keys(translations)));
  return LOCALE_TAGS.filter((locale) => written.has(locale));
}
