import type { Locale } from './locales.ts';
import type { Role } from './roles.ts';
import type { Team } from './teams.ts';

export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];
/** Of whoever is not told otherwise. */
export const STANDARD_CAPACITY = 6;

/** A person who works on the desk or on the articles. */
export interface Agent {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teams: readonly Team[];
  readonly locales: readonly Locale[];
  /** 1 for first line, 3 for experts. */
  readonly level: Level;
  /** How many open conversations routing gives at most. */
  readonly capacity: number;
  /** False for who left: cannot sign in, is given nothing, and stays named where they spoke. */
  readonly active: boolean;
  readonly createdAt: number;
}
