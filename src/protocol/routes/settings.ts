import * as z from 'zod';
import { LEVELS } from '../../domain/agent.ts';
import { deskSettingsSchema } from '../../domain/desk-settings.ts';
import { HIDDEN_IN_NAMES } from '../../domain/hidden-characters.ts';
import { localeSchema } from '../../domain/locales.ts';
import { presenceSchema } from '../../domain/presence.ts';
import { ROLES } from '../../domain/roles.ts';
import { TEAMS } from '../../domain/teams.ts';
import { agentSchema } from '../desk.ts';
import type { Route } from './route.ts';
import { emailSchema, passwordSchema } from './session.ts';

const MAX_CAPACITY = 100;

const personSchema = z.object({
  agent: agentSchema.extend({ createdAt: z.int() }),
  status: presenceSchema,
  load: z.int().describe('Conversations that they have, without those put aside.'),
}).meta({ id: 'Person' });

const unique = <T extends z.ZodType<string>>(item: T) => z.array(item).max(50).refine((all) => new Set(all).size === all.length, 'expected every one once');

const personForm = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1, 'expected the name that contacts see').max(100).refine((name) => !HIDDEN_IN_NAMES.test(name), 'expected a name without characters that cannot be seen'),
  role: z.enum(ROLES),
  teams: unique(z.enum(TEAMS)),
  locales: unique(localeSchema),
  level: z.literal(LEVELS),
  capacity: z.int().min(1, 'expected at least 1').max(MAX_CAPACITY, `expected at most ${MAX_CAPACITY}`),
});

const params = z.object({ agentId: z.string().max(64) });
const versioned = z.object({ version: z.int().min(0), settings: deskSettingsSchema });

/** What supervisors set on the desk itself, and who works there. */
export const SETTINGS_ROUTES = {
  listPeople: {
    method: 'get', path: '/api/desk/people', access: 'desk.configure', polled: true,
    summary: 'Everybody who has an account, also who left, with what they are doing now.',
    response: z.object({ people: z.array(personSchema) }),
  },
  createPerson: {
    method: 'post', path: '/api/desk/people', access: 'agents.manage', audit: 'agent.created',
    summary: 'Creates an account. `conflict` where the e-mail is taken.',
    body: personForm.extend({ password: passwordSchema }), response: z.object({ person: personSchema }),
  },
  changePerson: {
    method: 'put', path: '/api/desk/people/:agentId', access: 'desk.configure', audit: 'agent.changed',
    summary: 'Changes the fields that are given. Name, e-mail, role and whether the account is active need `agents.manage`; nobody changes their own role, and one administrator always stays.',
    params, body: personForm.partial().extend({ active: z.boolean().optional() }), response: z.object({ person: personSchema }),
  },
  setPersonPassword: {
    method: 'put', path: '/api/desk/people/:agentId/password', access: 'agents.manage', audit: 'agent.password-set',
    summary: 'Sets a new password and ends every session of theirs.',
    params, body: z.strictObject({ password: passwordSchema }), response: z.object({}),
  },
  getDeskSettings: {
    method: 'get', path: '/api/desk/settings', access: 'desk.configure',
    summary: 'How teams work, what they promise, and what is scored in reviews.',
    response: versioned,
  },
  saveDeskSettings: {
    method: 'put', path: '/api/desk/settings', access: 'desk.configure', audit: 'settings.saved', limit: 256 * 1024,
    summary: 'Saves the settings as a whole. `conflict` where somebody saved after that version was read.',
    body: versioned, response: versioned,
  },
} as const satisfies Record<string, Route>;
