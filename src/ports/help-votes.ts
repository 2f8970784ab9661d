import type { Locale } from '../domain/locales.ts';

/** What readers of help pages answered to "was this helpful?". Nothing of a reader is kept but counts. */
export interface HelpVoteStore {
  /** Random text that is the same for all processes on one day; those of the days before are forgotten. */
  salt(day: string): Promise<string>;
  /**
   * Counts a vote. False where this voter has voted on this article today.
   * @param voter says nothing of a person by itself and another thing tomorrow (see `createHelpVotes`); forgotten with the day.
   */
  add(vote: HelpVote & { readonly voter: string }): Promise<boolean>;
  /** Counts by article, locale, revision and day, of days from `since` on, oldest first, then by article and locale. */
  list(filter: { readonly since: string; readonly articleId?: string }): Promise<readonly HelpVoteCount[]>;
}

export interface HelpVote {
  readonly articleId: string;
  readonly locale: Locale;
  /** Hash of the revision that was read. */
  readonly revision: string;
  readonly helped: boolean;
  /** Day in UTC, as 2026-11-20. */
  readonly day: string;
}

export interface HelpVoteCount extends Omit<HelpVote, 'helped'> {
  readonly helped: number;
  readonly notHelped: number;
}
