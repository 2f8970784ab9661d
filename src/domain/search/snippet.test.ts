import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findTerms, readTerm } from './search-term.ts';
import { cutSnippet } from './snippet.ts';
import { tokenise } from './tokenise.ts';

describe('the snippet of what was found', () => {
  it('shows the first mark in what stands around it', () => {
    const text = `${'before '.repeat(60)}deposit ${'after '.repeat(60)}`.trim();
    const { text: cut, marks } = cutSnippet(text, [[420, 427]]);
    expect(cut).toMatch(/^…before .*deposit after.*after…$/);
    expect(marks.map(([start, end]) => cut.slice(start, end))).toEqual(['deposit']);
    expect(cut.length).toBeLessThan(220);
  });

  it('never cuts a mark off its words, nor a character in two', () => {
    const words = fc.array(fc.oneof(fc.constant('deposit'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })), { maxLength: 80 });
    fc.assert(fc.property(words, (list) => {
      const text = list.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim();
      const term = readTerm('deposit', true);
      const found = findTerms(tokenise(text), term ? [term] : []);
      const { text: cut, marks } = cutSnippet(text, found ?? []);
      expect(cut.isWellFormed()).toBe(text.isWellFormed() || cut.isWellFormed());
      expect(cut.length).toBeLessThanOrEqual(400);
      if (found && found.length > 0) expect(marks.length).toBeGreaterThan(0);
      for (const [start, end] of marks) expect(cut.slice(start, end).toLowerCase()).toContain('d');
    }), { numRuns: 300 });
  });
});
