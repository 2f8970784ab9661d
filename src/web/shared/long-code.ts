/**
 * Transaction ids, addresses and other codes inside text: long runs that nobody reads as words. They
 * are shown shortened in the middle, copied whole, and isolated from the direction of the text.
 */
export type TextSegment = { readonly kind: 'text' | 'code'; readonly text: string };

/** Shortest run taken for a code: bitcoin's shortest addresses have 26 characters. */
const SHORTEST_CODE = 26;
const RUN = /[A-Za-z0-9]{26,}/g;
/** Part of an address of a page or an e-mail, where shortening would mislead. */
const WITHIN_LINK = /[/.@?=&%_:+~-]/;

/** Splits text into words and codes; joined again, the segments are the text. */
export function splitCodes(text: string): TextSegment[] {
  if (text.length < SHORTEST_CODE) return text === '' ? [] : [{ kind: 'text', text }];
  const segments: TextSegment[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (!looksLikeCode(run, text[index - 1], text[index + run.length], text[index + run.length + 1])) continue;
    if (index > end) segments.push({ kind: 'text', text: text.slice(end, index) });
    segments.push({ kind: 'code', text: run });
    end = index + run.length;
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return segments;
}

function looksLikeCode(run: string, before: string | undefined, after: string | undefined, beyond: string | undefined): boolean {
  if (!/\d/.test(run) || !/[A-Za-z]/.test(run)) return false;
  // Punctuation that ends a sentence is followed by a space or nothing.
  const goesOn = after !== undefined && WITHIN_LINK.test(after) && beyond !== undefined && !/\s/.test(beyond);
  return !goesOn && (before === undefined || before === ':' || !WITHIN_LINK.test(before));
}

/** `0x71C7…8976F`: enough of both ends to compare by eye. Texts not much longer stay whole. */
export function shortenMiddle(text: string, keep = 8): string {
  return text.length <= keep * 2 + 3 ? text : `${text.slice(0, keep)}…${text.slice(-keep)}`;
}
