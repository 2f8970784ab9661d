import type { Understanding } from '../../../domain/events.ts';

export type PartName = Understanding['evidence'][number]['part'];

/** One thing that was understood, and what it rests on. */
export interface WeighedPart {
  readonly part: PartName;
  readonly value: string;
  /** 0 to 1; null where nobody says how sure it is. */
  readonly confidence: number | null;
  /** The contact's own words that speak for it. */
  readonly words: readonly string[];
  /** What the words by themselves would mean, where a rule or the context made something else of it. */
  readonly alone: { readonly value: string; readonly confidence: number } | null;
}

/** Stands for a language that nobody can tell. */
export const NO_LOCALE = 'none';

/** In the order of reading: what is wanted, how soon, in what voice, in which language. */
export const PARTS: readonly PartName[] = ['intent', 'urgency', 'mood', 'locale'];

/**
 * What was understood, part by part. The evidence is of the words alone; the rules may have decided
 * otherwise (a secret is an incident, whatever is said around it), and then its confidence is not theirs.
 */
export function weighParts(understanding: Understanding): WeighedPart[] {
  return PARTS.map((part) => {
    const value = understanding[part] ?? NO_LOCALE;
    const evidence = understanding.evidence.find((one) => one.part === part);
    if (!evidence) return { part, value, confidence: part === 'intent' ? understanding.confidence : null, words: [], alone: null };
    if (evidence.value !== value) return { part, value, confidence: null, words: [], alone: { value: evidence.value, confidence: evidence.confidence } };
    // What speaks for a language is a rule, which is told among the reasons.
    return { part, value, confidence: evidence.confidence, words: part === 'locale' ? [] : evidence.words, alone: null };
  });
}
