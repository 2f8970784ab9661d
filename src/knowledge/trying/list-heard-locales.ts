import type { Locale } from '../../domain/locales.ts';
import type { Search } from '../search/create-search.ts';

/** A language that is heard less than this has next to no say in the ranking. */
const LEAST = 0.1;

/** The languages whose knowledge an utterance is ranked with: its own, and those that its words could be of. */
export function listHeardLocales(utterance: string, locale: Locale, { voteLocales }: Pick<Search, 'voteLocales'>): Set<Locale> {
  return new Set([locale, ...voteLocales(utterance).filter(({ probability }) => probability >= LEAST).map((vote) => vote.locale)]);
}
