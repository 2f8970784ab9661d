import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../domain/locales.ts';
import { homePath, localesOf, type HelpSite } from './help-site.ts';
import { html, Html } from './html.ts';

export interface HelpPage {
  readonly locale: Locale;
  readonly title: string;
  /** Empty where there is nothing to say of the page by itself. */
  readonly description: string;
  /** Path of this page in another language, where it exists there. */
  readonly pathIn: (locale: Locale) => string | undefined;
  /** What was searched. */
  readonly question?: string;
  /** A page that search engines are to pass over. */
  readonly isHidden?: boolean;
  readonly kind?: 'article' | 'home';
  /** What it is, for machines: one object of schema.org, or several. */
  readonly structuredData?: readonly object[];
  readonly body: Html;
}

/** What all help pages share: head, languages, search, footer and the widget. */
export function layOutHelpPage(page: HelpPage, site: HelpSite): string {
  const { locale, kind, title, body } = page;
  const { say, exchange } = site;
  const laidOut = html`<!doctype html>
<html lang="${locale}" dir="${LOCALES[locale].direction}">
<head>
${layOutHead(page, site)}
</head>
<body${kind === 'home' ? html` class="first"` : ''}>
<a class="skip" href="#content">${say(locale, 'skip')}</a>
<header class="top">
<a class="home" href="${homePath(locale)}"><img src="/icon.svg" alt="" width="24" height="24"> <span>${say(locale, 'title', { exchange })}</span></a>
${kind === 'home' ? '' : askForQuestion(page, site)}
${chooseLanguage(page, site)}
</header>
${kind === 'home' ? html`<section class="hero" aria-labelledby="hero"><h1 id="hero">${title}</h1>
${askForQuestion(page, site)}</section>` : ''}
<main id="content" tabindex="-1">${body}</main>
<footer>${askFurther(locale, site)}<p>${say(locale, 'footer', { exchange })}</p></footer>
<script src="/widget.js" data-locale="${locale}" async></script>
</body>
</html>`;
  return laidOut.text;
}

function askForQuestion({ locale, question }: HelpPage, { say }: HelpSite): Html {
  return html`<search class="search"><form action="${homePath(locale)}" method="get">
<label class="hidden" for="q">${say(locale, 'searchLabel')}</label>
<div class="field"><input id="q" name="q" type="search" value="${question ?? ''}" placeholder="${say(locale, 'searchPlaceholder')}" maxlength="500"${question === undefined ? '' : html` dir="auto"`} required><button>${say(locale, 'searchButton')}</button></div>
</form></search>`;
}

function layOutHead({ locale, title, description, pathIn, isHidden, kind, structuredData = [] }: HelpPage, { base, exchange, publicUrl }: HelpSite): Html {
  const own = pathIn(locale);
  const others = localesOf(base).flatMap((other) => {
    const path = pathIn(other);
    return path === undefined ? [] : [{ locale: other, path }];
  });
  const isListed = isHidden !== true && own !== undefined;
  const fallback = own === homePath(locale) ? '/help' : pathIn(DEFAULT_LOCALE);
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${exchange}</title>
${description === '' ? '' : html`<meta name="description" content="${description}">`}
${isListed ? html`<link rel="canonical" href="${publicUrl}${own}">
${others.map((other) => html`<link rel="alternate" hreflang="${other.locale}" href="${publicUrl}${other.path}">
`)}${fallback === undefined ? '' : html`<link rel="alternate" hreflang="x-default" href="${publicUrl}${fallback}">`}
<meta property="og:type" content="${kind === 'article' ? 'article' : 'website'}">
<meta property="og:site_name" content="${exchange}">
<meta property="og:title" content="${title}">
${description === '' ? '' : html`<meta property="og:description" content="${description}">`}
<meta property="og:url" content="${publicUrl}${own}">
<meta property="og:locale" content="${locale.replace('-', '_')}">
${others.filter((other) => other.locale !== locale).map((other) => html`<meta property="og:locale:alternate" content="${other.locale.replace('-', '_')}">
`)}<meta name="twitter:card" content="summary">` : html`<meta name="robots" content="noindex">`}
<link rel="stylesheet" href="/help.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${structuredData.length === 0 ? '' : html`<script type="application/ld+json">${embedJson({ '@context': 'https://schema.org', '@graph': structuredData })}</script>`}`;
}

/** Data, which browsers do not run and a content security policy does not forbid; nothing in it can end the element. */
function embedJson(data: object): Html {
  return new Html(JSON.stringify(data).replaceAll('<', '\\u003c'));
}

/** Every language: to this page where it exists there, to the first page elsewhere. */
function chooseLanguage({ locale, pathIn }: HelpPage, { base, say }: HelpSite): Html {
  const links = localesOf(base).map((other) => {
    const { name, direction } = LOCALES[other];
    return html`<li><a href="${pathIn(other) ?? homePath(other)}" lang="${other}" dir="${direction}" hreflang="${other}"${other === locale ? html` aria-current="true"` : ''}>${name}</a></li>`;
  });
  return html`<details class="languages"><summary><span class="hidden">${say(locale, 'language')}: </span>${LOCALES[locale].name}</summary>
<ul>${links}</ul>
</details>`;
}

function askFurther(locale: Locale, { base, say }: HelpSite): Html {
  const email = base.exchange['supportEmail'];
  return html`<p class="further"><strong>${say(locale, 'stillNeedHelp')}</strong> ${say(locale, 'askChat')}${
    email === undefined ? '' : html` <span>${say(locale, 'writeTo')} <a href="mailto:${email}" dir="ltr">${email}</a></span>`}</p>`;
}
