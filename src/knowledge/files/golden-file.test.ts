import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACTIONS } from '../../domain/intents.ts';
import { LOCALE_TAGS } from '../../domain/locales.ts';
import { compareGoldenFile, parseGoldenFile, writeGoldenFile, type GoldenEntry } from './golden-file.ts';

const entry: fc.Arbitrary<GoldenEntry> = fc.record({
  utterance: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => text.trim()).filter((text) => text !== '' && text.length <= 600),
  locale: fc.constantFrom(...LOCALE_TAGS), articleId: fc.constantFrom('deposit-late', 'api-key'), action: fc.option(fc.constantFrom(...ACTIONS)),
});

describe('the file of golden questions', () => {
  it('is read back as what was written, and written again byte for byte', () => {
    fc.assert(fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
      const text = writeGoldenFile(entries);
      if (entries.length === 0) return expect(text).toBe('');
      const read = parseGoldenFile(text, 'golden.yaml');
      expect(read.ok && read.parsed.value).toEqual(entries);
      expect(writeGoldenFile(entries)).toBe(text);
    }));
  });

  it('becomes what the store has, whatever it had before', () => {
    const questions = fc.uniqueArray(entry, { maxLength: 6, selector: ({ locale, utterance }) => `${locale} ${utterance}` });
    fc.assert(fc.property(questions, questions, (before, after) => {
      const kept = before.map((one, i) => ({ ...one, id: `kept-${i}` }));
      let made = 0;
      const { save, remove } = compareGoldenFile(kept, after, () => `new-${made++}`);
      const store = new Map(kept.map((one) => [one.id, one]));
      for (const { id } of remove) store.delete(id);
      for (const one of save) store.set(one.id, one);
      const sorted = (all: readonly GoldenEntry[]): string[] => all.map(({ utterance, locale, articleId, action }) => JSON.stringify([utterance, locale, articleId, action])).sort();
      expect(sorted([...store.values()])).toEqual(sorted(after));
      expect(compareGoldenFile([...store.values()], after, () => 'never')).toEqual({ save: [], remove: [] });
    }));
  });

  it.each([
    ['- utterance: hello\n  locale: xx\n  article: a\n', '0.locale', 2],
    ['- utterance: ""\n  locale: en\n  article: a\n', '0.utterance', 1],
    ['- utterance: hello\n  locale: en\n  article: a\n  action: dance\n', '0.action', 4],
    ['- utterance: hello\n  locale: en\n', '0.article', 1],
  ])('names the place of what is wrong in %j', (text, field, line) => {
    const read = parseGoldenFile(text, 'golden.yaml');
    expect(read.ok ? [] : read.problems).toEqual([expect.objectContaining({ file: 'golden.yaml', field, line })]);
  });
});
