import type { ConceptLexicon } from './concept-lexicon.ts';
import { countCharacters } from './count-characters.ts';
import { countConcepts } from './count-concepts.ts';
import { countWords } from './count-words.ts';
import type { TextFeatures } from './feature-counts.ts';
import { readText } from './read-text.ts';

/** @param lexicon the concepts of the language that the text is taken to be in. */
export function extractFeatures(text: string, lexicon: ConceptLexicon): TextFeatures {
  const read = readText(text);
  return { words: countWords(read), characters: countCharacters(read), concepts: countConcepts(read, lexicon) };
}
