import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('what a contact finds again', () => {
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(() => desk.stop());

  const get = (contact: ContactClient, path: string): Promise<Response> => fetch(`${desk.url}/api/contact/${path}`, { headers: { authorization: `Bearer ${contact.token}` } });

  it('lists the contact\'s own conversations, the latest first, and nobody else\'s', async () => {
    const [contact, other] = [await connectContact(desk.url), await connectContact(desk.url)];
    await other.send('what are the fees');
    const first = await contact.send('how do I turn on two factor authentication');
    await contact.waitForEvent('message.sent');
    const second = await contact.send('what are the withdrawal limits', { conversationId: null });
    const { conversations } = await (await get(contact, 'conversations')).json() as { conversations: Record<string, unknown>[] };
    expect(conversations.map(({ id }) => id)).toEqual([second.conversationId, first.conversationId]);
    expect(conversations[1]).toEqual({
      id: first.conversationId, caseNumber: expect.any(String), locale: 'en', status: 'open', startedAt: expect.any(Number), updatedAt: expect.any(Number),
      lastMessage: { from: 'assistant', text: expect.any(String) },
    });
    expect(await (await get(contact, 'conversations?limit=0')).json()).toMatchObject({ error: { code: 'invalid-input', field: 'limit' } });
    for (const one of [contact, other]) one.close();
  });

  it('gives the transcript to the contact alone, as a file, without what colleagues wrote for each other', async () => {
    const [contact, other] = [await connectContact(desk.url), await connectContact(desk.url)];
    const { conversationId } = await contact.send('I want to talk to a person', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    const agent = await connectDesk(desk.url, await desk.createAgent('ana@exchange.example'));
    await agent.command(conversationId, { type: 'claim' });
    await agent.command(conversationId, { type: 'note', clientMessageId: randomUUID(), text: 'a difficult one' });
    await agent.command(conversationId, { type: 'reply', clientMessageId: randomUUID(), text: 'Good **morning**.' });

    const page = await get(contact, `conversations/${conversationId}/transcript?timeZone=Asia/Tokyo`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-disposition')).toMatch(/^attachment; filename=[0-9A-Z]{4}-[0-9A-Z]{4}\.html$/);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(page.headers.get('access-control-allow-origin')).toBe('*');
    const html = await page.text();
    expect(html).toContain('Good <strong>morning</strong>.');
    expect(html).toContain('ana joined');
    expect(html).not.toContain('difficult');

    const text = await (await get(contact, `conversations/${conversationId}/transcript?format=txt`)).text();
    expect(text).toContain('· You\nI want to talk to a person');
    expect((await get(other, `conversations/${conversationId}/transcript`)).status).toBe(404);
    expect(await (await get(contact, `conversations/${conversationId}/transcript?format=pdf`)).json()).toMatchObject({ error: { code: 'invalid-input', field: 'format' } });
    for (const one of [contact, other, agent]) one.close();
  });

  it('says up to where colleagues have read, also to who comes back', async () => {
    const contact = await connectContact(desk.url);
    const { conversationId, seq } = await contact.send('a person please', { wish: 'person' });
    const agent = await connectDesk(desk.url, await desk.createAgent('bo@exchange.example'));
    await contact.waitForEvent('handoff.requested');
    await agent.command(conversationId, { type: 'claim' });
    agent.sendFrame({ type: 'read', conversationId, seq });
    expect(await contact.waitForFrame('read')).toMatchObject({ conversationId, seq });
    contact.close();
    const again = await connectContact(desk.url, { token: contact.token });
    expect((await again.waitForFrame('welcome')).conversation).toMatchObject({ id: conversationId, readSeq: seq });
    for (const one of [again, agent]) one.close();
  });
});
