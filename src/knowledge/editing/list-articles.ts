import { articlePath, readDocumentPath, translationPath } from '../../domain/documents/document-path.ts';
import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { DocumentStore, Draft } from '../../ports.ts';
import type { EditedArticle, TranslationMark } from '../../protocol/documents.ts';
import { parseArticleFile, type ArticleFile } from '../files/article-file.ts';
import { parseTranslationFile } from '../files/translation-file.ts';
import { markDraft } from './mark-draft.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import type { TranslationStates } from './translation-states.ts';

/** Every article, also new and archived ones, by id, with the state of each language. */
export function createListArticles({ live, documents, states }: {
  live: Pick<LiveKnowledge, 'current' | 'published'>;
  documents: Pick<DocumentStore, 'listDrafts' | 'getRevisionAsOf'>;
  states: Pick<TranslationStates, 'tell'>;
}): () => Promise<{ articles: EditedArticle[]; drafts: readonly Draft[] }> {
  async function describeArticle(id: string, drafts: ReadonlyMap<string, Draft>): Promise<EditedArticle> {
    const path = articlePath(id);
    const { base } = live.current();
    const published = live.published().documents.get(path);
    const article = base.articles.get(id);
    const state = article ? 'published' : published ? 'archived' : 'new';
    const settings = article ?? await readSettings(path, drafts);
    const translations: Partial<Record<Locale, TranslationMark>> = {};
    for (const locale of LOCALE_TAGS) translations[locale] = await describeTranslation(id, locale, drafts.get(translationPath(id, locale)));
    const draft = drafts.get(path);
    return {
      id, state, revision: published?.number ?? 0, draft: draft ? markDraft(draft) : null,
      category: settings?.category ?? null, team: base.categories.find((one) => one.id === settings?.category)?.team ?? null,
      intent: settings?.intent ?? null, urgency: settings?.urgency ?? null, calmIntent: settings?.calmIntent ?? null,
      related: [...settings?.related ?? []], tags: [...settings?.tags ?? []], covers: settings?.covers ?? '',
      translations: translations as Record<Locale, TranslationMark>,
    };
  }

  /** Of the draft of a new article; of an archived one as it was at the end. */
  async function readSettings(path: string, drafts: ReadonlyMap<string, Draft>): Promise<ArticleFile | undefined> {
    const text = drafts.get(path)?.text ?? await lastText(path);
    const parsed = typeof text === 'string' ? parseArticleFile(text, path) : undefined;
    return parsed?.ok ? parsed.parsed.value : undefined;
  }

  async function lastText(path: string): Promise<string | null | undefined> {
    const gone = live.published().documents.get(path);
    if (!gone) return undefined;
    return (await documents.getRevisionAsOf(path, (gone.publicationId ?? 0) - 1))?.text;
  }

  async function describeTranslation(id: string, locale: Locale, draft: Draft | undefined): Promise<TranslationMark> {
    const path = translationPath(id, locale);
    const revision = live.published().documents.get(path);
    const translation = live.current().base.articles.get(id)?.translations[locale] ?? readTranslation(id, locale, draft?.text ?? (revision?.text === null ? await lastText(path) : undefined));
    const { state, differences } = await states.tell(id, locale);
    const isThere = revision !== undefined && revision.text !== null;
    return {
      title: translation?.title ?? null, summary: translation?.summary ?? null, state, differences: differences.map((one) => ({ ...one })) as TranslationMark['differences'],
      revision: isThere ? revision.number : 0, publishedAt: isThere ? revision.at : null, draft: draft ? markDraft(draft) : null,
    };
  }

  return async () => {
    const drafts = await documents.listDrafts();
    const byPath = new Map(drafts.map((draft) => [draft.path, draft]));
    const articles: EditedArticle[] = [];
    for (const id of listIds([...live.published().documents.keys(), ...live.current().base.articles.keys().map(articlePath), ...byPath.keys()])) {
      articles.push(await describeArticle(id, byPath));
      // At first every text is compared with its source; conversations go on meanwhile.
      await new Promise(setImmediate);
    }
    return { articles, drafts };
  };
}

function listIds(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => {
    const name = readDocumentPath(path);
    return name && 'articleId' in name ? [name.articleId] : [];
  }))].sort();
}

function readTranslation(id: string, locale: Locale, text: string | null | undefined): { title: string; summary: string } | undefined {
  const parsed = typeof text === 'string' ? parseTranslationFile(text, translationPath(id, locale), id, locale) : undefined;
  return parsed?.ok ? parsed.parsed.value : undefined;
}
