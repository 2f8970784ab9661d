import { expect, it } from '@jest/globals';
import { formatBytes } from './format-bytes.ts';

it('says the size of a file in the unit that fits', () => {
  expect([12, 999, 1_000, 340_400, 999_600, 1_240_000, 10_485_760].map((bytes) => formatBytes(bytes, 'en')))
    .toEqual(['12 byte', '999 byte', '1 kB', '340 kB', '1 MB', '1.2 MB', '10.5 MB']);
  expect(formatBytes(1_240_000, 'zh-CN')).toBe('1.2 MB');
});
