import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentColors, contrastRatio } from './accent.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('accentColors', () => {
  it('is readable whatever an exchange chooses, in light and in dark', () => {
    fc.assert(fc.property(color, fc.constantFrom('#f3f5f6', '#23262d'), (accent, ground) => {
      const { fill, onFill, ink } = accentColors(accent, ground);
      expect(contrastRatio(fill, onFill)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(ink, ground)).toBeGreaterThanOrEqual(4.5);
    }), { numRuns: 1000 });
  });

  it('keeps a colour that is readable as it is', () => {
    expect(accentColors('#0f766e', '#f3f5f6')).toEqual({ fill: '#0f766e', onFill: '#ffffff', ink: '#0f766e' });
    expect(accentColors('#f0b90b', '#23262d')).toEqual({ fill: '#f0b90b', onFill: '#11141a', ink: '#f0b90b' });
  });
});
