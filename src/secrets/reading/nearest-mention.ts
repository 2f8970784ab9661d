import type { ContextKind } from './context-words.ts';
import type { Mention } from './find-mentions.ts';

/** A place in a folded text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Words before a string name it more often than those after it, and seldom across lines: what comes
 * after counts as this much farther away.
 */
const AFTER = { plus: 12, times: 2 };
const PER_LINE = 20;

/**
 * The kinds that the nearest mention gives a place, of those asked for; undefined when none is near enough.
 * @param within how far a mention may be, in UTF-16 units.
 */
export function nearestKind(read: { readonly text: string; readonly mentions: readonly Mention[] }, place: Place, kinds: ReadonlySet<ContextKind>, within: number): ContextKind | undefined {
  const at = firstAfter(read.mentions, place.start);
  const before = pick(read, kinds, at - 1, -1, (mention) => distance(read.text, mention.end, place.start), within);
  const after = pick(read, kinds, at, 1, (mention) => AFTER.plus + AFTER.times * distance(read.text, place.end, mention.start), within);
  if (!before || !after) return (before ?? after)?.kind;
  return before.far <= after.far ? before.kind : after.kind;
}

function pick(
  { mentions }: { readonly mentions: readonly Mention[] }, kinds: ReadonlySet<ContextKind>, from: number, step: 1 | -1, measure: (mention: Mention) => number, within: number,
): { kind: ContextKind; far: number } | undefined {
  for (let i = from; i >= 0 && i < mentions.length; i += step) {
    const mention = mentions[i]!;
    const far = measure(mention);
    if (far > within) return undefined;
    // A mention inside the string itself says nothing: it would have to be a part of the secret.
    const kind = far < 0 ? undefined : mention.kinds.find((one) => kinds.has(one));
    if (kind) return { kind, far };
  }
  return undefined;
}

/** Units between two places, lines counted dear; looks no farther than a mention may be away. */
function distance(text: string, from: number, to: number): number {
  const gap = to - from;
  if (gap > 400 || gap < 0) return gap;
  let lines = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0A) lines += 1;
  return gap + lines * PER_LINE;
}

/** The index of the first mention that begins at a place or after it. */
export function firstAfter(mentions: readonly Mention[], place: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the next mention of one of some kinds begins, or `until` if none does before it. */
export function startOfNext(mentions: readonly Mention[], from: number, until: number, kinds: ReadonlySet<ContextKind>): number {
  for (let i = firstAfter(mentions, from); i < mentions.length && mentions[i]!.start < until; i++) {
    if (mentions[i]!.kinds.some((kind) => kinds.has(kind))) return mentions[i]!.start;
  }
  return until;
}
