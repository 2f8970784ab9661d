import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { smallKnowledge, translation } from '../../../test/fixtures/small-knowledge.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import { assembleKnowledgeBase } from '../load-knowledge-base.ts';
import { changeKnowledgeBase } from './change-knowledge-base.ts';
import type { ProposedDocument } from './golden-judgement.ts';

const FILES = smallKnowledge();
const assemble = (files: ReadonlyMap<string, string>) => assembleKnowledgeBase(parseKnowledgeFiles('', files));
const BASE = assemble(FILES);
const YAML = (category: string): string => `category: ${category}\ncovers: new\nintent: deposit_help\nurgency: normal\nrelated:\n  - deposit-late\n  - deposit-fees\n`;

describe('changing documents of a knowledge base', () => {
  const options: ProposedDocument[][] = [
    [{ path: 'articles/deposit-late/en.md', text: translation('Deposits take time', ['where is it'], 'deposit-fees') }],
    [{ path: 'articles/deposit-late/de.md', text: null }],
    [{ path: 'articles/deposit-late/article.yaml', text: YAML('security') }],
    [{ path: 'articles/card-new/article.yaml', text: YAML('deposit') }, { path: 'articles/card-new/en.md', text: translation('Cards', ['pay by card'], 'deposit-fees') }],
    ['article.yaml', 'en.md', 'de.md'].map((name) => ({ path: `articles/deposit-fees/${name}`, text: null })),
    [{ path: 'exchange.yaml', text: 'name: Another\n' }],
    [{ path: 'categories.yaml', text: 'security: { team: trading }\ndeposit: { team: trading }\n' }],
  ];

  it('gives what reading all files again gives, whatever is changed together', () => {
    fc.assert(fc.property(fc.subarray(options), (chosen) => {
      const documents = chosen.flat();
      const files = new Map(FILES);
      for (const { path, text } of documents) {
        if (text === null) files.delete(path);
        else files.set(path, text);
      }
      const changed = changeKnowledgeBase(BASE, documents);
      expect(changed.ok && changed.base).toEqual(assemble(files));
      expect(changed.ok && [...changed.base.articles.keys()]).toEqual([...assemble(files).articles.keys()]);
    }), { numRuns: 60 });
  });

  it('keeps what is not named', () => {
    const changed = changeKnowledgeBase(BASE, options[0]!);
    expect(changed.ok && changed.base.articles.get('deposit-fees')).toBe(BASE.articles.get('deposit-fees'));
  });

  it.each([
    ['front matter that is broken', 'articles/deposit-late/en.md', '---\ntitle: [\n---\nWords', 'yaml', 2],
    ['a file without front matter', 'articles/deposit-late/en.md', 'Words', 'front matter', 1],
    ['an unknown locale', 'articles/deposit-late/xx.md', translation('T', ['a'], 'deposit-fees'), 'file name', 1],
    ['an unknown category', 'articles/deposit-late/article.yaml', YAML('gardening'), 'category', 1],
    ['an article without its settings', 'articles/card-new/en.md', translation('T', ['a'], 'deposit-fees'), 'file', 1],
    ['a file that nobody edits', 'policy.yaml', 'thresholds: {}', 'path', 1],
  ])('names the place of %s', (_what, path, text, field, line) => {
    const changed = changeKnowledgeBase(BASE, [{ path, text }]);
    expect(changed.ok ? [] : changed.problems).toContainEqual(expect.objectContaining({ field, line }));
  });
});
