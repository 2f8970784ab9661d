/** A piece of a text around what was found in it. */
export interface Snippet {
  readonly text: string;
  /** What was found, as places in `text` in UTF-16 code units; in order and apart from one another. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

const LENGTH = 180;
/** So much stands before the first mark. */
const LEAD = 50;

/** Cut at words where there are any; `…` stands where something was left out. */
export function cutSnippet(text: string, marks: Snippet['marks']): Snippet {
  const [first] = marks;
  if (text.length <= LENGTH) return { text, marks };
  const from = first && first[0] > LEAD ? wordStart(text, first[0] - LEAD, first[0]) : 0;
  const to = Math.max(from + LENGTH >= text.length ? text.length : wordEnd(text, from + LENGTH, from + LENGTH / 2), Math.min(first?.[1] ?? 0, from + 2 * LENGTH));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: marks.filter(([start]) => start >= from && start < to).map(([start, end]) => [start + shift, Math.min(end, to) + shift] as const),
  };
}

/** The first beginning of a word from `at` on, at most at `latest`; never within a surrogate pair. */
function wordStart(text: string, at: number, latest: number): number {
  const space = text.indexOf(' ', at);
  if (space >= 0 && space < latest) return space + 1;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

function wordEnd(text: string, at: number, earliest: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space > earliest) return space;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
