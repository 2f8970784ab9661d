import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STANDARD_SETTINGS, type DeskSettings } from '../../src/domain/desk-settings.ts';
import type { DeskServerFrame } from '../../src/protocol/desk.ts';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from './start-desk.ts';

const MINUTE_MS = 60_000;
const BEN = { email: 'ben@x.example', name: 'Ben', role: 'agent', teams: ['fraud'], locales: ['en'], level: 1, capacity: 4, password: 'a first password' };

describe('the settings of the desk', () => {
  let desk: RunningDesk;
  let root: DeskClient & { readonly id: string };
  let boss: DeskClient;
  let ana: DeskClient & { readonly id: string };
  beforeAll(async () => {
    desk = await startDesk();
    const enter = async (email: string, role: 'admin' | 'supervisor' | 'agent') => {
      const agent = await desk.createAgent(email, { role });
      return Object.assign(await connectDesk(desk.url, agent), { id: agent.id });
    };
    root = await enter('root@x.example', 'admin');
    boss = await enter('boss@x.example', 'supervisor');
    ana = await enter('ana@x.example', 'agent');
  });
  afterAll(async () => {
    for (const client of [root, boss, ana]) client.close();
    await desk.stop();
  });

  const call = async ({ cookie }: Pick<DeskClient, 'cookie'>, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${desk.url}/api/desk${path}`, { method, headers: { cookie, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, json: await response.json() as { error?: { code: string; field?: string }; version?: number; settings?: DeskSettings; person?: { agent: { id: string } }; people?: { agent: { id: string; email: string }; status: string; load: number }[] } };
  };
  const refused = (status: number, code: string, field?: string) => ({ status, json: { error: { code, ...(field === undefined ? {} : { field }) } } });
  const current = async () => (await call(boss, 'GET', '/settings')).json as { version: number; settings: DeskSettings };
  const createPerson = async (email: string): Promise<string> => (await call(root, 'POST', '/people', { ...BEN, email })).json.person?.agent.id ?? '';
  const isOf = (id: string, dueBefore: number) => (frame: DeskServerFrame): boolean =>
    frame.type === 'conversations' && frame.conversations.some((one) => one.id === id && (one.sla.dueAt['first-response'] ?? Infinity) < dueBefore);

  it('are closed to agents, and people are an administrator\'s affair', async () => {
    for (const [method, path, body] of [['GET', '/people'], ['GET', '/settings'], ['PUT', '/settings', { version: 0, settings: STANDARD_SETTINGS }], ['POST', '/people', BEN], ['PUT', `/people/${ana.id}`, { capacity: 100 }], ['PUT', `/people/${boss.cookie}/password`, { password: PASSWORD }]] as const) {
      expect(await call(ana, method, path, body)).toMatchObject(refused(403, 'forbidden'));
    }
    expect(await call(boss, 'POST', '/people', BEN)).toMatchObject(refused(403, 'forbidden'));
    expect(await call(boss, 'PUT', `/people/${ana.id}/password`, { password: PASSWORD })).toMatchObject(refused(403, 'forbidden'));
    expect(await call(boss, 'PUT', `/people/${ana.id}`, { role: 'admin' })).toMatchObject(refused(403, 'forbidden', 'role'));
    expect(await call(boss, 'PUT', `/people/${ana.id}`, { teams: ['security', 'fraud'], locales: ['en', 'fr'], level: 2, capacity: 9 })).toMatchObject({ status: 200, json: { person: { agent: { teams: ['security', 'fraud'], level: 2, capacity: 9 } } } });
  });

  it('make an account that can sign in at once, and say what is wrong with one that cannot be made', async () => {
    expect(await call(root, 'POST', '/people', BEN)).toMatchObject({ status: 200, json: { person: { agent: { name: 'Ben', active: true, level: 1 }, status: 'offline', load: 0 } } });
    const ben = await connectDesk(desk.url, { email: 'BEN@x.example', password: BEN.password });
    expect((await call(boss, 'GET', '/people')).json.people?.find(({ agent }) => agent.email === BEN.email)).toMatchObject({ status: 'available' });
    ben.close();
    expect(await call(root, 'POST', '/people', { ...BEN, email: 'Ben@X.example' })).toMatchObject(refused(409, 'conflict', 'email'));
    for (const [field, value] of [['email', 'ben'], ['name', ' '], ['role', 'boss'], ['teams.0', ['cooking']], ['level', 4], ['capacity', 0], ['password', 'short'], ['teams', ['fraud', 'fraud']]] as const) {
      expect(await call(root, 'POST', '/people', { ...BEN, email: 'new@x.example', [field.split('.')[0] ?? '']: value })).toMatchObject(refused(400, 'invalid-input', field));
    }
  });

  it('sign whoever leaves out at once, and give back what they had', async () => {
    const id = await createPerson('leaver@x.example');
    const leaver = await connectDesk(desk.url, { email: 'leaver@x.example', password: BEN.password });
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('somebody hacked my account and is withdrawing my bitcoin');
    await contact.waitForEvent('handoff.requested');
    await boss.command(conversationId, { type: 'assign', agentId: id });
    expect(await call(root, 'PUT', `/people/${id}`, { active: false })).toMatchObject({ status: 200, json: { person: { agent: { active: false }, load: 0 } } });
    expect(await leaver.closed).toBe(4001);
    expect(await desk.storage.conversations.get(conversationId)).toMatchObject({ owner: { kind: 'queue' } });
    await expect(connectDesk(desk.url, { email: 'leaver@x.example', password: BEN.password })).rejects.toThrow('wrong-credentials');
    await call(root, 'PUT', `/people/${id}`, { active: true });
    (await connectDesk(desk.url, { email: 'leaver@x.example', password: BEN.password })).close();
    contact.close();
  });

  it('end every session of whose password is set anew', async () => {
    const id = await createPerson('forgot@x.example');
    const before = await connectDesk(desk.url, { email: 'forgot@x.example', password: BEN.password });
    expect(await call(root, 'PUT', `/people/${id}/password`, { password: 'a second password' })).toMatchObject({ status: 200 });
    expect(await before.closed).toBe(4001);
    (await connectDesk(desk.url, { email: 'forgot@x.example', password: 'a second password' })).close();
    expect(await call(root, 'PUT', '/people/nobody/password', { password: 'a second password' })).toMatchObject(refused(404, 'not-found'));
  });

  it('never leave the desk without an administrator', async () => {
    expect(await call(root, 'PUT', `/people/${root.id}`, { role: 'agent' })).toMatchObject(refused(403, 'forbidden', 'role'));
    expect(await call(root, 'PUT', `/people/${root.id}`, { active: false })).toMatchObject(refused(403, 'forbidden', 'active'));
    expect(await call(root, 'PUT', `/people/${root.id}`, { name: 'Root' })).toMatchObject({ status: 200 });
  });

  it('run the clocks of who waits already by the terms that were saved, and tell desks', async () => {
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('somebody hacked my account and is withdrawing my bitcoin');
    await contact.waitForEvent('handoff.requested');
    const { sla, handedAt, urgency, team } = (await desk.storage.conversations.get(conversationId))!;
    expect(sla.dueAt['first-response']).toBe((handedAt ?? 0) + 5 * MINUTE_MS);
    const { version, settings } = await current();
    const mine = settings.teams[team!];
    const saved: DeskSettings = { ...settings, teams: { ...settings.teams, [team!]: { ...mine, sla: { ...mine.sla, [urgency]: { 'first-response': 2, 'next-response': 2, resolution: null } } } } };
    expect(await call(boss, 'PUT', '/settings', { version, settings: saved })).toMatchObject({ status: 200, json: { version: version + 1 } });
    const told = await ana.waitForFrame(isOf(conversationId, (handedAt ?? 0) + 5 * MINUTE_MS));
    expect(told.type === 'conversations' && told.conversations.find(({ id }) => id === conversationId)?.sla.dueAt).toEqual({ 'first-response': (handedAt ?? 0) + 2 * MINUTE_MS });
    await ana.waitForFrame(({ type }) => type === 'configuration');
    contact.close();
  });

  it('refuse who saves over somebody else, and say which field is wrong', async () => {
    const { version, settings } = await current();
    expect(await call(boss, 'PUT', '/settings', { version, settings: { ...settings, settleHours: 30 } })).toMatchObject({ status: 200 });
    expect(await call(root, 'PUT', '/settings', { version, settings: { ...settings, settleHours: 40 } })).toMatchObject(refused(409, 'conflict', 'version'));
    expect((await current()).settings.settleHours).toBe(30);
    const next = version + 1;
    expect(await call(boss, 'PUT', '/settings', { version: next, settings: { ...settings, warnShare: 2 } })).toMatchObject(refused(400, 'invalid-input', 'settings.warnShare'));
    expect(await call(boss, 'PUT', '/settings', { version: next, settings: { ...settings, rubric: [{ id: 'x', label: 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about' }] } })).toMatchObject(refused(400, 'invalid-input', 'rubric.0.label'));
  });
});
