import { MAX_ENTITY_LENGTH, type Entity } from '../../domain/entities.ts';
import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { ConceptExpressions } from '../../knowledge/knowledge-base.ts';
import { createRecognise, findChainTokens } from './addresses/find-chain-tokens.ts';
import { findDates } from './dates/find-dates.ts';
import { monthNames } from './dates/month-names.ts';
import { findAmounts } from './amounts/find-amounts.ts';
import { findCoins } from './find-coins.ts';
import { findEmails } from './find-emails.ts';
import { findNetworks } from './find-networks.ts';
import { findNumbers } from './amounts/find-numbers.ts';
import { findPhones } from './find-phones.ts';
import { findReferences } from './find-references.ts';
import { findSteps } from './find-steps.ts';
import { findUrls } from './find-urls.ts';
import type { Finding } from './finding.ts';
import { compileMeanings, compileTradeWords, type MeaningLexicon, type MeaningRow } from './meaning.ts';
import { read, type FindContext, type Reading } from './reading.ts';
import { createClaims } from './resolve-overlaps.ts';
import { readPlainText, type PlainText } from './text/plain-text.ts';

type Cues = Partial<Readonly<Record<Locale, ConceptExpressions>>>;

/** What a text names, in order of start; no two overlap. */
export type FindEntities = (text: string, context: FindContext) => Entity[];

/** The cues that entities are made of; the others tell of a conversation's course. */
const CUES = /^(?:time|unit|done)-/;

/**
 * Finds coins, amounts, addresses, dates and the like in a contact's text, in any of the served
 * languages and with English in between. Pure, synchronous, linear in the text's length and at most
 * tens of milliseconds for a hostile text of 80,000 characters; throws for none. Lists that no message
 * would have (more than 150 of a kind, more than 40 different addresses) are not read to their end.
 * @param options.cues by language, as `knowledge-base/cues/` has them: `time-…`, `unit-…` and `done-…`
 * are used. Without a language's cues its relative dates and steps are not found.
 */
export function createFindEntities({ cues }: { cues: Cues }): FindEntities {
  const tradeWords = compileTradeWords();
  const localWords = createLocalWords(cues);
  return (text, context) => {
    const plain = readPlainText(text);
    const findings = findIn(read(plain.text, context, [tradeWords, ...localWords(context.locale)]));
    return findings.map((finding) => toEntity(finding, plain, text)).sort((a, b) => a.start - b.start);
  };
}

/** A language's own words and the English ones; all languages' in one where it is not known. Compiled when first asked for. */
function createLocalWords(cues: Cues): (locale: Locale | null) => MeaningLexicon[] {
  const compiled = new Map<string, MeaningLexicon>();
  const compile = (name: string, locales: readonly Locale[]): MeaningLexicon => {
    const lexicon = compiled.get(name) ?? compileMeanings(locales.flatMap((locale) => [...monthNames(locale), ...cueRows(cues[locale])]));
    compiled.set(name, lexicon);
    return lexicon;
  };
  return (locale) => (locale === null ? [compile('all', LOCALE_TAGS)] : [...new Set<Locale>([locale, 'en'])].map((one) => compile(one, [one])));
}

function cueRows(cues: ConceptExpressions = {}): MeaningRow[] {
  return Object.entries(cues).filter(([cue]) => CUES.test(cue)).map(([cue, words]) => [{ as: 'cue', cue }, words]);
}

function findIn(reading: Reading): Finding[] {
  const numbers = findNumbers(reading.text);
  const recognise = createRecognise();
  const claims = createClaims(reading.text.length);
  const found = claims.claim([
    ...findUrls(reading.text, recognise), ...findEmails(reading.text), ...findChainTokens(reading, recognise), ...findReferences(reading),
    ...findAmounts(reading, numbers), ...findDates(reading, numbers), ...findNetworks(reading), ...findCoins(reading), ...findSteps(reading),
  ]);
  return [...found, ...claims.claim(findPhones(reading, claims.isFree))];
}

function toEntity({ kind, start, end, value, confidence, network, checksum }: Finding, plain: PlainText, original: string): Entity {
  const from = plain.originalStart(start);
  return {
    kind, text: cut(original, from, plain.originalEnd(end)), start: from,
    value: value.slice(0, MAX_ENTITY_LENGTH), confidence: Math.round(confidence * 100) / 100, ...network !== undefined && { network }, ...checksum && { checksum },
  };
}

/** At most so long, and no half of a character at its end. */
function cut(text: string, from: number, to: number): string {
  const piece = text.slice(from, Math.min(to, from + MAX_ENTITY_LENGTH));
  return from + piece.length < to && /[\uD800-\uDBFF]$/.test(piece) ? piece.slice(0, -1) : piece;
}
