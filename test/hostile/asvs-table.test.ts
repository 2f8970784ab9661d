import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../test-cache.ts';

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, and which of its numbers are of level 3. */
const SECTIONS: Readonly<Record<string, readonly [last: number, ...third: number[]]>> = {
  '1.1': [2], '1.2': [10, 10], '1.3': [12, 12], '1.4': [3], '1.5': [3, 3], '2.1': [3], '2.2': [3], '2.3': [5, 5], '2.4': [2, 2],
  '3.1': [1, 1], '3.2': [3, 3], '3.3': [5, 5], '3.4': [8, 7, 8], '3.5': [8, 6, 7, 8], '3.6': [1, 1], '3.7': [5, 3, 4, 5], '4.1': [5, 4, 5], '4.2': [5, 2, 3, 4, 5], '4.3': [2], '4.4': [4],
  '5.1': [1], '5.2': [6, 4, 5, 6], '5.3': [3, 3], '5.4': [3], '6.1': [3], '6.2': [12], '6.3': [8, 5, 6, 7, 8], '6.4': [6, 5, 6], '6.5': [8, 6, 7, 8], '6.6': [4, 4], '6.7': [2, 1, 2], '6.8': [4],
  '7.1': [3], '7.2': [4], '7.3': [2], '7.4': [5], '7.5': [3, 3], '7.6': [2], '8.1': [4, 3, 4], '8.2': [4, 4], '8.3': [3, 2, 3], '8.4': [2, 2], '9.1': [3], '9.2': [4],
  '10.1': [2], '10.2': [3, 3], '10.3': [5, 5], '10.4': [16, 12, 13, 14, 15, 16], '10.5': [5], '10.6': [2], '10.7': [3], '11.1': [4, 3, 4], '11.2': [5, 4, 5], '11.3': [5, 4, 5], '11.4': [4], '11.5': [2, 2], '11.6': [2, 2], '11.7': [2, 1, 2],
  '12.1': [5, 4, 5], '12.2': [2], '12.3': [5, 5], '13.1': [4, 2, 3, 4], '13.2': [6, 6], '13.3': [4, 3, 4], '13.4': [7, 6, 7], '14.1': [2], '14.2': [8, 5, 6, 7, 8], '14.3': [3],
  '15.1': [5, 4, 5], '15.2': [5, 4, 5], '15.3': [7], '15.4': [4, 1, 2, 3, 4], '16.1': [1], '16.2': [5], '16.3': [4], '16.4': [3], '16.5': [4, 4], '17.1': [2, 2], '17.2': [8, 5, 6, 7, 8], '17.3': [2],
};

const lines = readFileSync(join(root, 'docs/security/asvs-5-level-2.md'), 'utf8').split('\n').filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim())).map(([number = '', what = '', state = '', why = '']) => ({ number, what, state, why }));

describe('the table of the verification standard', () => {
  it('has every requirement of levels 1 and 2, in order, once', () => {
    const expected = Object.entries(SECTIONS).flatMap(([section, [last, ...third]]) => Array.from({ length: last }, (_, index) => index + 1).filter((number) => !third.includes(number)).map((number) => `${section}.${number}`));
    expect(lines.map(({ number }) => number)).toEqual(expected);
    expect(lines).toHaveLength(253);
  });

  it('says of each how it stands, and why', () => {
    expect(lines.filter(({ what, state, why }) => what === '' || why === '' || !['met', 'operator', 'n.a.', 'open'].includes(state))).toEqual([]);
  });

  it('names files that are there', () => {
    const named = lines.flatMap(({ number, why }) => [...why.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ number, name })));
    const files = named.filter(({ name }) => /^(src|test|docs|deploy|scripts)\/|^SECURITY\.md$|^\.env\.example$|^Dockerfile$/.test(name));
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter(({ name }) => !existsSync(join(root, name)))).toEqual([]);
  });
});
