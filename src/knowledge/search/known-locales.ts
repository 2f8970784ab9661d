import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { collectLanguageSet } from './languages/language-set.ts';
import { collectReadingSet, collectTrainingSet, type TrainingSet } from './locale-index/training-set.ts';
import { collectPassages, type Passage } from './vectors/passages.ts';

/** What is known in one language. */
export interface KnownLocale {
  /** What its articles are told apart by. */
  readonly questions: TrainingSet;
  /** What tells intents and urgencies apart. */
  readonly readings: TrainingSet;
  readonly passages: readonly Passage[];
  readonly labels: ReadonlySet<string>;
}

/** A knowledge base as it is learned from. */
export interface Known {
  readonly base: KnowledgeBase;
  /** Each language that has any text. */
  readonly locales: ReadonlyMap<Locale, KnownLocale>;
  /** What tells languages apart; read only where that has to be learned. */
  readonly collectLanguages: () => TrainingSet;
  readonly passages: readonly Passage[];
  /** Share of all classes that each language knows, 0 to 1. */
  readonly coverage: ReadonlyMap<Locale, number>;
}

/** Other work gets its turn between languages. @param before what is taken over from, the very same objects, where a language has not changed. */
export async function collectKnown(base: KnowledgeBase, before?: Known): Promise<Known> {
  const locales = new Map<Locale, KnownLocale>();
  for (const locale of LOCALE_TAGS) {
    const known = before && isSame(locale, base, before.base) ? before.locales.get(locale) : await collectLocale(base, locale);
    if (known && known.questions.texts.length > 0) locales.set(locale, known);
  }
  const all = new Set([...locales.values()].flatMap(({ labels }) => [...labels]));
  return {
    base, locales,
    collectLanguages: () => collectLanguageSet(new Map(Array.from(locales, ([locale, { questions }]) => [locale, questions]))),
    passages: [...locales.values()].flatMap(({ passages }) => passages),
    coverage: new Map(Array.from(locales, ([locale, { labels }]) => [locale, labels.size / all.size])),
  };
}

async function collectLocale(base: KnowledgeBase, locale: Locale): Promise<KnownLocale> {
  await new Promise(setImmediate);
  const questions = collectTrainingSet(base, locale);
  return { questions, readings: collectReadingSet(base, locale), passages: collectPassages(locale, questions), labels: new Set(questions.texts.map(({ label }) => label)) };
}

/** Everything that the sets of a language are made of. Texts are the same where they are the same object: they never change. */
function isSame(locale: Locale, a: KnowledgeBase, b: KnowledgeBase): boolean {
  if (a.utterances !== b.utterances || a.concepts !== b.concepts || a.cues !== b.cues || a.policy !== b.policy || a.articles.size !== b.articles.size) return false;
  const others = b.articles.values();
  return a.articles.values().every((article) => {
    const { value: other } = others.next();
    return other !== undefined && article.id === other.id && article.translations[locale] === other.translations[locale]
      && article.intent === other.intent && article.urgency === other.urgency && article.calmIntent === other.calmIntent;
  });
}
