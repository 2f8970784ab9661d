import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from './start-desk.ts';

const LIMITS = { contactMessages: 5, addressConversations: 3, addressSockets: 12 };
const [FLOOD, HOME, OFFICE] = ['198.51.100.1', '203.0.113.7', '203.0.113.8'];

describe('a desk that is full', () => {
  let desk: RunningDesk;
  let lagMs = 0;
  const open: ContactClient[] = [];
  beforeAll(async () => { desk = await startDesk({ lagMs: () => lagMs }, { config: { trustProxy: 1, limits: LIMITS, metricsToken: 'a-token-of-this-test' } }); });
  afterAll(async () => {
    for (const contact of open) contact.terminate();
    await desk.stop();
  });

  async function connect(address: string): Promise<ContactClient> {
    const contact = await connectContact(desk.url, { address });
    open.push(contact);
    return contact;
  }

  /** What a message is answered with: `ack`, or the error. */
  async function say(contact: ContactClient, text: string, more: object = {}) {
    const id = randomUUID();
    contact.sendFrame({ type: 'message.send', id, conversationId: contact.conversationId, text, ...more });
    const mine = (frame: { id?: string | undefined }): boolean => frame.id === id;
    return Promise.race([contact.waitForFrame('ack', mine), contact.waitForFrame('error', mine)]);
  }

  const post = (path: string, body: object, address: string, token?: string): Promise<Response> => fetch(`${desk.url}${path}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-forwarded-for': address, ...(token && { authorization: `Bearer ${token}` }) },
  });

  it('lets nobody suffer from the flood of another address', async () => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await say(await connect(FLOOD), 'hi'));
    expect(answers.map(({ type }) => type)).toEqual(['ack', 'ack', 'ack', 'error', 'error', 'error']);
    expect(answers.at(-1)).toMatchObject({ code: 'too-many-requests', retryAfter: expect.any(Number) });
    expect(await say(await connect(HOME), 'how do I deposit bitcoin')).toMatchObject({ type: 'ack' });
  });

  it('says over HTTP as over the socket when it may be tried again', async () => {
    const { token } = await (await post('/api/contact/session', {}, FLOOD)).json() as { token: string };
    const refused = await post('/api/contact/messages', { id: randomUUID(), conversationId: null, text: 'hi' }, FLOOD, token);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect(await refused.json()).toMatchObject({ error: { code: 'too-many-requests', retryAfter: expect.any(Number) } });
  });

  it('stops a contact who writes without end', async () => {
    const contact = await connect(OFFICE);
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await say(contact, 'hi', { wish: 'person' }));
    expect(answers.map(({ type }) => type)).toEqual(['ack', 'ack', 'ack', 'ack', 'ack', 'error']);
  });

  it('goes on with who talks to people and takes incidents, in any language, while it asks others to wait', async () => {
    const waits = await connect('203.0.113.9');
    await say(waits, 'agent please', { wish: 'person' });
    await waits.waitForEvent('handoff.requested');
    lagMs = 2_000;
    try {
      expect(await say(await connect('203.0.113.10'), 'how do I deposit bitcoin', { locale: 'en' })).toMatchObject({ type: 'error', code: 'unavailable', retryAfter: 40 });
      expect(await say(waits, 'are you still there?')).toMatchObject({ type: 'ack' });
      for (const [i, text] of ['someone got into my account and is withdrawing my coins', '我的账户被盗了，有人正在提币', 'alguien entró en mi cuenta y retiró todo', 'my seed phrase is legal winner thank year wave sausage worth useful legal winner thank yellow'].entries()) {
        const contact = await connect(`203.0.113.${20 + i}`);
        expect(await say(contact, text)).toMatchObject({ type: 'ack' });
        await contact.waitForEvent('handoff.requested');
      }
    } finally {
      lagMs = 0;
    }
  });

  it('takes what it refused as soon as there is room, once', async () => {
    const contact = await connect('203.0.113.30');
    const id = randomUUID();
    const send = (): void => { contact.sendFrame({ type: 'message.send', id, conversationId: null, text: 'how do I deposit bitcoin' }); };
    lagMs = 2_000;
    send();
    await contact.waitForFrame('error', (frame) => frame.id === id);
    lagMs = 0;
    send();
    const { conversationId } = await contact.waitForFrame('ack', (frame) => frame.id === id);
    await contact.waitForEvent('message.sent');
    expect(contact.events.filter((event) => event.type === 'message.received' && event.conversationId === conversationId)).toHaveLength(1);
  });

  it('refuses a socket too many with an answer that says when to come back', async () => {
    for (let i = 0; i < LIMITS.addressSockets; i++) await connect('203.0.113.40');
    const answer = await new Promise<{ status: number | undefined; retryAfter: string | undefined }>((resolve, reject) => {
      const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/ws/contact`, { headers: { 'x-forwarded-for': '203.0.113.40' } });
      socket.on('unexpected-response', (_request, response) => { resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'] }); });
      socket.on('error', reject);
    });
    expect(answer).toEqual({ status: 429, retryAfter: '30' });
    await connect('203.0.113.41');
  });

  it('refuses a file before it is read', async () => {
    const { token } = await (await post('/api/contact/session', {}, '203.0.113.50')).json() as { token: string };
    const upload = (): Promise<number> => new Promise((resolve, reject) => {
      const sent = request(`${desk.url}/api/contact/files`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain', 'x-file-name': 'a.txt', 'content-length': 5, 'x-forwarded-for': '203.0.113.50' } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end('hello');
    });
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push(await upload());
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('locks out who guesses a password, from there, and not who knows it elsewhere', async () => {
    const { email } = await desk.createAgent('ana@exchange.example');
    const signIn = (password: string, address: string): Promise<Response> => post('/api/desk/sign-in', { email, password }, address);
    const guesses = [];
    for (let i = 0; i < 11; i++) guesses.push((await signIn(`guess number ${i}`, FLOOD)).status);
    expect(guesses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const locked = await signIn(PASSWORD, FLOOD);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await signIn(PASSWORD, OFFICE)).status).toBe(200);
  });

  it('counts what it let in and what it refused', async () => {
    const text = await (await fetch(`${desk.url}/metrics`, { headers: { authorization: 'Bearer a-token-of-this-test' } })).text();
    expect(text).toMatch(/vigil_admissions_total\{what="conversation",outcome="refused",reason="address"\} [1-9]/);
    expect(text).toMatch(/vigil_admissions_total\{what="conversation",outcome="admitted",reason="incident"\} [1-9]/);
    expect(text).toMatch(/vigil_admissions_total\{what="message",outcome="admitted",reason="people"\} [1-9]/);
    expect(text).toMatch(/vigil_saturation 0/);
  });
});
