import { describe, expect, it } from '@jest/globals';
import { regionOf, timeZoneOf } from './region.ts';

describe('regionOf', () => {
  it.each([
    [['de-CH', 'en-US'], 'CH'],
    [['en', 'pt-BR'], 'BR'],
    [['zh-Hant-TW'], 'TW'],
    [['es-419', 'es-mx'], 'MX'],
  ])('reads the country out of %j', (languages, region) => {
    expect(regionOf(languages)).toEqual({ region });
  });

  it.each([[[]], [['en']], [['es-419']], [['C', 'en-US@posix', '']]])('names none for %j', (languages: string[]) => {
    expect(regionOf(languages)).toEqual({});
  });
});

describe('timeZoneOf', () => {
  it('is the browser\'s zone where the desk would take it', () => {
    expect(timeZoneOf('Asia/Tokyo')).toEqual({ timeZone: 'Asia/Tokyo' });
    expect(timeZoneOf('Etc/GMT+5')).toEqual({ timeZone: 'Etc/GMT+5' });
    for (const odd of ['', 'GMT 5', 'x'.repeat(65)]) expect(timeZoneOf(odd)).toEqual({});
  });
});
