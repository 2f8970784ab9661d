import { describe, expect, it } from '@jest/globals';
import { guessKind, isArticleFile } from './read-files.ts';

describe('files of an import', () => {
  it('are of the kind that most of their names tell', () => {
    expect(guessKind(['faq.csv'])).toBe('csv');
    expect(guessKind(['articles/a/article.yaml', 'articles/a/en.md', 'a.html'])).toBe('markdown');
    expect(guessKind(['INDEX.HTM', 'x.png'])).toBe('html');
    expect(guessKind(['notes'])).toBeUndefined();
  });

  it('are not those that a system leaves in every folder', () => {
    expect(['a/.DS_Store', '__MACOSX/a.md', '.git/config', 'a/en.md'].filter(isArticleFile)).toEqual(['a/en.md']);
  });
});
