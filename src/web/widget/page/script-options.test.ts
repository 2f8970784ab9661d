import { describe, expect, it } from '@jest/globals';
import { readScriptOptions, type PageFacts } from './script-options.ts';

const read = (facts: Partial<PageFacts>) => readScriptOptions({ scriptUrl: 'https://desk.example/widget.js?v=1', dataset: {}, pageLanguage: '', languages: [], ...facts });

describe('readScriptOptions', () => {
  it('finds the desk where the script came from', () => {
    expect(read({}).base).toBe('https://desk.example');
    expect(read({ scriptUrl: 'https://exchange.example/support/widget.js' }).base).toBe('https://exchange.example/support');
  });

  it('speaks the language that the tag names, else the page\'s, else the browser\'s', () => {
    expect(read({ dataset: { locale: 'zh-CN' }, pageLanguage: 'en', languages: ['fr'] }).locale).toBe('zh-CN');
    expect(read({ pageLanguage: 'en', languages: ['fr'] }).locale).toBe('en');
    expect(read({ languages: ['fr', 'en'] }).locale).toBe('fr');
    expect(read({}).locale).toBe('en');
  });

  it('takes an accent in the usual notations and passes over everything else', () => {
    expect(['#F0B90B', 'f0b90b', ' #abc '].map((accent) => read({ dataset: { accent } }).accent)).toEqual(['#f0b90b', '#f0b90b', '#aabbcc']);
    expect(['red', '#12', 'url(x)', ''].map((accent) => read({ dataset: { accent } }).accent)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('takes a side and a theme, and passes over what is neither', () => {
    expect(read({ dataset: { position: 'left', theme: 'dark' } })).toMatchObject({ position: 'left', theme: 'dark' });
    expect(read({ dataset: { position: 'top', theme: 'neon' } })).toMatchObject({ position: 'end', theme: 'auto' });
  });
});
