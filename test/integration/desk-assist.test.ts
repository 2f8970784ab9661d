import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { createScriptedAgentTools, STATUS } from '../fakes/scripted-agent-tools.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

const SEED = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

describe('a model that helps agents', () => {
  const tools = createScriptedAgentTools();
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk({ agentTools: tools }); });
  afterAll(() => desk.stop());

  const openQueued = async () => {
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send(`my account was hacked, this is my seed phrase: ${SEED}`);
    await contact.waitForEvent('handoff.requested');
    return { conversationId, contact };
  };
  const post = async (path: string, cookie: string, body: unknown, signal: AbortSignal | null = null) => {
    const response = await fetch(desk.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', cookie }, body: JSON.stringify(body), signal });
    return { status: response.status, json: await response.json() as { type?: string; error?: { code: string; field?: string } } };
  };
  const pathOf = (conversationId: string): string => `/api/desk/conversations/${conversationId}/assist`;

  it('is told the conversation without the secrets in it', async () => {
    const ana = await connectDesk(desk.url, await desk.createAgent('ana@x.example'));
    const { conversationId, contact } = await openQueued();
    expect(await post(pathOf(conversationId), ana.cookie, { type: 'summarise', locale: 'en' })).toMatchObject({ status: 200, json: { type: 'summary' } });
    expect(await post(pathOf(conversationId), ana.cookie, { type: 'rewrite', locale: 'en', tone: 'warmer', draft: `you wrote ${SEED}` })).toMatchObject({ status: 200 });
    expect(JSON.stringify(tools.asked)).toContain('⟦seed_phrase⟧');
    expect(JSON.stringify(tools.asked)).not.toContain('legal winner');
    for (const one of [ana, contact]) one.close();
  });

  it('is for agents who may read the conversation, and its figures for those who oversee', async () => {
    const payer = await connectDesk(desk.url, await desk.createAgent('pay@x.example', { teams: ['payments'] }));
    const boss = await connectDesk(desk.url, await desk.createAgent('boss@x.example', { role: 'supervisor' }));
    const { conversationId, contact } = await openQueued();
    expect(await post(pathOf(conversationId), payer.cookie, { type: 'suggest' })).toMatchObject({ status: 404 });
    expect((await fetch(`${desk.url}/api/desk/model`, { headers: { cookie: payer.cookie } })).status).toBe(403);
    expect(await payer.get('/api/desk/me')).toMatchObject({ assist: true });
    expect(await boss.get('/api/desk/model')).toEqual({ model: STATUS });
    for (const one of [payer, boss, contact]) one.close();
  });

  it.each([
    ['a draft that is too long', { type: 'rewrite', locale: 'en', tone: 'warmer', draft: 'x'.repeat(4_001) }],
    ['no draft', { type: 'rewrite', locale: 'en', tone: 'warmer', draft: '' }],
    ['an unknown tone', { type: 'rewrite', locale: 'en', tone: 'rude', draft: 'x' }],
    ['a message and a draft at once', { type: 'translate', to: 'en', source: { seq: 2, draft: 'x', locale: 'en' } }],
    ['something else', { type: 'send' }],
  ])('refuses %s', async (_name, body) => {
    const one = await connectDesk(desk.url, await desk.createAgent(`${randomUUID()}@x.example`));
    const { conversationId, contact } = await openQueued();
    expect(await post(pathOf(conversationId), one.cookie, body)).toMatchObject({ status: 400, json: { error: { code: 'invalid-input' } } });
    for (const client of [one, contact]) client.close();
  });

  it('is stopped when the agent goes away', async () => {
    const bo = await connectDesk(desk.url, await desk.createAgent('bo@x.example'));
    const { conversationId, contact } = await openQueued();
    const release = tools.hold();
    const before = tools.asked.length;
    const leave = new AbortController();
    const asked = post(pathOf(conversationId), bo.cookie, { type: 'suggest' }, leave.signal);
    while (tools.asked.length === before) await new Promise(setImmediate);
    const { signal } = tools.asked.at(-1)?.request ?? {};
    const cancelled = new Promise<void>((resolve) => { signal?.addEventListener('abort', () => { resolve(); }); });
    leave.abort();
    await expect(asked).rejects.toThrow();
    await cancelled;
    release();
    for (const one of [bo, contact]) one.close();
  });

  it('has the contact see that a reply was translated, and what the colleague wrote, without secrets', async () => {
    const cy = await connectDesk(desk.url, await desk.createAgent('cy@x.example'));
    const { conversationId, contact } = await openQueued();
    await cy.command(conversationId, { type: 'claim' });
    await cy.command(conversationId, { type: 'reply', clientMessageId: randomUUID(), text: 'Hola', original: { locale: 'en', text: `Hello, not ${SEED}` } });
    const { data } = await contact.waitForEvent('message.sent', (event) => event.data.text === 'Hola');
    expect(data['original']).toMatchObject({ locale: 'en' });
    expect(JSON.stringify(data['original'])).toContain('⟦seed_phrase⟧');
    expect(JSON.stringify(data)).not.toContain('legal winner');
    for (const one of [cy, contact]) one.close();
  });
});

describe('a desk without a model', () => {
  it('says so, and refuses what only a model can do', async () => {
    const desk = await startDesk();
    const ana = await connectDesk(desk.url, await desk.createAgent('ana@x.example', { role: 'supervisor' }));
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('my account was hacked');
    expect(await ana.get('/api/desk/me')).toMatchObject({ assist: false });
    expect(await ana.get('/api/desk/model')).toEqual({ model: null });
    const refused = await fetch(`${desk.url}/api/desk/conversations/${conversationId}/assist`, { method: 'POST', headers: { 'Content-Type': 'application/json', cookie: ana.cookie }, body: '{"type":"suggest"}' });
    expect(refused.status).toBe(503);
    for (const one of [ana, contact]) one.close();
    await desk.stop();
  });
});
