/** Scripts that write no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const WORD = /[\p{L}\p{M}\p{N}\uE001-\uE003]+|[?!؟]|\p{Extended_Pictographic}/gu;

/** Dictionaries are chosen by script, so one segmenter serves every language. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Words of a normalised text in order, with marks of exclamation, question and emoji as words of their own. */
export function splitWords(text: string): string[] {
  const words = text.match(WORD) ?? [];
  return isUnspaced(text) ? words.flatMap((word) => (isUnspaced(word) ? segmentWord(word) : word)) : words;
}

function segmentWord(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/** Stretches written without spaces, whole, for character n-grams that do not trust the dictionary. */
export function unspacedRuns(text: string): string[] {
  return text.match(UNSPACED_RUN) ?? [];
}
