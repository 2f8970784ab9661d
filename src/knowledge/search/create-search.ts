import { isDeepStrictEqual } from 'node:util';
import type { RankedArticle } from '../../domain/article.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { Embedder, Logger, VectorIndexes } from '../../ports.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { DEFAULT_WEIGHTS, type Weights } from './combine/default-weights.ts';
import { explainLabel, explainReading } from './explain-reading.ts';
import { collectKnown, type Known } from './known-locales.ts';
import { LANGUAGES } from './languages/language-set.ts';
import type { LocaleVotes } from './languages/mix-locales.ts';
import { createVoter } from './languages/vote-locales.ts';
import { buildInChildren, type BuildIndexes } from './locale-index/index-builder.ts';
import type { LocaleIndex } from './locale-index/locale-index.ts';
import { openIndexes, type KeyedIndex, type KeyedIndexes } from './locale-index/open-indexes.ts';
import { rememberBuilds } from './locale-index/remember-builds.ts';
import { articleLabel, type Reading, type TrainingSet } from './locale-index/training-set.ts';
import { createRanker } from './rank-classes.ts';
import { rankArticles, rankReadings, type ProbableReading } from './summarise-ranking.ts';
import { openPassageSearch, type PassageSearch } from './vectors/passage-search.ts';
import type { Passage } from './vectors/passages.ts';

export interface SearchOptions {
  readonly knowledgeBase: KnowledgeBase;
  readonly embedder: Embedder;
  /** Takes its place where the passages cannot be embedded. */
  readonly fallbackEmbedder?: Embedder;
  readonly vectorIndexes: VectorIndexes;
  /** Folder for what was learned; nothing else may write there. Losing it costs only time. */
  readonly cacheFolder: string;
  readonly logger: Logger;
  readonly weights?: Weights;
  /** In child processes where nothing else is said. */
  readonly build?: BuildIndexes;
  /** The search that this one takes the place of: languages that have not changed are taken over. */
  readonly previous?: Pick<Search, 'indexes' | 'build' | 'learned'>;
  /** False for a knowledge base that is only tried out: what is learned then stays out of the cache folder. */
  readonly keep?: boolean;
  /** Only these languages are learned anew; the others rank as `previous` does. All where it is not said. */
  readonly only?: ReadonlySet<Locale>;
}

/** What an utterance may be about. All probabilities are calibrated. */
export interface Ranking {
  /** At most 5, best first. `score` is the probability that the article is the right first answer. */
  readonly articles: readonly RankedArticle[];
  /** What the contact may want and how urgent that is: best first; sums to 1. */
  readonly readings: readonly ProbableReading[];
}

/** Finds what an utterance is about. Never changes: another knowledge base makes another search. */
export interface Search {
  /**
   * @param locale the language that the contact is taken to write; null where nobody knows.
   * @param votes of `voteLocales` for the same utterance, where the caller has them already.
   * While the embedder fails, the other signals rank alone: nothing outside can make it reject.
   */
  rank(utterance: string, locale: Locale | null, votes?: LocaleVotes): Promise<Ranking>;
  /**
   * Languages of the knowledge base by the words of the utterance alone, likeliest first; sums to 1.
   * Empty where it has no letters (a number, an emoji): then the conversation's language stays.
   */
  voteLocales(utterance: string): LocaleVotes;
  /** The utterance's own words that speak for a reading of it, most telling first; none where nothing stands out. */
  explain(utterance: string, locale: Locale, reading: Reading): string[];
  /** The utterance's own words that speak for an article; none where nothing stands out, or the article has no such language. */
  explainArticle(utterance: string, locale: Locale, articleId: string): string[];
  /** What was learned, for the search that follows. */
  readonly indexes: KeyedIndexes;
  /** What it was learned from, and the passages that were found: whatever has not changed is taken over. */
  readonly learned: { readonly known: Known; readonly passageSearch: PassageSearch };
  /** Remembers what was learned lately for any search that follows, also for one that was only tried out. */
  readonly build: BuildIndexes;
  /**
   * The search of another knowledge base that is only tried out: on the same embedder, taking over what has not changed, keeping
   * nothing on disk. @param only the languages that will be asked; others keep the ranking that they have.
   */
  learn(knowledgeBase: KnowledgeBase, only: ReadonlySet<Locale>): Promise<Search>;
}

