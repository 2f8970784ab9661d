import { describe, expect, it } from '@jest/globals';
import { saysOnlyNames } from './enclosed-names.ts';

describe('saysOnlyNames', () => {
  const attachments = [{ name: 'a.png' }, { name: 'b.pdf' }];

  it('knows the names of what is enclosed, and nothing else, as no words', () => {
    expect(saysOnlyNames('a.png\nb.pdf', { attachments })).toBe(true);
    expect(saysOnlyNames('a.png, b.pdf', { attachments })).toBe(true);
    expect(saysOnlyNames('here is a.png', { attachments })).toBe(false);
    expect(saysOnlyNames('', {})).toBe(false);
  });
});
