import { describe, expect, it } from '@jest/globals';
import { entityText } from './entity-text.ts';
import { anEntity } from './testing.ts';

describe('entityText', () => {
  it('is the one form of a thing, and the letters as written where the checksum is wrong', () => {
    const address = { text: '0xAbC', network: 'ethereum' };
    expect(entityText(anEntity('address', '0xabc', { ...address, checksum: 'valid' }))).toBe('0xabc');
    expect(entityText(anEntity('address', '0xabc', { ...address, checksum: 'invalid' }))).toBe('0xAbC');
  });
});
