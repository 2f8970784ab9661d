import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SECRET_KINDS, secretMarker } from '../../../domain/secrets.ts';
import { splitMarked } from './marked-text.ts';

describe('splitMarked', () => {
  it('tells what stands in a text from the secrets that were taken out of it', () => {
    expect(splitMarked('my words are ⟦seed_phrase⟧, help')).toEqual(['my words are ', { kind: 'seed_phrase' }, ', help']);
  });

  it('knows a marker by its beginning where a list cut it off, and says nothing where it could be several', () => {
    expect(splitMarked('here ⟦seed_ph…')).toEqual(['here ', { kind: 'seed_phrase' }, '…']);
    expect(splitMarked('here ⟦p…')).toEqual(['here …']);
    expect(splitMarked('here ⟦…')).toEqual(['here …']);
  });

  it('never leaves a piece of a marker to be read, wherever the text was cut', () => {
    fc.assert(fc.property(fc.constantFrom(...SECRET_KINDS), fc.nat(40), (kind, length) => {
      const text = `look: ${secretMarker(kind)} thanks`;
      const cut = length < text.length ? `${text.slice(0, length)}…` : text;
      expect(splitMarked(cut).filter((part) => typeof part === 'string').join('')).not.toMatch(/[⟦⟧]/);
    }));
  });
});
