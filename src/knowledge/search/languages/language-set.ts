import type { Locale } from '../../../domain/locales.ts';
import { createRandom } from '../linear/random.ts';
import type { TrainingSet, TrainingText } from '../locale-index/training-set.ts';
import { normaliseText } from '../text/normalise-text.ts';

/** Name of the index that tells languages apart. */
export const LANGUAGES = 'languages';

/** Only letters speak for a language: numbers, addresses, emoji and punctuation are in none. */
export function lettersOf(text: string): string {
  return normaliseText(text).replace(/[^\p{L}\p{M}\s']+/gu, ' ').trim();
}

/** Texts of each language that are looked at: more than these teach little more. */
const SAMPLE = 600;
/** Longest piece of a text that is learned besides the whole, as contacts also write one word. */
const PIECE_WORDS = 3;

/** The texts of every language, labelled with it: what tells languages apart, in the trade's own words. */
export function collectLanguageSet(sets: ReadonlyMap<Locale, TrainingSet>): TrainingSet {
  const texts = Array.from(sets, ([locale, { texts: own }]) => sampleTexts(own).map((text): TrainingText => ({ label: locale, text, kind: 'passage' }))).flat();
  return { name: LANGUAGES, texts, concepts: [] };
}

/** Repeatable, so that the same knowledge base gives the same set. */
function sampleTexts(texts: readonly TrainingText[]): string[] {
  const random = createRandom(1);
  const order = texts.map((_text, i) => i);
  random.shuffle(order);
  return order.slice(0, SAMPLE).flatMap((i) => {
    const text = lettersOf(texts[i]!.text);
    return [text, takePiece(text, random.next)];
  });
}

/** A few words of the text, or a few characters where words are not spaced. */
function takePiece(text: string, random: () => number): string {
  const words = text.split(/\s+/);
  const [units, glue] = words.length > PIECE_WORDS ? [words, ' '] : [[...text], ''];
  const length = 1 + Math.floor(random() * PIECE_WORDS) + (glue === '' ? 1 : 0);
  const start = Math.floor(random() * Math.max(1, units.length - length));
  return units.slice(start, start + length).join(glue);
}
