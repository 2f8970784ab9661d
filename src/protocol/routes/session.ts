import * as z from 'zod';
import { agentSchema } from '../desk.ts';
import type { Route } from './route.ts';

export const passwordSchema = z.string().min(12, 'expected at least 12 characters').max(200);
export const emailSchema = z.email('expected an e-mail address such as ana@exchange.example').max(200);
/** Who signed in, and whether a language model helps agents here. */
const session = z.object({ agent: agentSchema, assist: z.boolean() });

/** Signing in and out of the desk. */
export const SESSION_ROUTES = {
  setUp: {
    method: 'post', path: '/api/desk/set-up', access: 'public',
    summary: 'Creates the first administrator with the one-time invitation, and signs in.',
    body: z.object({ invitation: z.string().max(200), email: emailSchema, name: z.string().trim().min(1).max(100), password: passwordSchema }),
    response: session,
  },
  signIn: {
    method: 'post', path: '/api/desk/sign-in', access: 'public',
    summary: 'Opens a session; the cookie is HttpOnly.',
    body: z.object({ email: emailSchema, password: z.string().min(1).max(200) }),
    response: session,
  },
  signOut: {
    method: 'post', path: '/api/desk/sign-out', access: 'agent',
    summary: 'Closes the session.',
    response: z.object({}),
  },
  getMe: {
    method: 'get', path: '/api/desk/me', access: 'agent',
    summary: 'The agent who is signed in.',
    response: session,
  },
} as const satisfies Record<string, Route>;
