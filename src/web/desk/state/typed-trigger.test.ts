import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { triggerIn } from './typed-trigger.ts';

/** Types one character into a text at the mark `|`. */
const type = (text: string, character: string) => {
  const at = text.indexOf('|');
  const before = text.replace('|', '');
  return triggerIn(before, before.slice(0, at) + character + before.slice(at), at + character.length);
};

describe('triggerIn', () => {
  it('opens prepared replies at the beginning of a line, whatever keyboard it is', () => {
    for (const sign of ['/', '／', '、']) {
      expect(type('|', sign)).toEqual({ opens: 'macros', sign, at: 0 });
      expect(type('Hello\n|rest', sign)).toMatchObject({ opens: 'macros', at: 6 });
      expect(type('and|or', sign)).toBeNull();
      expect(type('Hello |', sign)).toBeNull();
    }
  });

  it('opens colleagues after a space, a bracket or a Chinese sign, and not in an address', () => {
    expect(type('ask |', '@')).toMatchObject({ opens: 'mentions', at: 4 });
    expect(type('(|', '＠')).toMatchObject({ opens: 'mentions' });
    expect(type('请|', '@')).toMatchObject({ opens: 'mentions' });
    expect(type('ana|', '@')).toBeNull();
  });

  it('opens nothing for what was pasted, deleted or typed elsewhere', () => {
    expect(triggerIn('', '/help', 5)).toBeNull();
    expect(triggerIn('//', '/', 1)).toBeNull();
    expect(triggerIn('a\n/', 'b\n/', 3)).toBeNull();
  });

  it('can always be taken back: the text without the sign is the text before', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (left, right) => {
      const found = triggerIn(left + right, `${left}/${right}`, left.length + 1);
      if (found) expect(`${left}/${right}`.slice(0, found.at) + `${left}/${right}`.slice(found.at + 1)).toBe(left + right);
    }));
  });
});
