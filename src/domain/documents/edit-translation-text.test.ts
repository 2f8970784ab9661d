import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editTranslationText, newTranslationText, readTranslationText, type TranslationFields } from './edit-translation-text.ts';

const FILE = `---
# who asks for it
title: Deposit late   # shown everywhere
summary: "It is on its way."
phrasings:
  - "where is my deposit"
  - 'my coins?'   # short
  - no money yet
---
Wait.

1. Look.
`;

describe('editTranslationText', () => {
  it('changes one field and no other byte', () => {
    expect(editTranslationText(FILE, { title: 'Your deposit: late' })).toBe(FILE.replace('title: Deposit late ', 'title: "Your deposit: late" ').replace('"Your deposit: late"   #', '"Your deposit: late"   #'));
    expect(editTranslationText(FILE, { body: 'New.\n' })).toBe(FILE.replace('Wait.\n\n1. Look.\n', 'New.\n'));
  });

  it('keeps the lines of phrasings that stay, in the new order', () => {
    expect(editTranslationText(FILE, { phrasings: ['no money yet', 'my coins?', 'say "when"'] })).toBe(FILE
      .replace(/phrasings:\n[^]*yet\n---/, 'phrasings:\n  - no money yet\n  - \'my coins?\'   # short\n  - "say \\"when\\""\n---'));
  });

  it('brings a field where such files have it, and takes an empty one away', () => {
    const calm = editTranslationText(FILE, { calmPhrasings: ['how long does it take'] });
    expect(calm).toContain('no money yet\ncalmPhrasings:\n  - "how long does it take"\n---\n');
    expect(editTranslationText(calm ?? '', { calmPhrasings: [] })).toBe(FILE);
    expect(readTranslationText(editTranslationText(calm ?? '', { phrasings: [] }) ?? '')).toMatchObject({ phrasings: [], calmPhrasings: ['how long does it take'] });
  });

  it('gives nothing back for a file whose front matter cannot be read', () => {
    for (const text of ['no front matter', '---\ntitle: [\n---\n', '---\n- a\n---\n']) {
      expect(readTranslationText(text)).toBeUndefined();
      expect(editTranslationText(text, { title: 'x' })).toBeUndefined();
    }
  });

  it('leaves every article of the knowledge base as it is when it is told what it says already', () => {
    for (const file of globSync('knowledge-base/articles/*/{en,ar,zh-CN}.md')) {
      const text = readFileSync(file, 'utf8');
      const fields = readTranslationText(text);
      expect(fields && editTranslationText(text, fields)).toBe(text);
    }
  });

  it('reads back whatever was written', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text && !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(text));
    const fields: fc.Arbitrary<TranslationFields> = fc.record({ title: line, summary: line, phrasings: fc.array(line), calmPhrasings: fc.array(line), body: fc.array(line).map((lines) => lines.join('\n')) });
    fc.assert(fc.property(fields, fields, (first, then) => {
      expect(readTranslationText(newTranslationText(first))).toEqual(first);
      expect(readTranslationText(editTranslationText(newTranslationText(first), then) ?? '')).toEqual(then);
      expect(readTranslationText(editTranslationText(FILE.replaceAll('\n', '\r\n'), then) ?? '')).toEqual(then);
    }));
  });
});
