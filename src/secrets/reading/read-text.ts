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

const SCHEME = /(?:https?|wss?|ftp|otpauth)$/i;
const LONGEST_SCHEME = 7;
/** A web address ends at a blank, a quote, an ideographic mark or a marker. */
const URL_END = /[\s\uFFFC<>"'」』）】。，、]|$/g;

/** Found by what all have in their midst: to look for the schemes at every place takes ten times as long. */
function findUrls(text: string): Place[] {
  const urls: Place[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', Math.max(at + 3, urls.at(-1)?.end ?? 0))) {
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - LONGEST_SCHEME), at))?.[0];
    URL_END.lastIndex = at;
    if (scheme) urls.push({ start: at - scheme.length, end: URL_END.exec(text)?.index ?? text.length });
  }
  return urls;
}

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
      return urls ??= findUrls(folded.text);
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
