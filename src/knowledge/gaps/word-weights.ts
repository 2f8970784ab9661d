import type { Locale } from '../../domain/locales.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { readText } from '../search/text/read-text.ts';

/** So many questions of each article are counted: enough to tell common words from rare ones. */
const PER_ARTICLE = 8;

/** How much a word or a concept says of what a question is about: 0 for what stands in every question, 1 for what stands in none that is known. */
export interface WordWeights {
  ofWord(stem: string, locale: Locale): number;
  ofConcept(concept: string): number;
}

interface Counted {
  readonly questions: number;
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlyMap<string, number>;
}

/** Counted from the articles' phrasings when a language is first asked for. */
export function createWordWeights(base: KnowledgeBase, { conceptsOf, stems }: {
  conceptsOf: (normalised: string, locale: Locale) => ReadonlySet<string>;
  stems: (words: Iterable<string>, locale: Locale) => ReadonlySet<string>;
}): WordWeights {
  const counts = new Map<Locale, Counted>();
  function countedOf(locale: Locale): Counted {
    const found = counts.get(locale) ?? count(locale);
    counts.set(locale, found);
    return found;
  }

  function count(locale: Locale): Counted {
    const words = new Map<string, number>();
    const concepts = new Map<string, number>();
    let questions = 0;
    for (const text of questionsIn(base, locale)) {
      questions += 1;
      const { normalised, folded } = readText(text);
      for (const stem of stems(folded, locale)) words.set(stem, (words.get(stem) ?? 0) + 1);
      for (const concept of conceptsOf(normalised, locale)) concepts.set(concept, (concepts.get(concept) ?? 0) + 1);
    }
    return { questions, words, concepts };
  }

  return {
    ofWord(stem, locale) {
      const { words, questions } = countedOf(locale);
      return rarity(words.get(stem) ?? 0, questions);
    },
    // Concepts mean the same in every language, so one tells for all.
    ofConcept(concept) {
      const { concepts, questions } = countedOf('en');
      return rarity(concepts.get(concept) ?? 0, questions);
    },
  };
}

function rarity(having: number, questions: number): number {
  return (1 - Math.log(1 + having) / Math.log(2 + questions)) ** 2;
}

function* questionsIn({ articles }: KnowledgeBase, locale: Locale): Generator<string> {
  for (const { translations } of articles.values()) yield* translations[locale]?.phrasings.slice(0, PER_ARTICLE) ?? [];
}
