import { foldLetter } from './fold-letter.ts';

/** A text as the lexicons are written – lower case, no diacritics, one blank between words – that remembers where each letter stood. */
export interface MatchableText {
  readonly text: string;
  /** Where the letter at a place begins and ends in the text that was read. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** As `normaliseText` reads them: "can't", "cant" and "cannot" all as "ca not". */
const ENGLISH_NOT = /(?<=\b(?:ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should))n(?:['\u2018\u2019\u02BC`\u00B4]?t|not)\b/gi;
/** No letter in use grows into more than this (NFKC of U+FDFA, a whole blessing, would be 18). */
const MOST_LETTERS = 4;

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
      writer.write(' not', at, contraction.end);
      at = contraction.end;
      next += 1;
    } else {
      writer.write(foldLetter(plain.charCodeAt(at)), at, at + 1);
      at += 1;
    }
  }
  return writer.finish();
}

function createWriter(size: number) {
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  let text = '';
  // The last two letters are kept beside: to ask a string that is being built for them would copy it each time.
  let last = 0x20;
  let secondLast = 0;
  const put = (code: number, start: number, end: number): void => {
    const isStretched = code === last && code === secondLast && !(code >= 0x30 && code <= 0x39);
    if (isStretched || (code === 0x20 && last === 0x20)) return;
    starts[text.length] = start;
    ends[text.length] = end;
    text += String.fromCharCode(code);
    secondLast = last;
    last = code;
  };
  return {
    write(folded: string, start: number, end: number): void {
      for (let i = 0; i < folded.length && i < MOST_LETTERS; i++) put(folded.charCodeAt(i), start, end);
    },
    finish: (): MatchableText => ({ text, starts, ends }),
  };
}
