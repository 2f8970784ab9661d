import type { Locale } from '../../../domain/locales.ts';
import type { Team } from '../../../domain/teams.ts';

/** Values of exchange.yaml by name, in the order of the file. */
export type Facts = Readonly<Record<string, string>>;

/** A row of categories.yaml. */
export interface Shelf {
  readonly id: string;
  readonly team: Team;
  /** Where readers see another title than the one that comes with Vigil. */
  readonly titles: Readonly<Partial<Record<Locale, string>>>;
}

/** Facts that two changed at once: each change is kept, and of what both changed, mine. */
export function mergeFacts(base: Facts, mine: Facts, theirs: Facts): Facts {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(names.flatMap((name) => {
    const value = mine[name] === base[name] ? theirs[name] : mine[name];
    return value === undefined ? [] : [[name, value]];
  }));
}

/** Shelves that two changed at once, row by row; the order is mine, and what only they have comes at the end. */
export function mergeShelves(base: readonly Shelf[], mine: readonly Shelf[], theirs: readonly Shelf[]): readonly Shelf[] {
  const [before, there] = [new Map(base.map((row) => [row.id, row])), new Map(theirs.map((row) => [row.id, row]))];
  const kept = mine.flatMap((row) => {
    const isMine = JSON.stringify(row) !== JSON.stringify(before.get(row.id));
    const other = there.get(row.id);
    return isMine ? [row] : other ? [other] : [];
  });
  const here = new Set(mine.map(({ id }) => id));
  return [...kept, ...theirs.filter(({ id }) => !here.has(id) && !before.has(id))];
}
