import type { Opinion, Rule } from './rule.ts';

const SINGLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]$/u;
/** Letters in a row, each by itself, that are a text spelt out. */
const SPELT = 4;
const SUSPICIOUS = 2;
/** Signs in a row without a word are no punctuation. */
const MOST_MARKS = 9;

/** Texts that are spelt out letter by letter, so that filters do not see the word. */
export function watchSpelling(): Rule {
  let row = 0;
  let marks = 0;
  const opinion = (): Opinion => (row >= SPELT ? 'code' : row >= SUSPICIOUS ? 'hold' : 'pass');
  return {
    see({ kind, raw }) {
      if (kind !== 'word') {
        if (kind === 'number' || kind === 'glyph') row = 0;
        marks = kind === 'mark' ? marks + 1 : kind === 'space' ? marks : 0;
        return marks > MOST_MARKS ? 'code' : opinion();
      }
      marks = 0;
      const parts = raw.normalize('NFKC').split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '');
      for (const part of parts) {
        row = SINGLE.test(part) ? row + 1 : 0;
        if (row >= SPELT) return 'code';
      }
      return opinion();
    },
    end: () => 'pass',
  };
}
