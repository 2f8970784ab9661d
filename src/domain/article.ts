import type { Intent } from './intents.ts';
import type { Locale } from './locales.ts';
import type { Team } from './teams.ts';
import type { Urgency } from './urgencies.ts';

/** An article in one language: one revision of its words. */
export interface Translation {
  readonly articleId: string;
  readonly locale: Locale;
  /** SHA-256 (first 16 hex digits) of the file, so that a citation says exactly what was cited. */
  readonly revision: string;
  readonly title: string;
  readonly summary: string;
  readonly phrasings: readonly string[];
  /** Questions that this article answers too, asked by people to whom nothing happened: of the article's `calmIntent`. */
  readonly calmPhrasings: readonly string[];
  /** Markdown as written, variables not yet filled in. */
  readonly body: string;
}

/** What is true of an article in every language, and its translations. */
export interface Article {
  readonly id: string;
  readonly category: string;
  readonly team: Team;
  readonly covers: string;
  readonly intent: Intent;
  readonly urgency: Urgency;
  /** Where the article's own intent goes to people: what those mean who merely ask. */
  readonly calmIntent?: Intent | undefined;
  readonly related: readonly string[];
  /** For editors, who look for articles by them. */
  readonly tags: readonly string[];
  readonly translations: Partial<Record<Locale, Translation>>;
}

/** An article found for an utterance. `score` is a calibrated probability, 0 to 1, that it is the right first answer. */
export interface RankedArticle {
  readonly articleId: string;
  readonly score: number;
}
