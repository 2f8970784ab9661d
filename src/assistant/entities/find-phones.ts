import { findPhoneNumbersInText, type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import { RANKS, type Finding } from './finding.ts';
import { meaningsAs, type Reading } from './reading.ts';

/** Stretches of a text that are shown to the library, which takes some 20 µs for each. */
const MAX_CANDIDATES = 12;
/** A word this far before a number may say that it is a telephone's, in UTF-16 code units. */
const REACH = 30;
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/** A stretch that may be a number: digits with the separators that people put between them. A digit run is entered at its beginning only. */
const PHONE_LIKE = /(?<![\p{L}\p{N}_#@/.,$€£¥-])(?:\+\s?|00\s?)?\(?\d(?:[\s().\/-]{0,3}\d){6,16}(?![\p{L}\p{N}_])/gu;

/**
 * Telephone numbers. Without a country code they need the contact's country, or what the language
 * suggests of it and a separator, a leading zero or a word beside them: most numbers here are no telephones.
 * @param isFree whether nothing else was found at a stretch.
 */
export function findPhones(reading: Reading, isFree: (start: number, end: number) => boolean): Finding[] {
  const found: Finding[] = [];
  let candidates = 0;
  for (const { 0: written, index: start } of reading.text.matchAll(PHONE_LIKE)) {
    if (candidates === MAX_CANDIDATES) break;
    const digits = written.replace(/\D/g, '').length;
    if (digits < MIN_DIGITS || digits > MAX_DIGITS || !isFree(start, start + written.length)) continue;
    const confidence = confidenceOf(reading, written, start);
    if (confidence === 0) continue;
    candidates += 1;
    const phone = readPhone(written, countryOf(reading));
    if (phone) found.push({ kind: 'phone', start: start + phone.start, end: start + phone.end, value: phone.value, confidence, rank: RANKS.phone });
  }
  return found;
}

function readPhone(written: string, country: CountryCode | undefined): { start: number; end: number; value: string } | undefined {
  const [first] = findPhoneNumbersInText(written, { ...country && { defaultCountry: country } });
  return first && { start: first.startsAt, end: first.endsAt, value: first.number.number };
}

/** 0 where it is not worth a look. */
function confidenceOf(reading: Reading, written: string, start: number): number {
  const isNamed = [...meaningsAs(reading.startingBetween(start - REACH, start), 'context')].some(({ meaning }) => meaning.word === 'phone');
  if (written.startsWith('+')) return isNamed ? 0.98 : 0.95;
  const hasForm = /^(?:0|\()/.test(written) || /\d[\s().\/-]+\d/.test(written);
  if (isNamed) return hasForm ? 0.9 : 0.8;
  if (reading.context.region !== undefined) return hasForm ? 0.7 : 0;
  return hasForm && written.startsWith('0') ? 0.5 : 0;
}

/** The contact's country, or the one where most speak the language. */
function countryOf({ context: { region, locale } }: Reading): CountryCode | undefined {
  const country = region?.toUpperCase() ?? (locale === null ? undefined : new Intl.Locale(locale).maximize().region);
  return country !== undefined && isSupportedCountry(country) ? country : undefined;
}
