import * as z from 'zod';
import type { Route } from './route.ts';
import { enteredSchema } from './session.ts';

const code = z.string().min(1).max(64);
const name = z.string().trim().min(1, 'expected a name by which you will know it').max(60);
/** What `navigator.credentials` gives, as WebAuthn writes it in JSON; the server looks into it with care. */
const credential = z.looseObject({ id: z.string().max(2_000), type: z.literal('public-key') });
const options = z.object({ options: z.record(z.string(), z.unknown()).describe('For `navigator.credentials`, as WebAuthn writes them in JSON.') });
const LARGEST_CREDENTIAL_BYTES = 64 * 1024;

const factorSchema = z.object({ id: z.uuid(), kind: z.enum(['totp', 'passkey']), name: z.string(), addedAt: z.int(), usedAt: z.int().nullable() }).meta({ id: 'Factor' });
const added = z.object({
  recoveryCodes: z.array(z.string()).nullable().describe('With the first factor: ten codes that stand in for it, each once. They are never shown again.'),
  entered: enteredSchema.nullable().describe('The session, where this was the end of a sign-in.'),
});

/** Second factors: answering with them while one signs in, or to say again who one is, and one's own. */
export const FACTOR_ROUTES = {
  answerCode: {
    method: 'post', path: '/api/desk/sign-in/code', access: 'claimant',
    summary: 'Answers with a code of an authenticator app, or a recovery code. `wrong-code` where it is not right or was used already.',
    body: z.strictObject({ code }), response: enteredSchema,
  },
  startPasskeyAnswer: {
    method: 'post', path: '/api/desk/sign-in/passkey/challenge', access: 'claimant',
    summary: 'What a passkey is asked. `not-found` where there is none.',
    body: z.strictObject({}), response: options,
  },
  answerPasskey: {
    method: 'post', path: '/api/desk/sign-in/passkey', access: 'claimant', limit: LARGEST_CREDENTIAL_BYTES,
    summary: 'Answers with a passkey.',
    body: z.strictObject({ response: credential }), response: enteredSchema,
  },
  confirmPassword: {
    method: 'post', path: '/api/desk/me/password/confirm', access: 'agent',
    summary: 'Says again who one is, where there is no second factor.',
    body: z.strictObject({ password: z.string().min(1).max(200) }), response: z.object({}),
  },
  startTotp: {
    method: 'post', path: '/api/desk/factors/totp/start', access: 'claimant',
    summary: 'The secret for an authenticator app. `proof-needed` where one was asked who one is longer than 10 minutes ago.',
    body: z.strictObject({}), response: z.object({ secret: z.string().describe('In base 32.'), uri: z.string().describe('For the QR code: `otpauth://totp/…`.') }),
  },
  addTotp: {
    method: 'post', path: '/api/desk/factors/totp', access: 'claimant', audit: 'factor.added',
    summary: 'Adds the app, once a code of it is right.',
    body: z.strictObject({ name, code }), response: added,
  },
  startPasskey: {
    method: 'post', path: '/api/desk/factors/passkey/start', access: 'claimant',
    summary: 'What a new passkey is made with. `unavailable` where the desk is reached by an address of numbers.',
    body: z.strictObject({}), response: options,
  },
  addPasskey: {
    method: 'post', path: '/api/desk/factors/passkey', access: 'claimant', audit: 'factor.added', limit: LARGEST_CREDENTIAL_BYTES,
    summary: 'Adds the passkey.',
    body: z.strictObject({ name, response: credential }), response: added,
  },
  listFactors: {
    method: 'get', path: '/api/desk/factors', access: 'agent',
    summary: 'One\'s own second factors.',
    response: z.object({
      factors: z.array(factorSchema), recoveryCodes: z.int().describe('How many are left.'),
      passkeys: z.boolean(), required: z.boolean(), fresh: z.boolean().describe('True while factors can be changed without saying again who one is.'),
    }),
  },
  removeFactor: {
    method: 'delete', path: '/api/desk/factors/:factorId', access: 'agent', audit: 'factor.removed',
    summary: 'Takes one away, and ends one\'s other sessions. `conflict` where it is the last and the role asks for one.',
    params: z.object({ factorId: z.uuid() }), response: z.object({}),
  },
  renewRecoveryCodes: {
    method: 'post', path: '/api/desk/factors/recovery-codes', access: 'agent', audit: 'factor.added',
    summary: 'Ten new recovery codes in the place of the others.',
    body: z.strictObject({}), response: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  resetPersonFactors: {
    method: 'delete', path: '/api/desk/people/:agentId/factors', access: 'agents.manage', audit: 'factor.removed',
    summary: 'Takes all second factors of somebody away and ends their sessions; they add one when they sign in next. Not one\'s own.',
    params: z.object({ agentId: z.string().max(64) }), response: z.object({ removed: z.int() }),
  },
} as const satisfies Record<string, Route>;
