import { Secret, TOTP } from 'otpauth';
import type { BrowserContext } from 'playwright-core';
import { hashRecoveryCode } from '../../src/server/authentication/recovery-codes.ts';
import type { FactorStore } from '../../src/ports.ts';

/** How often one account of a test can sign in. */
const CODES = 200;
const used = new Map<string, number>();
const codeOf = (number: number): string => `code for tests ${number}`;

/**
 * Gives an account a second factor that `signIn` answers: an app whose secret nobody has, with recovery codes that
 * tests know. A recovery code is right whatever the time is, which a test may have stopped.
 */
export async function enrolForTests(factors: Pick<FactorStore, 'add' | 'setRecovery'>, agentId: string): Promise<void> {
  await factors.add({ id: agentId, agentId, kind: 'totp', name: 'Phone', addedAt: 1, usedAt: null, sealed: '', counter: -1 });
  await factors.setRecovery(agentId, Array.from({ length: CODES }, (_, index) => hashRecoveryCode(codeOf(index))));
}

/** What this account answers next when it is asked for a second factor. */
export function nextCode(email: string): string {
  const number = used.get(email.toLowerCase()) ?? 0;
  used.set(email.toLowerCase(), number + 1);
  return codeOf(number);
}

/** Signs an agent in, second factor included, and gives the header `cookie` of the session. */
export async function signIn(url: string, { email, password }: { readonly email: string; readonly password: string }): Promise<string> {
  const first = await post(url, '/api/desk/sign-in', { email, password });
  if (first.json.state === 'signed-in') return cookieNamed('vigil_session', first);
  if (first.json.state !== 'second-factor') throw new Error(`${email} has no second factor: enrolForTests gives one`);
  return cookieNamed('vigil_session', await post(url, '/api/desk/sign-in/code', { code: nextCode(email) }, cookieNamed('vigil_sign_in', first)));
}

/** Opens a session for everything in this context of a browser, without a page. */
export async function signInTo(context: BrowserContext, url: string, credentials: { readonly email: string; readonly password: string }): Promise<void> {
  const [name = '', value = ''] = (await signIn(url, credentials)).split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
}

/** Makes the first administrator, as the set-up page does: with an app as second factor. Gives the header `cookie` of the session. */
export async function setUp(url: string, form: { readonly invitation: string; readonly email: string; readonly name: string; readonly password: string }): Promise<string> {
  const step = cookieNamed('vigil_sign_in', await post(url, '/api/desk/set-up', form));
  const { json: { secret = '' } } = await post(url, '/api/desk/factors/totp/start', {}, step);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  return cookieNamed('vigil_session', await post(url, '/api/desk/factors/totp', { name: 'Phone', code }, step));
}

interface Answer { readonly cookies: readonly string[]; readonly json: { readonly state?: string; readonly secret?: string } }

async function post(url: string, path: string, body: object, cookie?: string): Promise<Answer> {
  const response = await fetch(url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...(cookie !== undefined && { cookie }) }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`signing in failed at ${path}: ${response.status} ${await response.text()}`);
  return { cookies: response.headers.getSetCookie(), json: await response.json() as Answer['json'] };
}

function cookieNamed(name: string, { cookies }: Answer): string {
  const found = cookies.map((cookie) => cookie.split(';')[0] ?? '').find((pair) => pair.startsWith(`${name}=`));
  if (found === undefined) throw new Error(`expected the cookie ${name}, got ${cookies.join(' | ')}`);
  return found;
}
