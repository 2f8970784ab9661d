import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffTexts } from './line-diff.ts';

describe('diffTexts', () => {
  it('shows the words that changed in a line, and folds what did not', () => {
    expect(diffTexts('1\n2\n3\n4\nwait 24 hours\n6\n', '1\n2\n3\n4\nwait 48 hours\n6\n')).toEqual([
      { kind: 'gap', count: 2 },
      { kind: 'same', parts: [{ text: '3', isChanged: false }] },
      { kind: 'same', parts: [{ text: '4', isChanged: false }] },
      { kind: 'removed', parts: [{ text: 'wait ', isChanged: false }, { text: '24', isChanged: true }, { text: ' hours', isChanged: false }] },
      { kind: 'added', parts: [{ text: 'wait ', isChanged: false }, { text: '48', isChanged: true }, { text: ' hours', isChanged: false }] },
      { kind: 'same', parts: [{ text: '6', isChanged: false }] },
    ]);
  });

  it('tells words apart where no spaces do', () => {
    const rows = diffTexts('请等待一小时\n', '请等待两小时\n', 'zh-CN');
    expect(rows.flatMap((row) => (row.kind === 'gap' ? [] : row.parts.filter(({ isChanged }) => isChanged).map(({ text }) => text))).join('')).not.toContain('等待');
  });

  it('has nothing to show for two texts that are the same', () => {
    expect(diffTexts('a\nb\n', 'a\nb\n')).toEqual([{ kind: 'gap', count: 2 }]);
  });

  it('keeps every line of the new text that it does not fold', () => {
    const text = fc.array(fc.constantFrom('a', 'b c', 'd', 'e f g')).map((lines) => lines.map((line) => `${line}\n`).join(''));
    fc.assert(fc.property(text, text, (before, after) => {
      const rows = diffTexts(before, after);
      const shown = rows.reduce((count, row) => count + (row.kind === 'gap' ? row.count : row.kind === 'removed' ? 0 : 1), 0);
      expect(shown).toBe(after.split('\n').length - 1);
    }));
  });
});
