import { describe, expect, it } from '@jest/globals';
import { formatWaiting } from './format-waiting.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('formatWaiting', () => {
  it.each([
    [-5 * SECOND, '0s'], [0, '0s'], [59.9 * SECOND, '59s'], [MINUTE, '1m'], [59 * MINUTE + 59 * SECOND, '59m'],
    [HOUR, '1h'], [HOUR + 5 * MINUTE, '1h 5m'], [23 * HOUR + 59 * MINUTE, '23h 59m'], [24 * HOUR, '1d'], [51 * HOUR + MINUTE, '2d 3h'],
  ])('shows %d ms as %s', (ms, expected) => {
    expect(formatWaiting(ms, 'en')).toBe(expected);
  });

  it('speaks the agent\'s language', () => {
    expect(formatWaiting(HOUR + 5 * MINUTE, 'zh-CN')).toBe('1小时 5分钟');
  });
});
