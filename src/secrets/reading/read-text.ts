import { foldText, type FoldedText } from './fold-text.ts';
import { findMentions, type Mention } from './find-mentions.ts';
import { findTokens } from './find-tokens.ts';
import type { Place } from './nearest-mention.ts';

/** A text as every finder gets it; what several of them need is read once, when the first asks. */
export interface ReadText extends FoldedText {
  readonly mentions: readonly Mention[];
  /** Web addresses, in order: words in them say nothing about what stands beside them. */
  readonly urls: readonly Place[];
  /** Runs of letters and digits that are too long for words, in order. */
  readonly tokens: readonly Place[];
}

/** Bounded by the blank after it; a marker or an ideographic mark ends it too. */
const URL = /(?:https?|wss?|ftp|otpauth):\/\/[^\s\uFFFC<>"'」』）】。，、]+/gi;

export function readText(source: string): ReadText {
  const folded = foldText(source);
  let mentions: readonly Mention[] | undefined;
  let urls: readonly Place[] | undefined;
  let tokens: readonly Place[] | undefined;
  const read: ReadText = {
    ...folded,
    get mentions() {
      return mentions ??= findMentions(folded.plain).filter(({ start }) => !isInside(start, read.urls));
    },
    get urls() {
      return urls ??= Array.from(folded.text.matchAll(URL), ({ 0: url, index }) => ({ start: index, end: index + url.length }));
    },
    get tokens() {
      return tokens ??= findTokens(folded.text);
    },
  };
  return read;
}

/** Whether one of the ranges, which are in order, holds a place. */
export function isInside(place: number, ranges: readonly Place[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start <= place;
}
