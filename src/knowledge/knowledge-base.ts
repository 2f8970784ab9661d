import type { Article } from '../domain/article.ts';
import type { CrisisLines } from '../domain/crisis-lines.ts';
import type { Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import type { Policy } from '../domain/policy.ts';
import type { Team } from '../domain/teams.ts';
import type { Urgency } from '../domain/urgencies.ts';

/** A shelf of the help centre. */
export interface Category {
  readonly id: string;
  /** Takes the conversation when a question of this category is handed to people. */
  readonly team: Team;
  /** Where readers see another title than the one that comes with Vigil. */
  readonly titles?: Partial<Readonly<Record<Locale, string>>> | undefined;
}

/** The exchange's own facts, by the name that articles use: `name`, `feesUrl` … */
export type ExchangeSettings = Readonly<Record<string, string>>;

/** What contacts write in one language for an intent, and how urgent it is then. */
export interface Utterances {
  readonly intent: Intent;
  readonly locale: Locale;
  readonly urgency: Urgency;
  readonly utterances: readonly string[];
}

/**
 * What people of one language call the things that questions are about: expressions by concept. An
 * expression that ends in `*` may be the beginning of a word. Concepts have the same names in every
 * language, which is how a question finds an article that only exists in another.
 */
export type ConceptExpressions = Readonly<Record<string, readonly string[]>>;

/** Everything that the assistant may say and all that it learns from. Immutable; a change makes a new one. */
export interface KnowledgeBase {
  readonly exchange: ExchangeSettings;
  /** In the order in which the shelves are shown. */
  readonly categories: readonly Category[];
  /** By id, in alphabetical order. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly utterances: readonly Utterances[];
  readonly concepts: Partial<Readonly<Record<Locale, ConceptExpressions>>>;
  /** What contacts also ask an exchange for, by subject. It tells which unanswered questions are about the same; the search does not know it. */
  readonly subjects: Partial<Readonly<Record<Locale, ConceptExpressions>>>;
  /** What contacts mean by short expressions inside a conversation ("still not working", "the second one"), by cue. */
  readonly cues: Partial<Readonly<Record<Locale, ConceptExpressions>>>;
  readonly policy: Policy;
  readonly crisisLines: CrisisLines;
}
