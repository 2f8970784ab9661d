import type { RankedArticle } from '../../../domain/article.ts';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import { renderArticle } from '../../../knowledge/content/render-article.ts';
import { findTranslation } from '../../../knowledge/find-translation.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { readFacts } from './facts.ts';
import type { Passage } from './passage.ts';

/** More articles make a model slower and no better: the right one is among the first four or nowhere. */
const MAX_ARTICLES = 4;
/** Articles that are this unlikely beside the first only cost tokens. */
const LEAST_SHARE = 0.1;
const MIN_ARTICLES = 2;

type Part = Omit<Passage, 'number'>;

/** Passages of a knowledge base, made once an article and language. */
const known = new WeakMap<KnowledgeBase, Map<string, readonly Part[]>>();

/**
 * The best articles for a question as numbered passages, in the contact's language where there is one,
 * else in the nearest. @param ranking best first.
 */
export function selectPassages(base: KnowledgeBase, ranking: readonly RankedArticle[], locale: Locale): Passage[] {
  const best = ranking[0]?.score ?? 0;
  const chosen = ranking.slice(0, MAX_ARTICLES).filter(({ score }, place) => place < MIN_ARTICLES || score >= best * LEAST_SHARE);
  return chosen.flatMap(({ articleId }) => partsOf(base, articleId, locale)).map((part, i) => ({ ...part, number: i + 1 }));
}

/** Passages as a prompt shows them. One in another language says so. */
export function writePassages(passages: readonly Passage[], locale: Locale): string {
  return passages.map(({ number, title, text, locale: own }) => `[${number}] ${title}${own === locale ? '' : ` (in ${languageName(own)})`}\n${text}`).join('\n\n');
}

/** A language as prompts name it. */
export function languageName(locale: Locale): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
  return `${name} (${LOCALES[locale].name})`;
}

function partsOf(base: KnowledgeBase, articleId: string, locale: Locale): readonly Part[] {
  const translation = findTranslation(base, articleId, locale);
  if (!translation) return [];
  const cache = known.get(base) ?? new Map<string, readonly Part[]>();
  known.set(base, cache);
  const key = `${translation.locale} ${articleId}`;
  const parts = cache.get(key) ?? splitArticle(base, translation);
  cache.set(key, parts);
  return parts;
}

function splitArticle(base: KnowledgeBase, translation: NonNullable<ReturnType<typeof findTranslation>>): Part[] {
  const { articleId, revision, locale } = translation;
  const { title, answer, sections } = renderArticle(translation, {
    exchange: base.exchange,
    resolveArticle: (id) => (base.articles.has(id) ? `/help/${locale}/${id}` : undefined),
  });
  const texts = [answer, ...sections.map(({ heading, body }) => `${heading}\n${body}`)];
  return texts.map((text) => ({ articleId, revision, locale, title, text, facts: readFacts(`${title}\n${text}`, locale) }));
}
