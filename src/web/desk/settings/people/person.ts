import type { RouteInput, RouteOutput } from '../../../../protocol/http.ts';

/** Types only: the schemas stay out of the bundle. */
export type Person = RouteOutput<'listPeople'>['people'][number];
export type PersonChange = RouteInput<'changePerson'>['body'];
export type NewPerson = RouteInput<'createPerson'>['body'];

export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;
export const MOST_CAPACITY = 100;

/** Without letters and digits that are taken for each other when they are read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** A password that can be read out: 20 of 31 characters in groups, 99 bits. */
export function makePassword(): string {
  const random = crypto.getRandomValues(new Uint32Array(GROUPS * GROUP_LENGTH));
  const letters = Array.from(random, (value) => LETTERS[value % LETTERS.length] ?? '');
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join('')).join('-');
}

/** Those whom a search finds, by name, e-mail, and the words of what they are. */
export function findPeople(people: readonly Person[], search: string, wordsOf: (person: Person) => string, contains: (text: string, part: string) => boolean): readonly Person[] {
  const parts = search.trim().split(/\s+/).filter(Boolean);
  return parts.length === 0 ? people : people.filter((person) => parts.every((part) => contains(wordsOf(person), part)));
}
