import { DEFAULT_LOCALE, type Locale } from '../../../domain/locales.ts';

/** How likely each language is; sums to 1, likeliest first. */
export type LocaleVotes = readonly { readonly locale: Locale; readonly probability: number }[];

/** The languages whose knowledge is asked, with how much each is heard; sums to 1, most first. */
export type LocaleMixture = readonly { readonly locale: Locale; readonly weight: number }[];

/** Languages asked at most: each costs a third of a millisecond. */
const MAX_LOCALES = 3;
/** A language that is heard less than this changes nothing. */
const MIN_WEIGHT = 0.08;
/** How far the given language is trusted against the words themselves: people mix languages. */
const TRUST = 0.75;

/**
 * Whose knowledge answers a text.
 * @param locale the language that the contact is taken to write; null where nobody knows.
 * @param coverage by locale, the share of all classes that it knows. What a language lacks is asked of
 *   the best covered one, English before others.
 */
export function mixLocales(votes: LocaleVotes, locale: Locale | null, coverage: ReadonlyMap<Locale, number>): LocaleMixture {
  const weights = new Map<Locale, number>();
  const add = (to: Locale, weight: number): void => {
    const covered = coverage.get(to) ?? 0;
    weights.set(to, (weights.get(to) ?? 0) + weight * covered);
    const substitute = bestCovered(coverage);
    weights.set(substitute, (weights.get(substitute) ?? 0) + weight * (1 - covered));
  };
  if (locale) add(locale, TRUST);
  if (!locale && votes.length === 0) add(DEFAULT_LOCALE, 1);
  for (const vote of votes) add(vote.locale, vote.probability * (locale ? 1 - TRUST : 1));
  return normalise(weights);
}

function bestCovered(coverage: ReadonlyMap<Locale, number>): Locale {
  let best: Locale = DEFAULT_LOCALE;
  for (const [locale, share] of coverage) if (share > (coverage.get(best) ?? 0)) best = locale;
  return best;
}

function normalise(weights: ReadonlyMap<Locale, number>): LocaleMixture {
  const heard = [...weights].sort(([, a], [, b]) => b - a).slice(0, MAX_LOCALES).filter(([, weight], i) => i === 0 || weight >= MIN_WEIGHT);
  const sum = heard.reduce((total, [, weight]) => total + weight, 0) || 1;
  return heard.map(([locale, weight]) => ({ locale, weight: weight / sum }));
}
