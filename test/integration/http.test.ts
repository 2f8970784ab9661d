import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROUTES, type Route } from '../../src/protocol/http.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('over HTTP', () => {
  let desk: RunningDesk;
  let token: string;
  beforeAll(async () => {
    desk = await startDesk();
    token = ((await (await fetch(`${desk.url}/api/contact/session`, { method: 'POST' })).json()) as { token: string }).token;
  });
  afterAll(() => desk.stop());

  const call = async (method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}) => {
    const response = await fetch(desk.url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, json: await response.json().catch(() => undefined) as unknown };
  };
  const asContact = (method: string, path: string, body?: unknown) => call(method, path, { body, headers: { authorization: `Bearer ${token}` } });
  let counter = 0;
  const message = (text: string, conversationId: string | null = null) => ({ id: `http-message-${counter += 1}`, conversationId, text });

  it('answers a contact whose network blocks sockets, held until there is something to read', async () => {
    const sent = await asContact('POST', '/api/contact/messages', message('my usdt deposit has not arrived'));
    expect(sent).toMatchObject({ status: 200, json: { seq: 2 } });
    const { conversationId } = sent.json as { conversationId: string };
    let after = 0;
    const types: string[] = [];
    while (!types.includes('message.sent')) {
      const { json } = await asContact('GET', `/api/contact/conversations/${conversationId}/events?after=${after}&waitMs=20000`);
      for (const event of (json as { events: { type: string; seq: number }[] }).events) { types.push(event.type); after = event.seq; }
    }
    expect(types).toEqual(['conversation.started', 'message.received', 'message.sent']);
    expect((await asContact('GET', '/api/contact/conversation')).json).toMatchObject({ conversation: { id: conversationId, owner: { kind: 'assistant' }, place: null } });
    expect(await asContact('POST', `/api/contact/conversations/${conversationId}/answer-ratings`, { ofSeq: 4, helpful: true })).toMatchObject({ status: 200 });
    expect(await asContact('POST', `/api/contact/conversations/${conversationId}/rating`, { score: 5 })).toMatchObject({ status: 409, json: { error: { code: 'conflict' } } });
  });

  it.each([
    ['no JSON', '{', 400, 'not-json', undefined],
    ['an empty object', {}, 400, 'invalid-input', 'id'],
    ['a text of the wrong type', { id: '12345678', conversationId: null, text: 5 }, 400, 'invalid-input', 'text'],
    ['an unknown conversation', { id: '12345678', conversationId: '01920000-0000-7000-8000-000000000000', text: 'x' }, 404, 'not-found', 'conversationId'],
    ['too much', { id: '12345678', conversationId: null, text: 'x'.repeat(40_000) }, 413, 'too-large', undefined],
  ])('refuses %s and says what was wrong', async (_name, body, status, code, field) => {
    const refused = await asContact('POST', '/api/contact/messages', body);
    expect(refused).toMatchObject({ status, json: { error: { code, ...(field === undefined ? {} : { field }) } } });
  });

  it('does not show a contact the conversation of another', async () => {
    const { json } = await asContact('POST', '/api/contact/messages', message('hello'));
    const { conversationId } = json as { conversationId: string };
    token = ((await call('POST', '/api/contact/session')).json as { token: string }).token;
    expect((await asContact('GET', `/api/contact/conversations/${conversationId}/events`)).status).toBe(404);
  });

  it.each(Object.entries<Route>(ROUTES).filter(([, route]) => route.access !== 'public'))('asks who is there before %s', async (_name, route) => {
    const path = route.path.replace(/:\w+/g, '01920000-0000-7000-8000-000000000000');
    expect(await call(route.method.toUpperCase(), path)).toMatchObject({ status: 401, json: { error: { code: 'unauthenticated' } } });
  });

  it('signs agents in and out, and keeps editors away from conversations', async () => {
    const { email, password } = await desk.createAgent('ed@exchange.example', { role: 'editor' });
    expect((await call('POST', '/api/desk/sign-in', { body: { email, password: 'wrong password!' } })).json).toMatchObject({ error: { code: 'wrong-credentials' } });
    expect((await call('POST', '/api/desk/sign-in', { body: { email: 'nobody@exchange.example', password } })).json).toMatchObject({ error: { code: 'wrong-credentials' } });
    const signedIn = await call('POST', '/api/desk/sign-in', { body: { email: email.toUpperCase(), password } });
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await call('GET', '/api/desk/me', { headers })).json).toMatchObject({ agent: { email, role: 'editor' } });
    expect(await call('GET', '/api/desk/conversations?view=queue', { headers })).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } });
    expect((await call('POST', '/api/desk/sign-out', { headers })).status).toBe(200);
    expect((await call('GET', '/api/desk/me', { headers })).status).toBe(401);
  });

  it('does not tell agents the e-mail addresses of their colleagues', async () => {
    const { cookie } = await connectDesk(desk.url, await desk.createAgent('kim@exchange.example'));
    const { json } = await call('GET', '/api/desk/agents', { headers: { cookie } });
    expect((json as { agents: object[] }).agents.length).toBeGreaterThan(0);
    expect(JSON.stringify(json)).not.toContain('@');
  });

  it('refuses what another site sends in an agent\'s name', async () => {
    const { cookie } = await connectDesk(desk.url, await desk.createAgent('su@exchange.example', { role: 'supervisor' }));
    const refused = await call('POST', '/api/desk/sign-out', { headers: { cookie, origin: 'https://evil.example' } });
    expect(refused).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } });
  });

  it('describes itself in OpenAPI 3.1, every route with its input and output', async () => {
    const { json } = await call('GET', '/api/openapi.json');
    const { openapi, paths } = json as { openapi: string; paths: Record<string, Record<string, { operationId: string; responses: object }>> };
    expect(openapi).toBe('3.1.0');
    const described = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(described.sort()).toEqual(Object.keys(ROUTES).sort());
    const { components: { schemas } } = json as { components: { schemas: object } };
    for (const [, name] of JSON.stringify(json).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) expect(Object.keys(schemas)).toContain(name);
    expect(JSON.stringify(json)).not.toContain('#/$defs');
  });

  it('says so where there is nothing', async () => {
    expect((await fetch(`${desk.url}/help/%E0%A4%A`)).status).toBe(400);
    expect((await fetch(`${desk.url}/help/%78x`, { redirect: 'manual' })).headers.get('location')).toBe('/help/en');
    expect(await call('GET', '/api/nothing')).toMatchObject({ status: 404, json: { error: { code: 'not-found' } } });
  });

  it('finds help articles and shows them as pages that read without script', async () => {
    const { json } = await call('GET', '/api/help/search?q=deposit%20not%20arrived&locale=en-GB');
    const [first] = (json as { results: { articleId: string; url: string }[] }).results;
    expect(first?.articleId).toBe('deposit-not-arrived');
    const page = await (await fetch(desk.url + (first?.url ?? ''))).text();
    expect(page).toMatch(/<html lang="en" dir="ltr">/);
    expect(page).toMatch(/hreflang="zh-CN"/);
    expect(page).not.toMatch(/\{\{|article:/);
    expect((await fetch(`${desk.url}/help/en/no-such-article`)).status).toBe(404);
    expect((await fetch(`${desk.url}/help/xx`, { redirect: 'manual' })).headers.get('location')).toBe('/help/en');
    expect(await (await fetch(`${desk.url}/help/en?q=${encodeURIComponent('<script>alert(1)</script>')}`)).text()).not.toContain('<script>alert');
  });

  it('sends every page with a policy that lets nothing in from elsewhere', async () => {
    const policy = (await fetch(`${desk.url}/help/en`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
});
