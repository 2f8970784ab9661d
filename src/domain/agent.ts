import type { Locale } from './locales.ts';
import type { Role } from './roles.ts';
import type { Team } from './teams.ts';

/** A person who works on the desk or on the articles. */
export interface Agent {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly teams: readonly Team[];
  readonly locales: readonly Locale[];
  readonly createdAt: number;
}
