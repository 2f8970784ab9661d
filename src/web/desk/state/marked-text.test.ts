import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SECRET_KINDS, secretMarker } from '../../../domain/secrets.ts';
import { parseMarkdown } from '../../shared/markdown.ts';
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

  it('finds every marker in the Markdown of notes, whose underscores are no emphasis', () => {
    const text = SECRET_KINDS.map(secretMarker).join(' _and_ ');
    const inlines = parseMarkdown(text).flatMap((block) => ('inlines' in block ? block.inlines : []));
    const kinds = inlines.flatMap((inline) => (inline.type === 'text' ? splitMarked(inline.text) : [])).filter((part) => typeof part !== 'string');
    expect(kinds).toEqual(SECRET_KINDS.map((kind) => ({ kind })));
  });

  it('never leaves a piece of a marker to be read, wherever the text was cut', () => {
    fc.assert(fc.property(fc.constantFrom(...SECRET_KINDS), fc.nat(40), (kind, length) => {
      const text = `look: ${secretMarker(kind)} thanks`;
      const cut = length < text.length ? `${text.slice(0, length)}…` : text;
      expect(splitMarked(cut).filter((part) => typeof part === 'string').join('')).not.toMatch(/[⟦⟧]/);
    }));
  });
});
