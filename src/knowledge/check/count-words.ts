const segmenters = new Map<string, Intl.Segmenter>();

/** Words of a text in any script: Chinese, Japanese and Thai are split by dictionary (`Intl.Segmenter`). */
export function countWords(text: string, locale = 'en'): number {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, segmenter);
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}
