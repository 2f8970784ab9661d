import { findConcepts, type ConceptLexicon } from './concept-lexicon.ts';
import { countCharacters } from './count-characters.ts';
import { countConcepts } from './count-concepts.ts';
import { countWords } from './count-words.ts';
import type { TextFeatures } from './feature-counts.ts';
import { readText } from './read-text.ts';

/** @param lexicons the concepts of every language that the text may use words of. */
export function extractFeatures(text: string, lexicons: readonly ConceptLexicon[] = []): TextFeatures {
  const read = readText(text);
  const concepts = new Set(lexicons.flatMap((lexicon) => findConcepts(read.normalised, lexicon)));
  return { words: countWords(read), characters: countCharacters(read), concepts: countConcepts(concepts) };
}
