import * as z from 'zod';
import { agentSchema } from '../desk.ts';
import type { Route } from './route.ts';

export const passwordSchema = z.string().min(12, 'expected at least 12 characters').max(200);
export const emailSchema = z.email('expected an e-mail address such as ana@exchange.example').max(200);
/** Who signed in, and whether a language model helps agents here. */
const session = z.object({ agent: agentSchema, assist: z.boolean() });

const stepSchemas = [
  z.object({ state: z.literal('second-factor'), methods: z.array(z.enum(['totp', 'passkey'])).describe('What they have; a recovery code stands in for each.') }),
  z.object({ state: z.literal('enrol'), passkeys: z.boolean().describe('False where the desk is reached by an address of numbers, for which no browser keeps passkeys.') })
    .describe('The role asks for a second factor and there is none: adding one is all that can be done.'),
] as const;

/** How far a sign-in came. */
export const enteredSchema = z.discriminatedUnion('state', [session.extend({ state: z.literal('signed-in') }), ...stepSchemas]).meta({ id: 'Entered' });

const sessionSchema = z.object({
  id: z.string(), openedAt: z.int(), seenAt: z.int().describe('When something was last done with it, to the minute.'), expiresAt: z.int(),
  proof: z.enum(['totp', 'passkey', 'recovery', 'provider']).nullable().describe('What was asked for beside the password.'),
  address: z.string().nullable(), device: z.string().describe('Browser and system, as `Firefox 140 · macOS`; empty where it says nothing.'),
  current: z.boolean().describe('The one with which this was asked.'),
}).meta({ id: 'AgentSession' });

const personParams = z.object({ agentId: z.string().max(64) });

/** Signing in and out of the desk. */
export const SESSION_ROUTES = {
  setUp: {
    method: 'post', path: '/api/desk/set-up', access: 'public',
    summary: 'Creates the first administrator with the one-time invitation, and begins to sign in.',
    body: z.object({ invitation: z.string().max(200), email: emailSchema, name: z.string().trim().min(1).max(100), password: passwordSchema }),
    response: enteredSchema,
  },
  signIn: {
    method: 'post', path: '/api/desk/sign-in', access: 'public',
    summary: 'Opens a session, or begins to where a second factor is asked for; the cookie is HttpOnly.',
    body: z.object({ email: emailSchema, password: z.string().min(1).max(200) }),
    response: enteredSchema,
  },
  getSignInWays: {
    method: 'get', path: '/api/desk/sign-in/ways', access: 'public',
    summary: 'How one can sign in, and how far the sign-in of this browser came.',
    response: z.object({ provider: z.string().nullable().describe('Name of the organisation whose sign-in can be used; null where none is configured.'), step: z.discriminatedUnion('state', stepSchemas).nullable() }),
  },
  startProvider: {
    method: 'get', path: '/api/desk/provider/start', access: 'public',
    summary: 'Sends the browser to the sign-in of the organisation (OpenID Connect).',
    response: null,
  },
  finishProvider: {
    method: 'get', path: '/api/desk/provider/callback', access: 'public',
    summary: 'Where the organisation sends the browser back to; goes on to the desk, with `problem` in its address where nobody was let in.',
    response: null,
  },
  signOut: {
    method: 'post', path: '/api/desk/sign-out', access: 'agent', audit: 'agent.signed-out',
    summary: 'Closes the session.',
    response: z.object({}),
  },
  getMe: {
    method: 'get', path: '/api/desk/me', access: 'agent',
    summary: 'The agent who is signed in.',
    response: session,
  },
  listSessions: {
    method: 'get', path: '/api/desk/me/sessions', access: 'agent',
    summary: 'Where one is signed in, the session that was used last first.',
    response: z.object({ sessions: z.array(sessionSchema) }),
  },
  revokeSession: {
    method: 'delete', path: '/api/desk/me/sessions/:sessionId', access: 'agent', audit: 'session.revoked',
    summary: 'Ends one of one\'s own sessions; what it has open is closed at once.',
    params: z.object({ sessionId: z.string().max(64) }), response: z.object({}),
  },
  revokeOtherSessions: {
    method: 'post', path: '/api/desk/me/sessions/revoke-others', access: 'agent', audit: 'session.revoked',
    summary: 'Ends all of one\'s own sessions but this.',
    body: z.strictObject({}), response: z.object({ ended: z.int() }),
  },
  listPersonSessions: {
    method: 'get', path: '/api/desk/people/:agentId/sessions', access: 'agents.manage',
    summary: 'Where somebody is signed in.',
    params: personParams, response: z.object({ sessions: z.array(sessionSchema) }),
  },
  revokePersonSessions: {
    method: 'delete', path: '/api/desk/people/:agentId/sessions', access: 'agents.manage', audit: 'session.revoked',
    summary: 'Ends all sessions of somebody.',
    params: personParams, response: z.object({ ended: z.int() }),
  },
  revokePersonSession: {
    method: 'delete', path: '/api/desk/people/:agentId/sessions/:sessionId', access: 'agents.manage', audit: 'session.revoked',
    summary: 'Ends one session of somebody.',
    params: personParams.extend({ sessionId: z.string().max(64) }), response: z.object({}),
  },
} as const satisfies Record<string, Route>;
