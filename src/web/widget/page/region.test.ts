import { describe, expect, it } from '@jest/globals';
import { regionOf } from './region.ts';

describe('regionOf', () => {
  it.each([
    [['de-CH', 'en-US'], 'CH'],
    [['en', 'pt-BR'], 'BR'],
    [['zh-Hant-TW'], 'TW'],
    [['es-419', 'es-mx'], 'MX'],
  ])('reads the country out of %j', (languages, region) => {
    expect(regionOf(languages)).toBe(region);
  });

  it.each([[[]], [['en']], [['es-419']], [['C', 'en-US@posix', '']]])('names none for %j', (languages: string[]) => {
    expect(regionOf(languages)).toBeUndefined();
  });
});
