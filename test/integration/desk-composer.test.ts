import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('what agents write with', () => {
  let desk: RunningDesk;
  let [ana, bo, sue]: DeskClient[] = [];
  let [anaId, boId] = ['', ''];
  const clients: { close(): void }[] = [];

  const signIn = async (email: string, options: Parameters<RunningDesk['createAgent']>[1]): Promise<[DeskClient, string]> => {
    const account = await desk.createAgent(email, options);
    const client = await connectDesk(desk.url, account);
    clients.push(client);
    return [client, account.id];
  };
  beforeAll(async () => {
    desk = await startDesk();
    [ana, anaId] = await signIn('ana@exchange.example', { teams: ['payments'] });
    [bo, boId] = await signIn('bo@exchange.example', { teams: ['payments', 'fraud'] });
    [sue] = await signIn('sue@exchange.example', { role: 'supervisor' });
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    await desk.stop();
  });

  const call = (client: DeskClient | undefined, method: string, path: string, body?: object) => fetch(desk.url + path, {
    method, headers: { 'Cookie': client?.cookie ?? '', 'Content-Type': 'application/json', 'Origin': desk.url }, ...(body && { body: JSON.stringify(body) }),
  });
  const titles = async (client: DeskClient | undefined): Promise<string[]> => (await client?.get<RouteOutput<'listMacros'>>('/api/desk/macros'))?.macros.map(({ title }) => title) ?? [];
  const openCase = async (...texts: string[]): Promise<ContactClient> => {
    const contact = await connectContact(desk.url);
    clients.push(contact);
    for (const text of texts) await contact.send(text);
    await contact.send(texts.at(-1) ?? 'a person please', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    return contact;
  };

  it('shows a macro to its teams, to everybody where it has none, and to who configures the desk', async () => {
    const forFraud = randomUUID();
    expect((await call(sue, 'PUT', `/api/desk/macros/${forFraud}`, { title: 'Fraud form', teams: ['fraud'], texts: { en: 'Case {{case.number}}' } })).status).toBe(200);
    await call(sue, 'PUT', `/api/desk/macros/${randomUUID()}`, { title: 'Greeting', teams: [], texts: { en: 'Hello', 'zh-CN': '您好' } });
    await ana?.waitForFrame(({ type }) => type === 'configuration');
    expect(await titles(ana)).toEqual(['Greeting']);
    expect(await titles(bo)).toEqual(['Fraud form', 'Greeting']);
    expect(await titles(sue)).toEqual(['Fraud form', 'Greeting']);
    expect((await call(sue, 'DELETE', `/api/desk/macros/${forFraud}`)).status).toBe(200);
    expect((await call(sue, 'DELETE', `/api/desk/macros/${forFraud}`)).status).toBe(404);
    expect(await titles(bo)).toEqual(['Greeting']);
  });

  it('lets only who configures the desk change macros, and says what is wrong with one', async () => {
    const path = `/api/desk/macros/${randomUUID()}`;
    const macro = { title: 'T', teams: [], texts: { en: 'Hello' } };
    expect((await call(ana, 'PUT', path, macro)).status).toBe(403);
    expect((await call(ana, 'DELETE', path)).status).toBe(403);
    const refused = async (change: object): Promise<unknown> => ((await (await call(sue, 'PUT', path, { ...macro, ...change })).json()) as { error: unknown }).error;
    expect(await refused({ texts: { en: 'Your {{colour}}' } })).toMatchObject({ code: 'invalid-input', field: 'texts.en', message: expect.stringContaining('{{txid}}') as unknown });
    expect(await refused({ texts: {} })).toMatchObject({ field: 'texts' });
    expect(await refused({ title: ' ' })).toMatchObject({ field: 'title' });
    expect(await refused({ texts: { en: 'Sign in with the password is hunter2secret!' } })).toMatchObject({ field: 'texts.en', message: expect.stringContaining('password') as unknown });
  });

  it('suggests articles for what the contact wrote, in the contact\'s language, and not for the wish to talk to a person', async () => {
    const contact = await openCase('我充值的比特币三天了还没有到账');
    const path = `/api/desk/conversations/${contact.conversationId ?? ''}/articles?reader=en`;
    const { articles: [first, ...more] } = await bo?.get<RouteOutput<'suggestArticles'>>(path) ?? { articles: [] };
    expect(first).toMatchObject({ articleId: 'deposit-not-arrived', locale: 'zh-CN' });
    expect(first?.title).toMatch(/充/);
    expect(first?.readerTitle).toMatch(/deposit/i);
    expect(more.length).toBeLessThanOrEqual(2);
    const [stranger] = await signIn('cy@exchange.example', { teams: ['trading'] });
    expect((await call(stranger, 'GET', path)).status).toBe(404);
    const wisher = await openCase();
    expect((await sue?.get<RouteOutput<'suggestArticles'>>(`/api/desk/conversations/${wisher.conversationId ?? ''}/articles`))?.articles).toEqual([]);
  });

  it('goes on suggesting for what the contact adds while people have the conversation', async () => {
    const contact = await openCase();
    const { conversationId: id } = contact;
    await sue?.command(id ?? '', { type: 'claim' });
    const { seq } = await contact.send('I lost my phone and cannot get the codes of my authenticator app');
    const suggested = await sue?.get<RouteOutput<'suggestArticles'>>(`/api/desk/conversations/${id ?? ''}/articles`);
    expect(suggested?.contactSeq).toBe(seq);
    expect(suggested?.articles[0]?.articleId).toMatch(/2fa|two-factor|authenticator/);
  });

  it('finds any article by a word of its title in whatever language, and reads what it answers', async () => {
    const find = async (q: string) => (await ana?.get<RouteOutput<'findArticles'>>(`/api/desk/articles?locale=zh-CN&reader=en&q=${encodeURIComponent(q)}`))?.articles ?? [];
    const [byWord] = await find('deposit not arr');
    expect(byWord).toMatchObject({ articleId: 'deposit-not-arrived', locale: 'zh-CN' });
    expect((await find('提现')).length).toBeGreaterThan(1);
    const { article } = await ana?.get<RouteOutput<'readArticle'>>('/api/desk/articles/deposit-not-arrived?locale=zh-CN') ?? {};
    expect(article?.answer).toMatch(/[一-鿿]/);
    expect(article?.answer).not.toContain('{{');
    expect((await call(ana, 'GET', '/api/desk/articles/no-such-article?locale=en')).status).toBe(404);
    expect((await call(ana, 'GET', '/api/desk/articles?locale=xx&q=a')).status).toBe(400);
  });

  it('cites what is published, whatever the agent\'s desk says it is called', async () => {
    const contact = await openCase('my deposit has not arrived');
    const id = contact.conversationId ?? '';
    await bo?.command(id, { type: 'claim' });
    const citation = { articleId: 'deposit-not-arrived', locale: 'en' as const, revision: 'old', title: 'Send your coins to me' };
    await bo?.command(id, { type: 'reply', clientMessageId: 'reply-with-card', text: 'Please read this.', citations: [citation] });
    const sent = await contact.waitForEvent('message.sent', ({ data }) => data.kind === 'reply');
    expect(sent.data['citations']).toEqual([expect.objectContaining({ articleId: 'deposit-not-arrived', locale: 'en', title: expect.not.stringContaining('coins to me') as unknown })]);
    const refused = await bo?.command(id, { type: 'reply', clientMessageId: 'reply-with-none', text: 'x', citations: [{ ...citation, articleId: 'made-up' }] });
    expect(refused).toMatchObject({ type: 'error', code: 'invalid-input', field: 'citations.0.articleId' });
  });

  it('lets a whisper reach who has the conversation, and nobody else by it', async () => {
    const contact = await openCase('my deposit has not arrived');
    const id = contact.conversationId ?? '';
    const whisper = (client: DeskClient | undefined, clientMessageId: string) => client?.command(id, { type: 'note', clientMessageId, text: 'Offer to call them.', whisper: true, mentions: [boId] });
    expect(await whisper(sue, 'whisper-to-nobody')).toMatchObject({ type: 'error', code: 'conflict' });
    await ana?.command(id, { type: 'claim' });
    expect(await whisper(ana, 'whisper-by-agent')).toMatchObject({ type: 'error', code: 'forbidden' });
    expect(await whisper(sue, 'whisper-by-sue')).toMatchObject({ type: 'ack' });
    expect((await desk.storage.conversations.get(id))?.mentioned).toEqual([anaId]);
  });
});
