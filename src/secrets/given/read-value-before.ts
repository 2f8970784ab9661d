import type { Mention } from '../reading/find-mentions.ts';
import type { ReadText } from '../reading/read-text.ts';
import { BACKWARD_FILLERS, BACKWARD_JOINS, BACKWARD_VERBS } from './linking-words.ts';
import type { GivenValue } from './read-given-value.ts';

const MAX_LENGTH = 64;
const MOST_WORDS_BEFORE = 4;
const LONGEST_WORD_BEFORE = 8;
const LONGEST_JOIN = 4;

/** A value that comes before its name: "x is my password". */
export function readValueBefore(read: ReadText, mention: Mention): GivenValue | undefined {
  const end = overJoin(read.plain, mention.start) ?? overWords(read, mention.start);
  if (end === undefined) return undefined;
  let start = end;
  while (start > 0 && end - start < MAX_LENGTH && isValueUnit(read.text.charCodeAt(start - 1))) start -= 1;
  return end > start ? { start, end, text: read.text.slice(start, end), link: 'direct', quoted: false } : undefined;
}

/** ASCII but blanks, quotes and brackets. */
function isValueUnit(unit: number): boolean {
  return unit > 0x20 && unit < 0x7F && !'"\'`()[]<>,'.includes(String.fromCharCode(unit));
}

/** Where a value ends that is joined to its name without a blank, in a script that has none. */
function overJoin(plain: string, from: number): number | undefined {
  for (let length = 1; length <= LONGEST_JOIN; length++) {
    if (from >= length && isValueUnit(plain.charCodeAt(from - length))) return BACKWARD_JOINS.has(plain.slice(from - length + 1, from)) ? from - length + 1 : undefined;
  }
  return undefined;
}

/** Where a value ends that one linking word or more follow. */
function overWords({ text, plain }: ReadText, from: number): number | undefined {
  let at = from;
  let linked = false;
  for (let words = 0; words <= MOST_WORDS_BEFORE; words++) {
    if (plain.charAt(at - 1) !== ' ') return undefined;
    const blank = plain.lastIndexOf(' ', at - 2);
    const word = at - 1 - blank <= LONGEST_WORD_BEFORE ? plain.slice(blank + 1, at - 1) : '';
    // Without its accent, the Portuguese "is" would be "and".
    if (BACKWARD_VERBS.has(word) || text.slice(blank + 1, at - 1) === 'é') linked = true;
    else if (!BACKWARD_FILLERS.has(word)) return linked ? at - 1 : undefined;
    at = blank + 1;
  }
  return undefined;
}
