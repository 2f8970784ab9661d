import { LOCALE_TAGS, type Locale } from '../../../domain/locales.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { plainText } from '../../../knowledge/content/article-markdown.ts';
import { splitWords, stemOf } from '../text/split-words.ts';

/** The words of all approved articles and questions of a language, and which of them say nothing by themselves. */
export interface HouseWords {
  /** Some article or question has it, or a word with the same stem. */
  isKnown(word: string): boolean;
  /** So many articles have it that it carries no topic. */
  isCommon(word: string): boolean;
  /** Known words begin like this. */
  isBeginning(letters: string): boolean;
}

/** A word that this share of the articles has is grammar, or of every topic. */
const COMMON_SHARE = 0.12;

const made = new WeakMap<KnowledgeBase, Map<Locale, HouseWords>>();

/** Some ten milliseconds for a language's first time, then at once. */
export function houseWords(base: KnowledgeBase, locale: Locale): HouseWords {
  const cache = made.get(base) ?? new Map<Locale, HouseWords>();
  made.set(base, cache);
  const words = cache.get(locale) ?? collect(base, locale);
  cache.set(locale, words);
  return words;
}

/** Makes those of every language, one after the other, so that no contact waits for it. */
export async function warmHouseWords(base: KnowledgeBase): Promise<void> {
  for (const locale of LOCALE_TAGS) {
    await new Promise(setImmediate);
    houseWords(base, locale);
  }
}

function collect(base: KnowledgeBase, locale: Locale): HouseWords {
  const inArticles = new Map<string, number>();
  const known = new Set<string>();
  let articles = 0;
  for (const { translations } of base.articles.values()) {
    const translation = translations[locale];
    const words = new Set(translation ? splitWords(`${translation.title}\n${translation.summary}\n${plainText(translation.body)}`) : []);
    articles += translation ? 1 : 0;
    for (const word of words) inArticles.set(word, (inArticles.get(word) ?? 0) + 1);
    for (const phrasing of translation?.phrasings ?? []) for (const word of splitWords(phrasing)) known.add(word);
  }
  for (const { locale: own, utterances } of base.utterances) if (own === locale) for (const text of utterances) for (const word of splitWords(text)) known.add(word);
  for (const word of [...inArticles.keys(), ...splitWords(Object.values(base.exchange).join(' '))]) known.add(word);
  const stems = new Set(Array.from(known, stemOf));
  const beginnings = [...known].sort();
  return {
    isKnown: (word) => known.has(word) || (word.length > 5 && stems.has(stemOf(word))),
    isCommon: (word) => (inArticles.get(word) ?? 0) >= COMMON_SHARE * articles,
    isBeginning: (letters) => beginnings[firstFrom(beginnings, letters)]?.startsWith(letters) ?? false,
  };
}

function firstFrom(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
