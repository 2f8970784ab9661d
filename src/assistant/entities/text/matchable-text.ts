import { foldLetter } from './fold-letter.ts';
import { textOfCodes } from './text-of-codes.ts';

/** A text as the lexicons are written – lower case, no diacritics, one blank between words – that remembers where each letter stood. */
export interface MatchableText {
  readonly text: string;
  /** Where the letter at a place begins and ends in the text that was read. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** As `normaliseText` reads them: "can't", "cant" and "cannot" all as "ca not". */
const ENGLISH_NOT = /(?<=\b(?:ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should))n(?:['\u2018\u2019\u02BC`\u00B4]?t|not)\b/gi;
const BLANK = 0x20;
const NOT = ' not';
/** Letters that one letter grows into at most, as "ß" does; U+FDFA, a whole blessing in one character, is cut short. */
const MOST_LETTERS = 2;

/**
 * Reads a text the way `compileConcepts` reads its expressions, letter by letter. Linear.
 * @param plain as `readPlainText` gives it.
 */
export function readMatchableText(plain: string): MatchableText {
  const contractions = [...plain.matchAll(ENGLISH_NOT)].map((match) => ({ at: match.index, end: match.index + match[0].length }));
  const writer = createWriter(plain.length * MOST_LETTERS);
  let next = 0;
  for (let at = 0; at < plain.length;) {
    const contraction = contractions[next];
    if (contraction?.at === at) {
      writer.write(NOT, at, contraction.end, NOT.length);
      at = contraction.end;
      next += 1;
    } else {
      writer.write(foldLetter(plain.charCodeAt(at)), at, at + 1, MOST_LETTERS);
      at += 1;
    }
  }
  return writer.finish();
}

function createWriter(size: number) {
  const codes = new Uint16Array(size);
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  let length = 0;
  const put = (code: number, start: number, end: number): void => {
    const last = length === 0 ? BLANK : codes[length - 1];
    // Stretched letters, "heeelp", are two; a blank is one.
    const isStretched = code === last && code === codes[length - 2] && !(code >= 0x30 && code <= 0x39);
    if (isStretched || (code === BLANK && last === BLANK)) return;
    codes[length] = code;
    starts[length] = start;
    ends[length] = end;
    length += 1;
  };
  return {
    write(folded: string, start: number, end: number, most: number): void {
      for (let i = 0; i < folded.length && i < most; i++) put(folded.charCodeAt(i), start, end);
    },
    finish: (): MatchableText => ({ text: textOfCodes(codes, length), starts, ends }),
  };
}
