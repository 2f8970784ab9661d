import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { collectLanguageSet } from './languages/language-set.ts';
import { collectReadingSet, collectTrainingSet, type TrainingSet } from './locale-index/training-set.ts';
import { collectPassages, type Passage } from './vectors/passages.ts';

/** A knowledge base as it is learned from. */
export interface Known {
  /** What each language that has any text learns from. */
  readonly sets: ReadonlyMap<Locale, TrainingSet>;
  /** What tells intents and urgencies apart in each of them. */
  readonly readings: ReadonlyMap<Locale, TrainingSet>;
  /** What tells languages apart; read only where that has to be learned. */
  readonly collectLanguages: () => TrainingSet;
  readonly passages: readonly Passage[];
  /** Share of all classes that each language knows, 0 to 1. */
  readonly coverage: ReadonlyMap<Locale, number>;
}

export function collectKnown(knowledgeBase: KnowledgeBase): Known {
  const sets = new Map(LOCALE_TAGS.map((locale) => [locale, collectTrainingSet(knowledgeBase, locale)] as const).filter(([, { texts }]) => texts.length > 0));
  const labels = new Map(Array.from(sets, ([locale, { texts }]) => [locale, new Set(texts.map(({ label }) => label))] as const));
  const all = new Set([...labels.values()].flatMap((own) => [...own]));
  return {
    sets,
    readings: new Map(Array.from(sets.keys(), (locale) => [locale, collectReadingSet(knowledgeBase, locale)] as const)),
    collectLanguages: () => collectLanguageSet(sets),
    passages: Array.from(sets, ([locale, set]) => collectPassages(locale, set)).flat(),
    coverage: new Map(Array.from(labels, ([locale, own]) => [locale, own.size / all.size] as const)),
  };
}
