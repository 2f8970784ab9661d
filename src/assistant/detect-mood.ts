import type { Mood } from '../domain/cues.ts';
import type { Cues } from './read-cues.ts';

export interface DetectedMood {
  readonly mood: Mood;
  /** 0 to 1. */
  readonly confidence: number;
  /** The contact's words that it rests on. */
  readonly words: readonly string[];
}

/** Letters of a text that are capitals; short texts and scripts without case do not shout. */
const SHOUTING = { letters: 12, share: 0.7 };
const STRESSED = /[!！]{2,}|[?？]{3,}/u;
/** One expression may be chance; two or three are not. */
const CONFIDENCE = [0, 0.6, 0.8, 0.9] as const;

/**
 * How the contact sounds. Despair over anger over worry: the one that asks for most care wins where
 * words of several are found. Capitals and rows of exclamation marks make words louder, and are worry
 * where nothing else is said.
 */
export function detectMood(text: string, cues: Cues): DetectedMood {
  const loud = isShouting(text) || STRESSED.test(text);
  for (const mood of ['desperate', 'angry', 'worried'] as const) {
    const words = [...new Set(cues.wordsOf(mood))];
    if (words.length > 0) return { mood, confidence: CONFIDENCE[Math.min(3, words.length + (loud ? 1 : 0))] ?? 0.9, words };
  }
  return loud ? { mood: 'worried', confidence: 0.5, words: [] } : { mood: 'calm', confidence: 0.8, words: [] };
}

function isShouting(text: string): boolean {
  const cased = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = cased.filter((letter) => /\p{Lu}/u.test(letter)).length;
  return cased.length >= SHOUTING.letters && capitals >= SHOUTING.share * cased.length;
}
