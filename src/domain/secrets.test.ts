import { describe, expect, it } from '@jest/globals';
import { coverMarkers, SECRET_KINDS, secretMarker, splitMarkers } from './secrets.ts';

describe('markers of secrets', () => {
  it('splits a text at every marker', () => {
    expect(splitMarkers('my words are ⟦seed_phrase⟧, pw ⟦password⟧')).toEqual(['my words are ', { kind: 'seed_phrase' }, ', pw ', { kind: 'password' }]);
  });

  it('gives a text without markers back as its only part, and nothing for nothing', () => {
    expect(splitMarkers('plain')).toEqual(['plain']);
    expect(splitMarkers('')).toEqual([]);
  });

  it('takes brackets with other words for text', () => {
    expect(splitMarkers('⟦something⟧')).toEqual(['⟦something⟧']);
  });

  it.each(SECRET_KINDS)('finds the marker of %s again', (kind) => {
    expect(splitMarkers(secretMarker(kind))).toEqual([{ kind }]);
  });

  it('covers markers without moving what stands beside them', () => {
    expect(coverMarkers('a ⟦password⟧ b', '.')).toBe('a .......... b');
  });
});
