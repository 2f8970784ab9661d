import { expect, it } from '@jest/globals';
import { parseLocation, showLocation } from './location.ts';

it('reads folders and addresses', () => {
  expect(parseLocation('sqlite:/var/desk', '--from')).toEqual({ dialect: 'sqlite', folder: '/var/desk', option: '--from' });
  expect(parseLocation('sqlite:///var/desk', '--from')).toMatchObject({ folder: '/var/desk' });
  expect(parseLocation('postgres://vigil@db/vigil', '--to')).toEqual({ dialect: 'postgres', url: 'postgres://vigil@db/vigil', option: '--to' });
});

it('shows where it is and never a password', () => {
  expect(showLocation(parseLocation('postgresql://vigil:hunter2@db.example:5433/vigil?sslmode=verify-full', '--to'))).toBe('postgres://db.example:5433/vigil');
});

it.each([undefined, '', 'sqlite:', './data', 'mysql://x/y', 'postgres://['])('says what was expected of %p, and of which option', (text) => {
  expect(() => parseLocation(text, '--to')).toThrow(/^--to: expected sqlite:FOLDER.*or postgres:/);
});
