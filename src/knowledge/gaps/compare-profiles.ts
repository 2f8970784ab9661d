import type { GroupProfile } from '../../domain/group-profile.ts';
import type { Locale } from '../../domain/locales.ts';

type Weights = Readonly<Record<string, number>>;

/**
 * How much each kind of likeness counts. Found on questions of twenty matters in eight languages that no
 * article answers: names that are written alike everywhere tell most, what the search takes a question for
 * tells little where it knows no answer.
 */
const SHARE = { words: 0.35, names: 0.35, concepts: 0.1, classes: 0.2 } as const;
const SHARE_ACROSS = { names: 0.6, concepts: 0.2, classes: 0.2 } as const;

/**
 * How alike a question is to a group, 0 to 1: by its words too where the group has questions in its
 * language, by what is alike in every language otherwise.
 */
export function compareProfiles(question: GroupProfile, group: GroupProfile): number {
  const names = cosine(question.words.any, group.words.any);
  const concepts = cosine(question.concepts, group.concepts);
  const classes = overlap(question.classes, question.size, group.classes, group.size);
  const across = SHARE_ACROSS.names * names + SHARE_ACROSS.concepts * concepts + SHARE_ACROSS.classes * classes;
  // Most questions in Chinese or Arabic have no word in Latin letters: then their own words tell it all.
  const words = hasNames(question) || hasNames(group) ? SHARE.words : SHARE.words + SHARE.names;
  const within = languagesOf(question).map((locale) =>
    words * cosine(question.words[locale], group.words[locale]) + SHARE.names * names + SHARE.concepts * concepts + SHARE.classes * classes);
  return Math.max(across, ...within);
}

/** The probability that both share: near 1 only where the search is sure of both. */
function overlap(a: Weights, sizeA: number, b: Weights, sizeB: number): number {
  const shared = Object.entries(a).reduce((sum, [name, weight]) => sum + Math.min(weight / sizeA, (b[name] ?? 0) / sizeB), 0);
  // Articles and readings have a whole each.
  return Math.min(1, shared / 2);
}

function hasNames({ words: { any = {} } }: GroupProfile): boolean {
  return Object.keys(any).length > 0;
}

function languagesOf({ words }: GroupProfile): Locale[] {
  return (Object.keys(words) as (Locale | 'any')[]).filter((key) => key !== 'any');
}

function cosine(a: Weights | undefined, b: Weights | undefined): number {
  if (!a || !b) return 0;
  let dot = 0;
  for (const [name, weight] of Object.entries(a)) dot += weight * (b[name] ?? 0);
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
}

/** Weights never change, and a question is compared with every group. */
const norms = new WeakMap<Weights, number>();

function norm(weights: Weights): number {
  const known = norms.get(weights) ?? Math.sqrt(Object.values(weights).reduce((sum, weight) => sum + weight * weight, 0));
  norms.set(weights, known);
  return known;
}

/** What a group keeps of each kind: the heaviest, so that it stays small however much it grows. */
const KEPT = 60;

/** The profile with one more question. */
export function addToProfile(group: GroupProfile, question: GroupProfile): GroupProfile {
  const locales = new Set([...Object.keys(group.words), ...Object.keys(question.words)] as (Locale | 'any')[]);
  return {
    size: group.size + question.size,
    classes: add(group.classes, question.classes),
    concepts: add(group.concepts, question.concepts),
    words: Object.fromEntries(Array.from(locales, (locale) => [locale, add(group.words[locale] ?? {}, question.words[locale] ?? {})])),
  };
}

function add(a: Weights, b: Weights): Weights {
  const sum = { ...a };
  for (const [name, weight] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + weight;
  const entries = Object.entries(sum);
  if (entries.length <= KEPT) return sum;
  return Object.fromEntries(entries.sort(([m, p], [n, q]) => q - p || (m < n ? -1 : 1)).slice(0, KEPT));
}
