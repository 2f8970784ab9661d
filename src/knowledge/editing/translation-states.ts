import type { Translation } from '../../domain/article.ts';
import { translationPath } from '../../domain/documents/document-path.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { DocumentStore, Revision } from '../../ports.ts';
import { parseTranslationFile } from '../files/translation-file.ts';
import { compareFacts, type FactDifference } from './compare-facts.ts';
import type { LiveKnowledge } from './live-knowledge.ts';

export interface TranslationState {
  /** Stale: the source's words changed since it was published, or its facts are others. */
  readonly state: 'current' | 'stale' | 'missing';
  readonly differences: readonly FactDifference[];
}

export interface TranslationStates {
  /** Of what is published. */
  tell(articleId: string, locale: Locale): Promise<TranslationState>;
  /** The source as it was when this translation was published; undefined where either was not. */
  sourceThen(articleId: string, locale: Locale): Promise<Revision | undefined>;
}

/** Which translations have become false, by facts as well as by time. */
export function createTranslationStates({ live, documents }: { live: Pick<LiveKnowledge, 'current' | 'published'>; documents: Pick<DocumentStore, 'getRevisionAsOf'> }): TranslationStates {
  /** By the translation: both texts are objects that never change. */
  const compared = new WeakMap<Translation, { readonly source: Translation; readonly differences: readonly FactDifference[] }>();
  /** Of sources that moved on, whether it was more than their questions; by path and the numbers of both revisions. */
  const moved = new Map<string, boolean>();

  function differencesOf(source: Translation, translation: Translation): readonly FactDifference[] {
    const known = compared.get(translation);
    if (known?.source === source) return known.differences;
    const differences = compareFacts(source, translation);
    compared.set(translation, { source, differences });
    return differences;
  }

  function revisionOf(articleId: string, locale: Locale): Revision | undefined {
    const revision = live.published().documents.get(translationPath(articleId, locale));
    return revision?.text === null ? undefined : revision;
  }

  async function sourceThen(articleId: string, locale: Locale): Promise<Revision | undefined> {
    const revision = revisionOf(articleId, locale);
    const source = revisionOf(articleId, DEFAULT_LOCALE);
    if (!revision || (source?.publicationId ?? 0) <= (revision.publicationId ?? 0)) return revision && source;
    const then = await documents.getRevisionAsOf(translationPath(articleId, DEFAULT_LOCALE), revision.publicationId ?? 0);
    return then?.text === null ? undefined : then;
  }

  async function hasMoved(articleId: string, locale: Locale, now: Translation): Promise<boolean> {
    const source = revisionOf(articleId, DEFAULT_LOCALE);
    const revision = revisionOf(articleId, locale);
    if (!source || !revision || (source.publicationId ?? 0) <= (revision.publicationId ?? 0)) return false;
    const key = `${articleId} ${source.number} ${revision.publicationId}`;
    const known = moved.get(key);
    if (known !== undefined) return known;
    const then = await sourceThen(articleId, locale);
    const parsed = typeof then?.text === 'string' ? parseTranslationFile(then.text, then.path, articleId, DEFAULT_LOCALE) : undefined;
    // Questions are each language's own; only what readers read makes a translation old.
    const result = !parsed?.ok || wordsOf(parsed.parsed.value) !== wordsOf(now);
    moved.set(key, result);
    return result;
  }

  return {
    sourceThen,
    async tell(articleId, locale) {
      const translations = live.current().base.articles.get(articleId)?.translations;
      const translation = translations?.[locale];
      const source = translations?.[DEFAULT_LOCALE];
      if (!translation) return { state: 'missing', differences: [] };
      if (!source || locale === DEFAULT_LOCALE) return { state: 'current', differences: [] };
      const differences = differencesOf(source, translation);
      return { state: differences.length > 0 || await hasMoved(articleId, locale, source) ? 'stale' : 'current', differences };
    },
  };
}

function wordsOf({ title, summary, body }: Translation): string {
  return [title, summary, body].map((text) => text.replaceAll(/\s+/g, ' ').trim()).join('\n');
}
