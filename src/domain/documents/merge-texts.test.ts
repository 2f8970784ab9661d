import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinMerged, mergeTexts } from './merge-texts.ts';

describe('mergeTexts', () => {
  it('takes what each changed', () => {
    expect(joinMerged(mergeTexts('a\nb\nc\nd\n', 'A\nb\nc\nd\n', 'a\nb\nc\nD\n'))).toBe('A\nb\nc\nD\n');
  });

  it('asks where both changed the same line, and nowhere else', () => {
    const pieces = mergeTexts('a\nb\nc\n', 'a\nmine\nc\n', 'a\ntheirs\nc\n');
    expect(pieces).toEqual([{ kind: 'agreed', text: 'a\n' }, { kind: 'clash', base: 'b\n', mine: 'mine\n', theirs: 'theirs\n' }, { kind: 'agreed', text: 'c\n' }]);
    expect(joinMerged(pieces)).toBeUndefined();
    expect(joinMerged(pieces, new Map([[1, 'both\n']]))).toBe('a\nboth\nc\n');
  });

  it('loses nothing: one who changed nothing takes the other\'s text, and equal changes are taken once', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n', 'end')).map((lines) => lines.join(''));
    fc.assert(fc.property(text, text, (base, other) => {
      expect(joinMerged(mergeTexts(base, other, base))).toBe(other);
      expect(joinMerged(mergeTexts(base, base, other))).toBe(other);
      expect(joinMerged(mergeTexts(base, other, other))).toBe(other);
    }));
  });
});