/**
 * Learns a knowledge base, or reads from the cache what it learned before: seconds a language at
 * first, under a second for all from the cache. Answers of another search go on meanwhile.
 */
export async function createSearch(options: SearchOptions): Promise<Search> {
  const { knowledgeBase, embedder, vectorIndexes, cacheFolder, logger, weights = DEFAULT_WEIGHTS, previous, keep = true, only } = options;
  const build = options.build ?? previous?.build ?? rememberBuilds(buildInChildren);
  // Without `previous`: each search would keep all that were before it in memory.
  const lasting = { embedder, vectorIndexes, cacheFolder, logger, weights, ...(options.fallbackEmbedder && { fallbackEmbedder: options.fallbackEmbedder }) };
  const known = await collectKnown(knowledgeBase, previous?.learned.known);
  // What a language looks like does not change with an article: only another set of languages is learned anew.
  const kept = previous && keepLanguages(previous.indexes, known.locales.keys());
  const wanted = [...known.locales].filter(([locale, { questions }]) => only === undefined || only.has(locale) || !previous?.indexes.has(questions.name));
  const [opened, passageSearch] = await Promise.all([
    openIndexes([...wanted.flatMap(([, { questions, readings }]) => [questions, readings]), ...(kept ? [] : [known.collectLanguages()])], { folder: cacheFolder, build, logger, known: previous?.indexes, keep }),
    previous && asksTheSame(known, previous.learned.known) ? previous.learned.passageSearch
      : openPassageSearch(known.passages, vectorIndexes, { embedder, folder: cacheFolder, logger, keep }, options.fallbackEmbedder),
  ]);
  const indexes = new Map([...(only && previous ? previous.indexes : []), ...opened, ...(kept ? [[LANGUAGES, kept] as const] : [])]);
  const voteLocales = createVoter(indexes.get(LANGUAGES)?.index);
  const indexOf = ({ name }: TrainingSet): LocaleIndex => indexes.get(name)!.index;
  const locales = new Map(Array.from(known.locales, ([locale, { questions, readings }]) => [locale, { questions: indexOf(questions), readings: indexOf(readings) }] as const));
  const rankClasses = createRanker({ locales, passageSearch, coverage: known.coverage, weights, concepts: knowledgeBase.concepts });
  const search: Search = {
    indexes, build, learned: { known, passageSearch },
    learn: (other, wantedLocales) => createSearch({ ...lasting, knowledgeBase: other, previous: search, build, keep: false, only: wantedLocales }),
    voteLocales,
    explain(utterance, locale, reading) {
      const index = locales.get(locale) ?? locales.get(DEFAULT_LOCALE);
      return index ? explainReading(index.readings, utterance, reading) : [];
    },
    explainArticle(utterance, locale, articleId) {
      const index = locales.get(locale) ?? locales.get(DEFAULT_LOCALE);
      return index ? explainLabel(index.questions, utterance, articleLabel(articleId)) : [];
    },
    async rank(utterance, locale, votes = voteLocales(utterance)) {
      const ranked = await rankClasses(utterance, locale, votes);
      // A language that was not learned anew may still know articles that are gone.
      return { articles: rankArticles(ranked.classes).filter(({ articleId }) => knowledgeBase.articles.has(articleId)), readings: rankReadings(ranked.readings) };
    },
  };
  return search;
}

/** Passages are of questions alone: another answer has no other vectors. */
function asksTheSame({ passages }: Known, before: Known): boolean {
  return passages.length === before.passages.length && passages.every((passage, i) => isSame(passage, before.passages[i]!));
}

function isSame(a: Passage, b: Passage): boolean {
  return a === b || (a.label === b.label && a.locale === b.locale && isDeepStrictEqual(a.texts, b.texts));
}

function keepLanguages(indexes: KeyedIndexes, locales: Iterable<Locale>): KeyedIndex | undefined {
  const kept = indexes.get(LANGUAGES);
  const known = new Set(kept?.index.classifier.labels);
  return known.symmetricDifference(new Set<string>(locales)).size === 0 ? kept : undefined;
}
