import * as z from 'zod';
import { calendarSchema } from './calendar.ts';
import { explorersSchema, STANDARD_EXPLORERS } from './explorers.ts';
import { slaTermsSchema, type SlaTerms } from './sla.ts';
import { TEAMS, type Team } from './teams.ts';
import { URGENCIES, type Urgency } from './urgencies.ts';

/** How a team works: who gives its conversations out, when it works, and what it promises. */
export const teamSettingsSchema = z.strictObject({
  /** `claim`: agents take the next one themselves. `automatic`: routing gives them out. */
  assignment: z.enum(['claim', 'automatic']),
  calendar: calendarSchema,
  sla: z.record(z.enum(URGENCIES), slaTermsSchema),
});
export type TeamSettings = z.infer<typeof teamSettingsSchema>;

export const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected small letters, digits and -'),
  label: z.string().trim().min(1).max(100),
});

/** What supervisors turn on the desk itself. Times are in the units that the names say. */
export const deskSettingsSchema = z.strictObject({
  teams: z.record(z.enum(TEAMS), teamSettingsSchema),
  /** Share of an SLA term that is left when people are warned. */
  warnShare: z.number().min(0).max(0.9),
  /** An agent whose connection is lost for so long counts as offline, and their conversations go back. */
  releaseAfterSeconds: z.int().min(10).max(3_600),
  /** So long after a resolution the contact is asked whether it is solved; 0 asks nobody. */
  followUpHours: z.int().min(0).max(720),
  /** So long after the assistant's last answer a conversation that nobody went on with counts as resolved. */
  settleHours: z.int().min(1).max(720),
  /** What is scored when conversations are reviewed, 0 to 5 each. */
  rubric: z.array(criterionSchema).min(1).max(12)
    .refine((criteria) => new Set(criteria.map(({ id }) => id)).size === criteria.length, 'expected every id once'),
  /** Settings that were saved before there were any have the standard ones. */
  explorers: explorersSchema.default(STANDARD_EXPLORERS),
});
export type DeskSettings = z.infer<typeof deskSettingsSchema>;

function terms(first: number | null, next: number | null, resolution: number | null): SlaTerms {
  return { 'first-response': first, 'next-response': next, resolution };
}

const HOUR = 60;
const DAY = 24 * HOUR;

const SLA: Record<Urgency, SlaTerms> = {
  critical: terms(5, 10, 8 * HOUR),
  high: terms(30, HOUR, DAY),
  normal: terms(4 * HOUR, 4 * HOUR, 3 * DAY),
  low: terms(DAY, DAY, 7 * DAY),
};

const TEAM: TeamSettings = { assignment: 'claim', calendar: { kind: 'always' }, sla: SLA };

/** Until supervisors set their own. */
export const STANDARD_SETTINGS: DeskSettings = {
  teams: Object.fromEntries(TEAMS.map((team) => [team, TEAM])) as Record<Team, TeamSettings>,
  warnShare: 0.25,
  releaseAfterSeconds: 120,
  followUpHours: 24,
  settleHours: 24,
  rubric: [
    { id: 'understood', label: 'Understood what the contact needed' },
    { id: 'correct', label: 'Said what is correct and complete' },
    { id: 'tone', label: 'Calm, clear and kind' },
    { id: 'safety', label: 'Kept to the safety rules' },
  ],
  explorers: STANDARD_EXPLORERS,
};
