import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTranslationFile } from './translation-file.ts';
import { writeTranslationFile } from './write-translation-file.ts';

const line = (max: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '' && text.length <= max);

describe('writing a translation', () => {
  it('is read back as what was written, whatever the words are', () => {
    fc.assert(fc.property(line(60), line(80), fc.array(line(60), { maxLength: 4 }), fc.array(line(60), { maxLength: 3 }), line(200), (title, summary, phrasings, calmPhrasings, body) => {
      const read = parseTranslationFile(writeTranslationFile({ title, summary, phrasings, calmPhrasings, body }), 'en.md', 'a', 'en');
      expect(read.ok && read.parsed.value).toMatchObject({ title, summary, phrasings, calmPhrasings, body });
    }));
  });

  it.each(['- "yes": no', '# not a comment', 'a: b', "it's", '---', 'null', '2026-11-20', '{{exchange.name}}', '提币 @ 这里'])('keeps "%s"', (title) => {
    const read = parseTranslationFile(writeTranslationFile({ title, summary: title, phrasings: [title], calmPhrasings: [], body: title }), 'en.md', 'a', 'en');
    expect(read.ok && read.parsed.value).toMatchObject({ title, summary: title, phrasings: [title] });
  });
});
