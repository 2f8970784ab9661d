import type { GroupProfile } from '../../domain/group-profile.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Knowledge } from '../knowledge.ts';
import { compileConcepts, findConcepts, type ConceptLexicon } from '../search/text/concept-lexicon.ts';
import { readText } from '../search/text/read-text.ts';
import { withoutMarkers } from './without-markers.ts';
import { createWordWeights } from './word-weights.ts';

/** Readings that are less likely say nothing of what a question is about. */
const READING_FROM = 0.03;
/** Names and abbreviations that are written alike in all scripts: "NFT", "paypal". */
const NAME_FROM = 0.25;
const SHARED = /^[\p{Script=Latin}\p{N}]{2,}$/u;
/** A subject tells more than any name: it is the same in every language and script. A name weighs at most 1. */
const SUBJECT_WEIGHT = 2.5;
/** Locales that are not written in Latin letters: there a Latin word is nearly always such a name. */
const OTHER_SCRIPT: ReadonlySet<Locale> = new Set(['zh-CN', 'zh-TW', 'ja', 'ko', 'ru', 'th', 'ar', 'hi']);

/** What a question is about, as the profile of a group of one. */
export type DescribeQuestion = (text: string, locale: Locale) => Promise<GroupProfile>;

export function createDescribeQuestion(knowledge: () => Knowledge): DescribeQuestion {
  const ofBase = new WeakMap<KnowledgeBase, BaseWords>();
  return async (text, locale) => {
    const { base, search } = knowledge();
    const words = ofBase.get(base) ?? createBaseWords(base);
    ofBase.set(base, words);
    const bare = withoutMarkers(text);
    const { articles, readings } = await search.rank(bare, locale);
    const classes = Object.fromEntries([
      ...articles.map(({ articleId, score }) => [`article:${articleId}`, score] as const),
      ...readings.filter(({ probability }) => probability >= READING_FROM).map(({ intent, urgency, probability }) => [`reading:${intent} ${urgency}`, probability] as const),
    ]);
    return { size: 1, classes, ...words.of(bare, locale) };
  };
}

interface BaseWords {
  of(text: string, locale: Locale): Pick<GroupProfile, 'concepts' | 'words'>;
}

/** What a text names of a lexicon: its own language's words, and English ones, which people of every language use. */
function createFind(expressions: KnowledgeBase['concepts']): (normalised: string, locale: Locale) => ReadonlySet<string> {
  const lexicons = new Map<Locale, ConceptLexicon>();
  const lexiconOf = (locale: Locale): ConceptLexicon => {
    const lexicon = lexicons.get(locale) ?? compileConcepts(expressions[locale] ?? {});
    lexicons.set(locale, lexicon);
    return lexicon;
  };
  return (normalised, locale) => new Set([locale, DEFAULT_LOCALE].flatMap((one) => findConcepts(normalised, lexiconOf(one))));
}

/** The words and concepts of a text, the rarer the heavier: what every question says tells none from another. */
function createBaseWords(base: KnowledgeBase): BaseWords {
  const [conceptsOf, subjectsOf] = [createFind(base.concepts), createFind(base.subjects)];
  const weights = createWordWeights(base, { conceptsOf, stems });
  /** A name is rare in English and in the language that it stands in; a word of the language itself is not. */
  function sharedWeight(word: string, locale: Locale): number {
    const rarest = Math.min(weights.ofWord(word, DEFAULT_LOCALE), weights.ofWord(word, locale));
    return rarest < NAME_FROM ? 0 : rarest;
  }
  return {
    of(text, locale) {
      const read = readText(text);
      const words = new Set(read.folded.filter((word) => /[\p{L}\p{N}]/u.test(word)));
      const shared = new Set(Array.from(words).filter((word) => SHARED.test(word) && /\p{L}/u.test(word)).map(singular));
      const subjects = Array.from(subjectsOf(read.normalised, locale), (subject) => [`subject:${subject}`, SUBJECT_WEIGHT] as const);
      return {
        concepts: weigh(conceptsOf(read.normalised, locale), (concept) => weights.ofConcept(concept)),
        words: {
          [locale]: weigh(stems(words, locale), (word) => weights.ofWord(word, locale)),
          ...(shared.size + subjects.length > 0 ? { any: { ...weigh(stems(shared, DEFAULT_LOCALE), (word) => sharedWeight(word, locale)), ...Object.fromEntries(subjects) } } : {}),
        },
      };
    },
  };
}

function weigh(names: Iterable<string>, weightOf: (name: string) => number): Record<string, number> {
  return Object.fromEntries(Array.from(names, (name) => [name, weightOf(name)] as const).filter(([, weight]) => weight > 0));
}

/** "NFTs" are more of "NFT": in most languages that borrow a name. */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}

/** Beginnings of words: endings differ with the sentence. */
function stems(words: Iterable<string>, locale: Locale): Set<string> {
  const length = locale === 'ko' ? 2 : OTHER_SCRIPT.has(locale) && locale !== 'ru' && locale !== 'ar' ? 99 : 6;
  return new Set(Array.from(words, (word) => word.slice(0, length)));
}
