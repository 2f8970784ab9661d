import type { Translate } from '../../assistant/phrases.ts';
import { createVoice } from '../../assistant/voice.ts';
import type { Article } from '../../domain/article.ts';
import { readDocumentPath } from '../../domain/documents/document-path.ts';
import { AppError } from '../../domain/errors.ts';
import type { Redact } from '../../domain/secrets.ts';
import { parseTranslationFile } from '../../knowledge/files/translation-file.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Problem } from '../../knowledge/problem.ts';
import { createHelpPages } from './help-pages.ts';

/** A translation as contacts would see it; what is wrong with a text that is none. Throws AppError `invalid-input` (field `path`) for another document. */
export type PreviewDocument = (document: { readonly path: string; readonly text: string }) =>
  | { readonly state: 'shown'; readonly title: string; readonly summary: string; readonly answer: string; readonly page: string }
  | { readonly state: 'unreadable'; readonly problems: readonly Problem[] };

/** By the very code that answers contacts and serves the help pages, on the knowledge with this text in it. */
export function createPreviewDocument({ knowledge, translate, publicUrl, redact }: { knowledge: () => Knowledge; translate: Translate; publicUrl: string; redact: Redact }): PreviewDocument {
  return ({ path, text }) => {
    const name = readDocumentPath(path);
    if (name?.kind !== 'translation') throw new AppError('invalid-input', 'path: expected articles/<id>/<locale>.md', { field: 'path' });
    const { articleId, locale } = name;
    const read = parseTranslationFile(text, path, articleId, locale);
    if (!read.ok) return { state: 'unreadable', problems: read.problems };
    const { base, search } = knowledge();
    const article: Article = base.articles.get(articleId) ?? placeholder(articleId, base.categories[0]);
    const translation = read.parsed.value;
    const changed = { ...base, articles: new Map(base.articles).set(articleId, { ...article, translations: { ...article.translations, [locale]: translation } }) };
    const pages = createHelpPages({ knowledge: () => ({ base: changed, search }), translate, publicUrl, redact, changedAt: () => undefined });
    const quoted = createVoice(locale, { knowledge: changed, translate }).quote(articleId);
    return { state: 'shown', title: quoted?.citation.title ?? translation.title, summary: translation.summary, answer: quoted?.text ?? '', page: pages.article(locale, articleId) ?? '' };
  };
}

/** Of an article that is not published yet, where a reader would look for it is not known. */
function placeholder(id: string, category: { readonly id: string; readonly team: Article['team'] } | undefined): Article {
  return { id, category: category?.id ?? '', team: category?.team ?? 'general', covers: '', intent: 'out_of_scope', urgency: 'normal', related: [], tags: [], translations: {} };
}
