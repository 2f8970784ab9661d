import { INTENT_IDS, type Intent } from '../intents.ts';
import { LOCALE_TAGS, type Locale } from '../locales.ts';
import { readCaseNumber } from '../read-case-number.ts';
import { TEAMS, type Team } from '../teams.ts';
import { URGENCIES, type Urgency } from '../urgencies.ts';

/** What can be asked for by name, as in `team:fraud`. */
export const OPERATORS = ['agent', 'team', 'intent', 'language', 'urgency', 'status', 'after', 'before', 'contact', 'case'] as const;
export type Operator = (typeof OPERATORS)[number];

const ALIASES: Readonly<Record<string, Operator>> = { lang: 'language', locale: 'language', is: 'status', since: 'after', until: 'before' };

export const STATUSES = ['open', 'resolved'] as const;

/** A word, or several in quotation marks. */
export interface Words {
  readonly text: string;
  readonly quoted: boolean;
}

/** Days are as they were written, since whose day it is is known elsewhere. Of one kind, any value will do. */
export interface SearchFilters {
  /** Names or ids. */
  readonly agent: readonly string[];
  readonly team: readonly Team[];
  readonly intent: readonly Intent[];
  readonly language: readonly Locale[];
  readonly urgency: readonly Urgency[];
  readonly status: readonly (typeof STATUSES)[number][];
  readonly contact: readonly string[];
  /** As case numbers are written. */
  readonly case: readonly string[];
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** A value that means nothing: `team:frod`. */
export interface SearchProblem {
  readonly operator: Operator;
  readonly value: string;
}

export interface SearchQuery {
  readonly words: readonly Words[];
  readonly filters: SearchFilters;
  readonly problems: readonly SearchProblem[];
}

/** A piece of a query: words, or an operator with its value. `raw` is how it was written. */
export type QueryPart =
  | { readonly kind: 'words'; readonly raw: string; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'filter'; readonly raw: string; readonly operator: Operator; readonly value: string };

const QUOTES = '"\u201C\u201D\u201E\u201F\uFF02\u00AB\u00BB';
const PART = new RegExp(`(?:([A-Za-z]+)[:\uFF1A])?(?:[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)|([^\\s${QUOTES}]+))`, 'gu');

/** The query in its parts, in order. Never fails: what is no operator is words. */
export function splitQuery(query: string): QueryPart[] {
  return [...query.matchAll(PART)].map(([raw, name, inQuotes, bare]): QueryPart => {
    const operator = name === undefined ? undefined : operatorOf(name);
    const value = inQuotes ?? bare ?? '';
    if (operator && value !== '') return { kind: 'filter', raw, operator, value };
    // As in a link, or a word before a colon: all of it is words.
    return name === undefined ? { kind: 'words', raw, text: value, quoted: inQuotes !== undefined } : { kind: 'words', raw, text: raw, quoted: false };
  });
}

function operatorOf(name: string): Operator | undefined {
  const known = name.toLowerCase();
  return OPERATORS.find((operator) => operator === known) ?? (Object.hasOwn(ALIASES, known) ? ALIASES[known] : undefined);
}

/** What a value stands for; nothing where it means nothing. */
const READERS: { readonly [O in Operator]: (value: string) => SearchFilters[O] } = {
  agent: (value) => [value],
  team: (value) => TEAMS.filter((team) => team === key(value)),
  intent: (value) => INTENT_IDS.filter((intent) => intent === key(value).replaceAll('-', '_')),
  language: readLanguage,
  urgency: (value) => URGENCIES.filter((urgency) => urgency === key(value)),
  status: (value) => STATUSES.filter((status) => status === key(value)),
  contact: (value) => (/^[\w-]{1,64}$/.test(value) ? [value] : []),
  case: (value) => [readCaseNumber(value) ?? []].flat(),
  after: readDay,
  before: readDay,
};

/** What somebody asks for, in words and operators: `agent:ana team:fraud before:2026-11-01 "exact words"`. */
export function parseQuery(query: string): SearchQuery {
  const words: Words[] = [];
  const problems: SearchProblem[] = [];
  const filters = Object.fromEntries(OPERATORS.map((operator): [Operator, string[]] => [operator, []])) as Record<Operator, string[]>;
  for (const part of splitQuery(query)) {
    if (part.kind === 'words') {
      if (part.text.trim() !== '') words.push({ text: part.text, quoted: part.quoted });
      continue;
    }
    const values: readonly string[] = READERS[part.operator](part.value);
    if (values.length === 0) problems.push({ operator: part.operator, value: part.value });
    filters[part.operator].push(...values);
  }
  return { words, problems, filters: filters as unknown as SearchFilters };
}

/** `zh` is both of them. */
function readLanguage(value: string): Locale[] {
  const tag = value.toLowerCase().replaceAll('_', '-');
  const exact = LOCALE_TAGS.filter((locale) => locale.toLowerCase() === tag);
  return exact.length > 0 ? exact : LOCALE_TAGS.filter((locale) => locale.toLowerCase().split('-')[0] === tag);
}

/** A day (`2026-11-01`), a month (`2026-11`), or so many days ago (`7d`). */
export function readDay(value: string): string[] {
  if (/^\d{1,4}d$/i.test(value)) return [value.toLowerCase()];
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value) ?? [];
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return year !== undefined && !Number.isNaN(time.getTime()) && time.getUTCDate() === Number(day) ? [value] : [];
}

function key(value: string): string {
  return value.toLowerCase();
}
