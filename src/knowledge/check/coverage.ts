import { INTENT_IDS, INTENTS, type Intent } from '../../domain/intents.ts';
import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { KnowledgeFiles } from '../files/knowledge-files.ts';
import { listUtterances } from '../files/utterances-file.ts';

/** How much of the knowledge base is there in one locale. */
export interface LocaleCoverage {
  readonly locale: Locale;
  readonly articles: number;
  readonly phrasings: number;
  /** Fewest and median number of phrasings of an article; 0 where there is none. */
  readonly fewestPhrasings: number;
  readonly medianPhrasings: number;
  readonly intents: number;
  readonly utterances: number;
}

/** One row a locale, in the order of the table of locales. */
export function coverLocales(files: KnowledgeFiles): LocaleCoverage[] {
  return LOCALE_TAGS.map((locale) => {
    const counts = files.translations.filter(({ value }) => value.locale === locale).map(({ value }) => value.phrasings.length + value.calmPhrasings.length).sort((a, b) => a - b);
    const lists = files.utterances.filter((list) => list.locale === locale);
    return {
      locale,
      articles: counts.length,
      phrasings: sum(counts),
      fewestPhrasings: counts[0] ?? 0,
      medianPhrasings: counts[Math.floor(counts.length / 2)] ?? 0,
      intents: lists.length,
      utterances: sum(lists.flatMap(({ value }) => listUtterances(value).map(({ utterances }) => utterances.length))),
    };
  });
}

/** Intents that need utterances in every complete language: those that no article answers, and any that has some in one language. */
export function intentsWithUtterances(files: KnowledgeFiles): Intent[] {
  const listed = new Set(files.utterances.map(({ intent }) => intent));
  return INTENT_IDS.filter((intent) => INTENTS[intent].action !== 'answer' || listed.has(intent));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
