import type { SecretKind } from '../../src/domain/secrets.ts';
import { LOCALE_TAGS } from '../../src/domain/locales.ts';
import { findSecrets } from '../../src/secrets/find-secrets.ts';
import { SEED_LISTS } from '../../src/secrets/seed-phrases/word-lists.ts';
import { CARRIERS, GAP, SILENT_CARRIERS } from './carriers.ts';
import type { Draw } from './draw.ts';
import { BARE, NAMED } from './generate-keys.ts';
import { drawPhrase, LENGTHS, MISTAKES, WAYS } from './generate-phrases.ts';

export interface Caught {
  readonly share: number;
  readonly count: number;
  readonly missed: readonly { readonly sort: string; readonly text: string }[];
}

/** Chinese words without anything between them are another matter, measured apart. */
const MAX_MISSED = 50;

/** Whether a text's secret is found wholly, as what it is, except for what may stay at its ends. */
function isCaught(carrier: string, secret: string, kind: SecretKind, mayStay: { start: number; end: number } = { start: 0, end: 0 }): boolean {
  const start = carrier.indexOf(GAP) + mayStay.start;
  const end = carrier.indexOf(GAP) + secret.length - mayStay.end;
  return findSecrets(put(carrier, secret)).some((found) => found.kind === kind && found.start <= start && found.end >= end);
}

function put(carrier: string, secret: string): string {
  return carrier.replace(GAP, () => secret);
}

/** Brackets, numbers and hidden characters around the first and last word may stay. */
const MAY_STAY: Readonly<Record<string, { start: number; end: number }>> = {
  json: { start: 7, end: 3 }, table: { start: 7, end: 3 }, quoted: { start: 1, end: 1 }, numbered: { start: 3, end: 0 }, numberedInLine: { start: 3, end: 0 }, numberedTight: { start: 3, end: 0 }, hidden: { start: 0, end: 1 }, twoColumns: { start: 0, end: 1 },
};

export function measureCaughtValid(draw: Draw, share: number): Caught {
  const missed: { sort: string; text: string }[] = [];
  let count = 0;
  const check = (sort: string, carrier: string, secret: string, kind: SecretKind, mayStay?: { start: number; end: number }): void => {
    count += 1;
    if (!isCaught(carrier, secret, kind, mayStay)) missed.push({ sort, text: put(carrier, secret) });
  };
  const rounds = Math.max(1, Math.round(4 * share));
  for (let round = 0; round < rounds; round++) {
    SEED_LISTS.forEach(({ name }, list) => LENGTHS.forEach((length) => Object.entries(WAYS).forEach(([way, write]) => {
      if (share < 1 && draw.int(1000) >= 1000 * Math.max(share * 4, 0.2)) return;
      check(`${name} ${length} ${way}`, draw.pick([...SILENT_CARRIERS, ...LOCALE_TAGS.map((locale) => CARRIERS[locale].seed)]), write(drawPhrase(draw, list, length)), 'seed_phrase', MAY_STAY[way]);
    })));
    for (const [sort, { kind, lead = '', draw: next }] of Object.entries(BARE)) {
      for (const carrier of SILENT_CARRIERS) check(sort, carrier.replace(GAP, lead + GAP), next(draw), kind);
    }
    for (const { kind, carrier, draw: next } of NAMED) {
      for (const locale of LOCALE_TAGS) check(`${kind} in ${locale}`, CARRIERS[locale][carrier], next(draw), kind);
    }
  }
  return { share: 1 - missed.length / count, count, missed: missed.slice(0, MAX_MISSED) };
}

export function measureCaughtMisspelt(draw: Draw, share: number): { byList: Record<string, number>; byMistake: Record<string, number>; count: number; missed: string[] } {
  const byList = new Map<string, Tally>();
  const byMistake = new Map<string, Tally>();
  const missed: string[] = [];
  const rounds = Math.max(1, Math.round(6 * share));
  for (let round = 0; round < rounds; round++) {
    SEED_LISTS.forEach(({ name }, list) => LENGTHS.forEach((length) => Object.entries(MISTAKES).forEach(([mistake, spoil]) => {
      for (let at = 0; at < length; at += share < 1 ? 1 + draw.int(12) : 1) {
        const words = spoil(drawPhrase(draw, list, length), at, draw, list);
        // What is no word any more may stay at an end: alone it gives nothing away.
        const mayStay = { start: at === 0 ? words[0]!.length + 1 : 0, end: at >= words.length - 1 ? words.at(-1)!.length + 1 : 0 };
        const carrier = draw.pick(SILENT_CARRIERS);
        const caught = isCaught(carrier, words.join(' '), 'seed_phrase', mayStay);
        tally(byList, name, caught);
        tally(byMistake, mistake, caught);
        if (!caught && missed.length < MAX_MISSED) missed.push(`${name} ${mistake} at ${at}: ${put(carrier, words.join(' '))}`);
      }
    })));
  }
  return { byList: shares(byList), byMistake: shares(byMistake), count: [...byList.values()].reduce((sum, one) => sum + one.all, 0), missed };
}

/** Written without blanks, a phrase must be told from prose by its characters. */
export function measureUnspacedChinese(draw: Draw, share: number): { spokenOf: number; silent: number } {
  const tallies = new Map<string, Tally>();
  for (let i = 0; i < Math.max(20, 1000 * share); i++) {
    for (const list of SEED_LISTS.keys()) {
      if (!SEED_LISTS[list]!.name.endsWith('chinese')) continue;
      const phrase = drawPhrase(draw, list, draw.pick(LENGTHS)).join('');
      tally(tallies, 'spokenOf', isCaught(draw.pick([CARRIERS['zh-CN'].seed, CARRIERS['zh-TW'].seed, '我的助记词是{}还安全吗']), phrase, 'seed_phrase'));
      tally(tallies, 'silent', isCaught(draw.pick(SILENT_CARRIERS), phrase, 'seed_phrase'));
    }
  }
  const { spokenOf = 1, silent = 1 } = shares(tallies);
  return { spokenOf, silent };
}

interface Tally {
  caught: number;
  all: number;
}

function tally(tallies: Map<string, Tally>, name: string, caught: boolean): void {
  const one = tallies.get(name) ?? { caught: 0, all: 0 };
  one.all += 1;
  if (caught) one.caught += 1;
  tallies.set(name, one);
}

function shares(tallies: ReadonlyMap<string, Tally>): Record<string, number> {
  return Object.fromEntries([...tallies].map(([name, { caught, all }]) => [name, caught / all]));
}
