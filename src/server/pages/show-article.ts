import type { Locale } from '../../domain/locales.ts';
import type { RenderedArticle } from '../../knowledge/content/render-article.ts';
import type { HelpSite } from './help-site.ts';
import { html, type Html } from './html.ts';
import { markdownToHtml } from './markdown-html.ts';

/** The article itself, as the help page and the editor's preview have it. @param changedAt ms since the epoch; undefined where nobody knows. */
export function showArticle(rendered: RenderedArticle, { site: { say }, locale, changedAt }: { site: Pick<HelpSite, 'say'>; locale: Locale; changedAt: number | undefined }): Html {
  return html`<article><h1>${rendered.title}</h1>
${markdownToHtml(rendered.answer)}
${rendered.sections.map(({ heading, body }, i) => html`<h2 id="part-${i + 1}">${heading}</h2>${markdownToHtml(body)}`)}
${changedAt === undefined ? '' : html`<p class="changed"><time datetime="${new Date(changedAt).toISOString()}">${say(locale, 'updated', { date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(changedAt) })}</time></p>`}
</article>`;
}
