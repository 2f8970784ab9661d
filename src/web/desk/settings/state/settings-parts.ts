import type { DeskSettings } from '../../../../domain/desk-settings.ts';
import { SLA_TARGETS, type SlaTarget } from '../../../../domain/sla.ts';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import { URGENCIES, type Urgency } from '../../../../domain/urgencies.ts';

const GENERAL = ['warnShare', 'releaseAfterSeconds', 'followUpHours', 'settleHours'] as const;
export type General = (typeof GENERAL)[number];

/** The smallest things of the settings that somebody decides at once. */
export type SettingsPart =
  | { readonly kind: 'assignment' | 'calendar'; readonly team: Team }
  | { readonly kind: 'term'; readonly team: Team; readonly urgency: Urgency; readonly target: SlaTarget }
  | { readonly kind: 'general'; readonly name: General }
  | { readonly kind: 'explorers' | 'rubric' };

const PARTS: readonly SettingsPart[] = [
  ...GENERAL.map((name) => ({ kind: 'general' as const, name })),
  { kind: 'explorers' },
  ...TEAMS.flatMap((team): SettingsPart[] => [
    { kind: 'assignment', team },
    { kind: 'calendar', team },
    ...URGENCIES.flatMap((urgency) => SLA_TARGETS.map((target) => ({ kind: 'term' as const, team, urgency, target }))),
  ]),
  { kind: 'rubric' },
];

export function partKey(part: SettingsPart): string {
  return Object.values(part).join('.');
}

/** Parts in which two settings differ, in the order of the page. */
export function changedParts(before: DeskSettings, after: DeskSettings): SettingsPart[] {
  return PARTS.filter((part) => JSON.stringify(readPart(before, part)) !== JSON.stringify(readPart(after, part)));
}

/** What two people made of the same settings. */
export interface Comparison {
  /** Both changed them, and not to the same. */
  readonly contested: readonly SettingsPart[];
  /** Only they did. */
  readonly theirs: readonly SettingsPart[];
}

export function compareSettings(base: DeskSettings, mine: DeskSettings, theirs: DeskSettings): Comparison {
  const myKeys = new Set(changedParts(base, mine).map(partKey));
  const differing = new Set(changedParts(mine, theirs).map(partKey));
  const changed = changedParts(base, theirs).filter((part) => differing.has(partKey(part)));
  return { contested: changed.filter((part) => myKeys.has(partKey(part))), theirs: changed.filter((part) => !myKeys.has(partKey(part))) };
}

/** Theirs, with what I changed. @param yielded keys of parts in which theirs stays although I changed them. */
export function mergeSettings(base: DeskSettings, mine: DeskSettings, theirs: DeskSettings, yielded: ReadonlySet<string>): DeskSettings {
  return changedParts(base, mine).filter((part) => !yielded.has(partKey(part))).reduce((merged, part) => copyPart(mine, merged, part), theirs);
}

export function readPart(settings: DeskSettings, part: SettingsPart): unknown {
  switch (part.kind) {
    case 'assignment':
    case 'calendar': return settings.teams[part.team][part.kind];
    case 'term': return settings.teams[part.team].sla[part.urgency][part.target];
    case 'general': return settings[part.name];
    case 'explorers':
    case 'rubric': return settings[part.kind];
  }
}

function copyPart(from: DeskSettings, to: DeskSettings, part: SettingsPart): DeskSettings {
  switch (part.kind) {
    case 'general': return { ...to, [part.name]: from[part.name] };
    case 'explorers': return { ...to, explorers: from.explorers };
    case 'rubric': return { ...to, rubric: from.rubric };
    default: {
      const { team } = part;
      const before = to.teams[team];
      const source = from.teams[team];
      const after = part.kind === 'term'
        ? { ...before, sla: { ...before.sla, [part.urgency]: { ...before.sla[part.urgency], [part.target]: source.sla[part.urgency][part.target] } } }
        : { ...before, [part.kind]: source[part.kind] };
      return { ...to, teams: { ...to.teams, [team]: after } };
    }
  }
}
