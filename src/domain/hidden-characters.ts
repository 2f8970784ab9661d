/**
 * Characters that change what a text looks like and are not seen themselves: they make `exe.pdf` of
 * `fdp.exe`, and two addresses that look the same. Texts are stored as they were written, since they are
 * evidence; what is shown says where such a character stands.
 */

/** For names: control and format characters but the joiners that some scripts write with, and what is no character. */
export const HIDDEN_IN_NAMES = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}|(?<=[\u0020-\u007E])[\u200C\u200D]|[\u200C\u200D](?=[\u0020-\u007E])/u;

export type SeenPart =
  | { readonly kind: 'text'; readonly text: string }
  /** A hidden character, as `U+202E`. */
  | { readonly kind: 'hidden'; readonly code: string }
  /** A word of Latin letters and others that only look like them. */
  | { readonly kind: 'look-alike'; readonly text: string };

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Between letters of ASCII nothing is joined or broken; flags alone are written with tags. */
const HIDDEN = /[\u202D\u202E]|(?<=[!-~])[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF]+(?=[!-~])|(?<![\u{1F3F4}\u{E0020}-\u{E007F}])[\u{E0001}-\u{E007F}]+/gu;
/** Where no letter runs from right to left, these only reorder what does not. */
const REVERSING = /[\u202B\u2067]/gu;
/** The letters of Cyrillic and Greek that nobody tells from Latin ones (Unicode TR39, confusables). */
const WORD = /[\p{Script=Latin}АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονραι]{2,}/gu;
const LATIN = /\p{Script=Latin}/u;
const LIKE_LATIN = /[АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονραι]/u;
const OF_OTHERS = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A text in parts, in order, for those who must see what is hidden in it. */
export function splitHidden(text: string): SeenPart[] {
  const found = [
    ...[...text.matchAll(HIDDEN), ...(RIGHT_TO_LEFT.test(text) ? [] : text.matchAll(REVERSING))].map((match): [number, number, SeenPart] => [match.index, match[0].length, { kind: 'hidden', code: codeOf(match[0]) }]),
    ...[...text.matchAll(WORD)].filter((match) => isLookAlike(match[0], text[match.index - 1], text[match.index + match[0].length]))
      .map((match): [number, number, SeenPart] => [match.index, match[0].length, { kind: 'look-alike', text: match[0] }]),
  ].sort(([a], [b]) => a - b);
  if (found.length === 0) return text === '' ? [] : [{ kind: 'text', text }];
  const parts: SeenPart[] = [];
  let end = 0;
  for (const [start, length, part] of found) {
    if (start > end) parts.push({ kind: 'text', text: text.slice(end, start) });
    parts.push(part);
    end = start + length;
  }
  return end < text.length ? [...parts, { kind: 'text', text: text.slice(end) }] : parts;
}

/** `USDTшный` is slang that hides nothing: a letter beside it is of the other alphabet alone. */
function isLookAlike(word: string, before: string | undefined, after: string | undefined): boolean {
  const goesOn = [before, after].some((letter) => letter !== undefined && OF_OTHERS.test(letter));
  return !goesOn && LATIN.test(word) && LIKE_LATIN.test(word);
}

function codeOf(hidden: string): string {
  return `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
