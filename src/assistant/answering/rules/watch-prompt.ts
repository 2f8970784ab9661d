import { foldText } from '../text/fold-text.ts';
import { splitWords } from '../text/split-words.ts';
import type { Grounds, Opinion, Rule } from './rule.ts';

/** So many words of the instructions in a row are a leak; fewer happen in any text. */
const LEAK = 5;
/** From so many on, words are held until it is clear. */
const SUSPICIOUS = 2;
/** Neighbours of the instructions in other order or with a word between: so many among the last words are a leak too. */
const SHUFFLED = { window: 8, pairs: 4 };
/** A part of the fence's marker that nobody writes by chance. */
const MARKER_PART = 6;

/**
 * The words of our own instructions, whatever the case, punctuation or layout they come in. Runs that a
 * passage has too are its own. @param instructions everything that the model was told by us.
 */
export function watchPrompt({ sources }: Grounds, instructions: string, marker: string): Rule {
  const words = splitWords(instructions);
  // The instructions are in English whatever the answer is in.
  const commonWords = sources.englishWords;
  const places = new Map<string, number[]>();
  words.forEach((word, at) => places.set(word, [...places.get(word) ?? [], at]));
  /** Length of the run that ends at a place of the instructions, after the last word and after the one before: one strange word between is no way around. */
  let runs = new Map<number, number>();
  let earlier = new Map<number, number>();

  const neighbours = new Set(words.slice(1).flatMap((word, i) => [`${words[i]} ${word}`, `${word} ${words[i]}`]));
  let last: string[] = [];
  let shuffled: boolean[] = [];

  /** Told backwards, or with words strewn in. */
  function isShuffled(word: string): boolean {
    const isOurPair = last.some((before) => neighbours.has(`${before} ${word}`)
      && !(commonWords.isCommon(before) && commonWords.isCommon(word))
      && !sources.passages.some(({ facts }) => facts.phrases.includes(` ${before} ${word} `) || facts.phrases.includes(` ${word} ${before} `)));
    last = [...last, word].slice(-2);
    shuffled = [...shuffled, isOurPair].slice(-SHUFFLED.window);
    return shuffled.filter(Boolean).length >= SHUFFLED.pairs;
  }

  function seeWord(word: string): Opinion {
    if (isShuffled(word)) return 'instructions';
    const next = new Map<number, number>();
    let longest = 0;
    for (const at of places.get(word) ?? []) {
      const length = Math.max(runs.get(at - 1) ?? 0, earlier.get(at - 1) ?? 0) + 1;
      next.set(at, length);
      if (length >= LEAK && isOurs(at)) return 'instructions';
      longest = Math.max(longest, length);
    }
    earlier = runs;
    runs = next;
    return longest >= SUSPICIOUS ? 'hold' : 'pass';
  }

  function isOurs(at: number): boolean {
    const run = ` ${words.slice(at - LEAK + 1, at + 1).join(' ')} `;
    return !sources.passages.some(({ facts }) => facts.phrases.includes(run));
  }

  return {
    see({ kind, raw }) {
      if (hasMarkerPart(foldText(raw), marker)) return 'instructions';
      if (kind !== 'word') return runs.size > 0 && Math.max(...runs.values()) >= SUSPICIOUS ? 'hold' : 'pass';
      let opinion: Opinion = 'pass';
      for (const word of splitWords(raw)) {
        opinion = seeWord(word);
        if (opinion === 'instructions') return opinion;
      }
      return opinion;
    },
    end: () => 'pass',
  };
}

function hasMarkerPart(text: string, marker: string): boolean {
  for (let at = 0; at + MARKER_PART <= text.length; at++) if (marker.includes(text.slice(at, at + MARKER_PART))) return true;
  return false;
}
