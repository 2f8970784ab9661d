import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import WebSocket from 'ws';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { enrolForTests, nextCode, signIn } from '../clients/sign-in.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { PASSWORD, startDesk, type RunningDesk } from './start-desk.ts';

const MINUTE_MS = 60_000;
const FIREFOX = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0';

interface Answer<T> { readonly status: number; readonly cookies: ReadonlyMap<string, string>; readonly json: T & { readonly error?: { readonly code: string } } }

describe('coming in', () => {
  const clock = createManualClock(Date.now());
  let desk: RunningDesk;
  let root: string;
  beforeAll(async () => {
    desk = await startDesk(undefined, { clock });
    root = await signIn(desk.url, await desk.createAgent('root@x.example', { role: 'admin' }));
  });
  afterAll(() => desk.stop());

  async function call<T = object>(method: string, path: string, { cookie = '', body, headers = {} }: { cookie?: string; body?: object; headers?: Record<string, string> } = {}): Promise<Answer<T>> {
    const response = await fetch(`${desk.url}/api/desk${path}`, { method, headers: { cookie, ...(body && { 'Content-Type': 'application/json' }), ...headers }, ...(body && { body: JSON.stringify(body) }) });
    const cookies = new Map(response.headers.getSetCookie().map((one) => (one.split(';')[0] ?? '').split('=') as [string, string]));
    return { status: response.status, cookies, json: await response.json() as Answer<T>['json'] };
  }
  const password = async (email: string, headers = {}) => call<{ state: string }>('POST', '/sign-in', { body: { email, password: PASSWORD }, headers });
  const stepOf = ({ cookies }: Answer<object>): string => `vigil_sign_in=${cookies.get('vigil_sign_in') ?? ''}`;
  const sessionOf = ({ cookies }: Answer<object>): string => `vigil_session=${cookies.get('vigil_session') ?? ''}`;
  const actions = async (subject: string) => (await desk.storage.audit.list({ subject }, null, 50)).map(({ action }) => action);

  /** As somebody does who has none yet; gives the app along. */
  async function enrol(cookie: string, name = 'My phone') {
    const { json: { secret } } = await call<RouteOutput<'startTotp'>>('POST', '/factors/totp/start', { cookie, body: {} });
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    const added = await call<RouteOutput<'addTotp'>>('POST', '/factors/totp', { cookie, body: { name, code: app.generate({ timestamp: clock.now() }) } });
    return { added, code: () => app.generate({ timestamp: clock.now() }) };
  }

  async function createBare(email: string, role: 'supervisor' | 'agent' = 'supervisor'): Promise<{ id: string }> {
    const agent = await desk.createAgent(email, { role });
    await desk.storage.factors.removeAll(agent.id);
    return agent;
  }

  it('leads a supervisor without a second factor to add one, and lets them do nothing else before', async () => {
    const { id } = await createBare('sue@x.example');
    const first = await password('sue@x.example');
    expect(first).toMatchObject({ status: 200, json: { state: 'enrol' } });
    expect(first.cookies.has('vigil_session')).toBe(false);
    const step = stepOf(first);
    for (const path of ['/me', '/conversations?view=queue', '/people', '/factors', '/me/sessions']) expect((await call('GET', path, { cookie: step })).status).toBe(401);
    expect((await call('POST', '/sign-in/code', { cookie: step, body: { code: '000000' } })).json.error?.code).toBe('wrong-code');
    const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/ws/desk`, { headers: { cookie: step } });
    expect(await new Promise((resolve) => { socket.once('close', resolve); })).toBe(4001);

    const { added } = await enrol(step);
    expect(added.json).toMatchObject({ entered: { state: 'signed-in', agent: { email: 'sue@x.example' } } });
    expect(added.json.recoveryCodes).toHaveLength(10);
    expect((await call('GET', '/people', { cookie: sessionOf(added) })).status).toBe(200);
    // The sign-in is used up, and what was shown once is nowhere to be read.
    expect((await call('POST', '/factors/totp/start', { cookie: step, body: {} })).status).toBe(401);
    const [stored] = await desk.storage.factors.list(id);
    expect(JSON.stringify(await call('GET', '/factors', { cookie: sessionOf(added) }))).not.toContain(stored?.sealed);
    expect((await actions(id)).sort()).toEqual(['agent.signed-in', 'factor.added', 'factor.failed']);
  });

  it('takes a code once, a recovery code once, and no password in the place of either', async () => {
    const { id } = await createBare('tom@x.example');
    const { added, code } = await enrol(stepOf(await password('tom@x.example')));
    clock.advance(MINUTE_MS);
    const used = code();
    const asked = await password('tom@x.example');
    expect(asked.json).toEqual({ state: 'second-factor', methods: ['totp'] });
    // Who has the password alone may not add a factor, nor ask for other codes.
    for (const path of ['/factors/totp/start', '/factors/passkey/start']) expect((await call('POST', path, { cookie: stepOf(asked), body: {} })).json.error?.code).toBe('forbidden');
    expect((await call('POST', '/sign-in/code', { cookie: stepOf(asked), body: { code: used.replace(/^(...)/, '$1 ') } })).status).toBe(200);
    const again = stepOf(await password('tom@x.example'));
    expect((await call('POST', '/sign-in/code', { cookie: again, body: { code: used } })).json.error?.code).toBe('wrong-code');
    const [recovery = ''] = added.json.recoveryCodes ?? [];
    expect((await call('POST', '/sign-in/code', { cookie: again, body: { code: recovery.toUpperCase() } })).status).toBe(200);
    expect((await call('POST', '/sign-in/code', { cookie: stepOf(await password('tom@x.example')), body: { code: recovery } })).json.error?.code).toBe('wrong-code');
    expect((await desk.storage.audit.list({ subject: id, actions: ['agent.signed-in'] }, null, 5)).map(({ details }) => details['proof'])).toEqual(['recovery', 'totp', 'totp']);
  });

  it('lets nobody guess codes', async () => {
    const { id } = await desk.createAgent('una@x.example', { role: 'supervisor' });
    const step = stepOf(await password('una@x.example'));
    const answers: (string | undefined)[] = [];
    for (let guess = 0; guess < 11; guess++) answers.push((await call('POST', '/sign-in/code', { cookie: step, body: { code: `guess ${guess}` } })).json.error?.code);
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 'wrong-code'), 'too-many-requests']);
    expect((await call('POST', '/sign-in/code', { cookie: step, body: { code: nextCode('una@x.example') } })).status).toBe(429);
    expect(await desk.storage.factors.countRecovery(id)).toBe(200);
  });

  it('asks again who somebody is before factors are changed, and keeps the last one that a role needs', async () => {
    const { id } = await createBare('vic@x.example');
    const { added, code } = await enrol(stepOf(await password('vic@x.example')));
    const cookie = sessionOf(added);
    const [{ id: factorId } = { id: '' }] = await desk.storage.factors.list(id);
    expect((await call('DELETE', `/factors/${factorId}`, { cookie })).json.error?.code).toBe('conflict');
    clock.advance(11 * MINUTE_MS);
    expect((await call('POST', '/factors/totp/start', { cookie, body: {} })).json.error?.code).toBe('proof-needed');
    expect((await call('POST', '/factors/recovery-codes', { cookie, body: {} })).json.error?.code).toBe('proof-needed');
    expect((await call('POST', '/me/password/confirm', { cookie, body: { password: PASSWORD } })).json.error?.code).toBe('conflict');
    expect((await call('POST', '/sign-in/code', { cookie, body: { code: code() } })).status).toBe(200);
    const other = sessionOf(await (async () => {
      clock.advance(MINUTE_MS);
      return call('POST', '/sign-in/code', { cookie: stepOf(await password('vic@x.example')), body: { code: code() } });
    })());
    expect((await enrol(cookie, 'Second phone')).added.json).toEqual({ recoveryCodes: null, entered: null });
    expect((await call('DELETE', `/factors/${factorId}`, { cookie })).status).toBe(200);
    expect((await call('GET', '/me', { cookie: other })).status).toBe(401);
    expect((await call('GET', '/me', { cookie })).status).toBe(200);
  });

  it('ends what was open when an administrator takes factors away, or gives a role that needs one', async () => {
    const sam = await desk.createAgent('sam@x.example', { role: 'supervisor' });
    const client = await connectDesk(desk.url, sam);
    expect((await call('DELETE', `/people/${sam.id}/factors`, { cookie: root })).json).toEqual({ removed: 1 });
    expect(await client.closed).toBe(4001);
    expect((await password('sam@x.example')).json.state).toBe('enrol');
    expect((await desk.storage.audit.list({ actions: ['factor.removed'], subject: sam.id }, null, 1))[0]?.actor.name).toBe('root');

    const plain = await desk.createAgent('zed@x.example');
    const desktop = await connectDesk(desk.url, plain);
    expect((await call('PUT', `/people/${plain.id}`, { cookie: root, body: { role: 'supervisor' } })).status).toBe(200);
    expect(await desktop.closed).toBe(4001);
    expect((await call('GET', '/me', { cookie: desktop.cookie })).status).toBe(401);
    await enrolForTests(desk.storage.factors, plain.id);
    expect(await signIn(desk.url, plain)).toMatch(/^vigil_session=/);
  });

  it('lists sessions with their devices, and ends them one by one with what they have open', async () => {
    const { id, ...kim } = await desk.createAgent('kim@x.example');
    const own = sessionOf(await password('kim@x.example', { 'user-agent': FIREFOX }));
    const lost = await connectDesk(desk.url, kim);
    const { sessions } = (await call<RouteOutput<'listSessions'>>('GET', '/me/sessions', { cookie: own })).json;
    expect(sessions.find(({ current }) => current)).toMatchObject({ device: 'Firefox 140 · macOS', address: expect.stringMatching(/127\.0\.0\.1/), proof: null });
    const other = sessions.find(({ current }) => !current)?.id ?? '';
    expect((await call('DELETE', `/me/sessions/${other}`, { cookie: root })).status).toBe(404);
    expect((await call('DELETE', `/me/sessions/${other}`, { cookie: own })).status).toBe(200);
    expect(await lost.closed).toBe(4001);
    const third = await connectDesk(desk.url, kim);
    expect((await call('DELETE', `/people/${id}/sessions`, { cookie: root })).json).toEqual({ ended: 2 });
    expect(await third.closed).toBe(4001);
    expect((await call('GET', '/me', { cookie: own })).status).toBe(401);
    expect((await actions(id)).filter((action) => action === 'session.revoked')).toHaveLength(2);
  });

  it('ends a session that nobody uses, which asking by itself does not keep alive, and any after twelve hours', async () => {
    await desk.createAgent('lee@x.example');
    const cookie = sessionOf(await password('lee@x.example'));
    const alive = async (path: string) => (await call('GET', path, { cookie })).status === 200;
    for (let times = 0; times < 2; times++) {
      clock.advance(40 * MINUTE_MS);
      expect(await alive('/me')).toBe(true);
    }
    clock.advance(40 * MINUTE_MS);
    expect(await alive('/counts')).toBe(true);
    clock.advance(30 * MINUTE_MS);
    expect(await alive('/me')).toBe(false);
    const worked = sessionOf(await password('lee@x.example'));
    for (let minutes = 0; minutes < 12 * 60; minutes += 40) {
      expect((await call('GET', '/me', { cookie: worked })).status).toBe(200);
      clock.advance(40 * MINUTE_MS);
    }
    expect((await call('GET', '/me', { cookie: worked })).status).toBe(401);
    root = await signIn(desk.url, { email: 'root@x.example', password: PASSWORD });
  });

  it('does not let strangers lock somebody out of the browser that they always use', async () => {
    await desk.createAgent('mia@x.example');
    const home = await password('mia@x.example');
    const device = `vigil_device=${home.cookies.get('vigil_device') ?? ''}`;
    for (let guess = 0; guess < 11; guess++) await call('POST', '/sign-in', { body: { email: 'mia@x.example', password: `guess ${guess}` } });
    expect((await password('mia@x.example')).status).toBe(429);
    expect((await password('mia@x.example', { cookie: device })).status).toBe(200);
    // It is hers alone, and it is no way to guess without end.
    await desk.createAgent('nia@x.example');
    for (let guess = 0; guess < 11; guess++) await call('POST', '/sign-in', { body: { email: 'mia@x.example', password: `guess ${guess}` }, headers: { cookie: device } });
    expect((await password('mia@x.example', { cookie: device })).status).toBe(429);
    expect((await desk.storage.audit.list({ actions: ['agent.locked-out'] }, null, 5)).map(({ actor }) => actor.name)).toEqual(['mia@x.example']);
  });

  it('takes nothing from another site, and no form for JSON', async () => {
    await desk.createAgent('ola@x.example');
    const cookie = sessionOf(await password('ola@x.example'));
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'same-site' }, { origin: desk.url, 'sec-fetch-site': 'cross-site' }] as Record<string, string>[]) {
      expect((await call('POST', '/sign-out', { cookie, headers })).status).toBe(403);
      expect((await call('POST', '/me/sessions/revoke-others', { cookie, body: {}, headers })).status).toBe(403);
    }
    const form = await fetch(`${desk.url}/api/desk/me/sessions/revoke-others`, { method: 'POST', headers: { cookie, 'Content-Type': 'text/plain' }, body: '{}' });
    expect(form.status).toBe(400);
    expect((await call('GET', '/me', { cookie })).status).toBe(200);
  });

  it('writes an audit log that administrators read, narrow, keep and prove', async () => {
    const { json: { entries } } = await call<RouteOutput<'listAudit'>>('GET', '/audit?action=agent.sign-in-failed&limit=3', { cookie: root });
    expect(entries.map(({ action }) => action)).toEqual(Array.from({ length: 3 }, () => 'agent.sign-in-failed'));
    const { json } = await call<RouteOutput<'listAudit'>>('GET', `/audit?before=${entries.at(-1)?.seq ?? 0}&limit=1`, { cookie: root });
    expect(json.entries[0]?.seq).toBe((entries.at(-1)?.seq ?? 0) - 1);
    expect((await call('POST', '/audit/verify', { cookie: root, body: {} })).json).toMatchObject({ state: 'unbroken' });
    const csv = await (await fetch(`${desk.url}/api/desk/audit/csv?action=agent.signed-in`, { headers: { cookie: root } })).text();
    expect(csv).toMatch(/^seq,at,action,/);
    expect(csv.split('\r\n').length).toBeGreaterThan(5);
    expect(JSON.stringify(await desk.storage.audit.list({}, null, 1_000))).not.toMatch(/correct horse|guess \d/);
  });
});
