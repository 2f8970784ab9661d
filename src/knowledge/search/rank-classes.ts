import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { ConceptExpressions, KnowledgeBase } from '../knowledge-base.ts';
import type { Weights } from './combine/default-weights.ts';
import { combineSignals, type SignalScores } from './combine/signals.ts';
import { mixLocales, type LocaleVotes } from './languages/mix-locales.ts';
import { scoreLocale, type LocaleIndex } from './locale-index/locale-index.ts';
import { labelledIntent } from './locale-index/training-set.ts';
import { compileConcepts, type ConceptLexicon } from './text/concept-lexicon.ts';
import { extractFeatures } from './text/extract-features.ts';
import type { TextFeatures } from './text/feature-counts.ts';
import type { PassageSearch } from './vectors/passage-search.ts';

/** Probability by label; sums to 1. */
export type ClassProbabilities = ReadonlyMap<string, number>;

/** What one language knows: its questions by article, and by what they mean. */
export interface LocaleKnowledge {
  readonly questions: LocaleIndex;
  readonly readings: LocaleIndex;
}

export interface RankerOptions {
  readonly locales: ReadonlyMap<Locale, LocaleKnowledge>;
  readonly passageSearch: PassageSearch;
  readonly coverage: ReadonlyMap<Locale, number>;
  readonly weights: Weights;
  readonly concepts: KnowledgeBase['concepts'];
}

export interface Ranked {
  /** By `articleLabel` and `intentLabel`. */
  readonly classes: ClassProbabilities;
  /** By `readingLabel`. */
  readonly readings: ClassProbabilities;
}

/** Probabilities of all classes of all languages: each language that is heard ranks its own, and the rankings are mixed. */
export function createRanker({ locales, passageSearch, coverage, weights, concepts }: RankerOptions) {
  const lexicons = new Map(Object.entries(concepts).map(([locale, list]) => [locale, lexiconOf(list)] as const));
  return async (utterance: string, locale: Locale | null, votes: LocaleVotes): Promise<Ranked> => {
    const mixture = mixLocales(votes, locale, coverage);
    const features = extractFeatures(utterance, lexiconsOf(mixture.map((part) => part.locale), lexicons));
    const similarities = await passageSearch.search(utterance, mixture[0]?.locale ?? DEFAULT_LOCALE);
    const classes = new Map<string, number>();
    const readings = new Map<string, number>();
    for (const part of mixture) {
      const knowledge = locales.get(part.locale);
      if (!knowledge) continue;
      const own = labelled(knowledge.questions, combineSignals(gatherSignals(knowledge.questions, features, similarities), weights.articles));
      const read = labelled(knowledge.readings, combineSignals(scoreLocale(knowledge.readings, features), weights.readings));
      for (const [total, probabilities] of [[classes, own], [readings, read]] as const) {
        for (const [label, probability] of probabilities) total.set(label, (total.get(label) ?? 0) + part.weight * probability);
      }
    }
    return { classes, readings };
  };
}

/** Concepts outlive the knowledge bases that have them. */
const compiled = new WeakMap<ConceptExpressions, ConceptLexicon>();

function lexiconOf(concepts: ConceptExpressions): ConceptLexicon {
  const lexicon = compiled.get(concepts) ?? compileConcepts(concepts);
  compiled.set(concepts, lexicon);
  return lexicon;
}

function lexiconsOf(locales: readonly Locale[], lexicons: ReadonlyMap<string, ConceptLexicon>): ConceptLexicon[] {
  return [...new Set([...locales, DEFAULT_LOCALE])].map((locale) => lexicons.get(locale)).filter((lexicon) => lexicon !== undefined);
}

function labelled({ classifier: { labels } }: LocaleIndex, probabilities: Float64Array): Map<string, number> {
  return new Map(labels.map((label, c) => [label, probabilities[c]!]));
}

/** @param similarities cosines of the nearest passages by label; a class that is not among them is as far as the last. */
export function gatherSignals(index: LocaleIndex, features: TextFeatures, similarities: ReadonlyMap<string, number>): SignalScores {
  const { labels } = index.classifier;
  const farthest = Math.min(1, ...similarities.values());
  return {
    ...scoreLocale(index, features),
    vector: Float64Array.from(labels, (label) => similarities.get(label) ?? farthest),
    intent: Float64Array.from(labels, (label) => (labelledIntent(label) ? 1 : 0)),
  };
}
