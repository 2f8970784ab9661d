import { describe, expect, it } from '@jest/globals';
import { pathToArticle, readPlace } from './place.ts';

describe('places of the editor', () => {
  it.each([
    ['/editor', { section: 'library', part: '' }],
    ['/editor/', { section: 'library', part: '' }],
    ['/editor/settings/categories', { section: 'settings', part: 'categories' }],
    ['/editor/articles/deposit-fees/zh-CN', { section: 'article', articleId: 'deposit-fees', locale: 'zh-CN' }],
    ['/editor/articles/deposit-fees/klingon', { section: 'article', articleId: 'deposit-fees', locale: 'en' }],
    ['/editor/articles/%E0%A4%A', { section: 'article', articleId: '%E0%A4%A', locale: 'en' }],
  ])('reads %s', (path, place) => {
    expect(readPlace(path)).toEqual(place);
  });

  it('leads back to where it was read', () => {
    expect(readPlace(pathToArticle('deposit-fees', 'ar'))).toEqual({ section: 'article', articleId: 'deposit-fees', locale: 'ar' });
  });
});
