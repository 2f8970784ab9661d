import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('a contact over the socket', () => {
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(() => desk.stop());

  it('is answered from an approved article with a citation', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('my usdt deposit has not arrived');
    const answer = await contact.waitForEvent('message.sent');
    expect(answer.data).toMatchObject({ author: { kind: 'assistant' }, kind: 'answer', locale: 'en', citations: [{ articleId: 'deposit-not-arrived', locale: 'en' }] });
    contact.close();
  });

  it('is answered in Chinese when it writes Chinese', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('我的USDT充值还没到账');
    const answer = await contact.waitForEvent('message.sent');
    expect(answer.data).toMatchObject({ kind: 'answer', locale: 'zh-CN', citations: [{ articleId: 'deposit-not-arrived', locale: 'zh-CN' }] });
    contact.close();
  });

  it('has its message in the log once, however often it sends it', async () => {
    const contact = await connectContact(desk.url);
    const id = randomUUID();
    const acks = await Promise.all([contact.send('how do I turn on 2fa', { id, conversationId: null }), contact.send('how do I turn on 2fa', { id, conversationId: null })]);
    const again = await contact.send('how do I turn on 2fa', { id });
    expect(new Set([...acks, again].map(({ conversationId, seq }) => `${conversationId}:${seq}`)).size).toBe(1);
    await contact.waitForEvent('message.sent');
    expect(contact.events.filter(({ type }) => type === 'message.received')).toHaveLength(1);
    contact.close();
  });

  it('goes on where it was after the connection is lost', async () => {
    const first = await connectContact(desk.url);
    await first.send('what are the withdrawal fees');
    await first.waitForEvent('message.sent');
    const cursor = Math.max(...first.events.map(({ seq }) => seq));
    first.terminate();
    const second = await connectContact(desk.url, { token: first.token, conversationId: first.conversationId, cursor });
    await second.send('and how do I cancel a withdrawal');
    await second.waitForEvent('message.sent');
    expect(second.events.every(({ seq }) => seq > cursor)).toBe(true);
    expect(second.events.filter(({ type }) => type === 'message.received')).toHaveLength(1);
    second.close();
  });

  it('sees a conversation that was begun in another tab', async () => {
    const one = await connectContact(desk.url);
    const other = await connectContact(desk.url, { token: one.token });
    await one.send('my sms code does not arrive');
    const seen = await other.waitForEvent('message.sent');
    expect(seen.conversationId).toBe(one.conversationId);
    one.close();
    other.close();
  });

  it('is told in the same turn what to do and that a person takes over when coins are being stolen', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('someone hacked my account and is withdrawing my bitcoin right now');
    const safety = await contact.waitForEvent('message.sent');
    expect(safety.data).toMatchObject({ kind: 'safety', citations: [{ articleId: 'security-account-compromised' }] });
    expect(contact.events.some(({ type }) => type === 'handoff.requested')).toBe(true);
    expect((await contact.waitForFrame('place')).place).toBe(1);
    contact.close();
  });

  it('gets a person when it presses the button, and nothing of what agents keep to themselves', async () => {
    const agent = await desk.createAgent('ana@exchange.example', { role: 'supervisor' });
    const ana = await connectDesk(desk.url, agent);
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('I would like to talk to a person', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    expect((await ana.command(conversationId, { type: 'claim' })).type).toBe('ack');
    await ana.command(conversationId, { type: 'note', clientMessageId: randomUUID(), text: 'looks honest' });
    await ana.command(conversationId, { type: 'reply', clientMessageId: randomUUID(), text: 'Hello, I am Ana.' });
    const reply = await contact.waitForEvent('message.sent', ({ data }) => data.kind === 'reply');
    expect(reply.data).toMatchObject({ author: { kind: 'agent', name: 'ana' }, text: 'Hello, I am Ana.' });
    expect(JSON.stringify(contact.frames)).not.toContain('looks honest');
    expect(JSON.stringify(contact.frames)).not.toContain(agent.id);
    expect(contact.events.map(({ type }) => type)).not.toContain('turn.decided');
    contact.close();
    ana.close();
  });

  it('hears nothing of the assistant while an agent owns the conversation, and again after the return', async () => {
    const ana = await connectDesk(desk.url, await desk.createAgent('bo@exchange.example', { role: 'supervisor' }));
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('agent please', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    await ana.command(conversationId, { type: 'claim' });
    await contact.send('what are the trading fees');
    await ana.command(conversationId, { type: 'note', clientMessageId: randomUUID(), text: 'a moment passes' });
    expect(contact.events.filter(({ type }) => type === 'message.sent')).toHaveLength(1);
    await ana.command(conversationId, { type: 'return' });
    await contact.waitForEvent('conversation.returned');
    const answer = await contact.waitForEvent('message.sent', ({ data }) => data.kind === 'answer');
    expect(answer.data).toMatchObject({ citations: [{ articleId: 'trading-fees' }] });
    contact.close();
    ana.close();
  });

  it('rates an answer and a resolved conversation', async () => {
    const ana = await connectDesk(desk.url, await desk.createAgent('cy@exchange.example', { role: 'supervisor' }));
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('how do I deposit bitcoin');
    const answer = await contact.waitForEvent('message.sent');
    contact.sendFrame({ type: 'answer.rate', id: 'r1', conversationId, ofSeq: answer.seq, helpful: true });
    await contact.waitForEvent('answer.rated');
    contact.sendFrame({ type: 'conversation.rate', id: 'r2', conversationId, score: 5 });
    expect((await contact.waitForFrame('error', ({ id }) => id === 'r2')).code).toBe('conflict');
    await ana.command(conversationId, { type: 'claim' });
    await ana.command(conversationId, { type: 'resolve' });
    await contact.waitForEvent('conversation.resolved');
    contact.sendFrame({ type: 'conversation.rate', id: 'r3', conversationId, score: 5, comment: 'quick' });
    expect((await contact.waitForEvent('conversation.rated')).data).toMatchObject({ score: 5, comment: 'quick' });
    contact.close();
    ana.close();
  });

  it.each([
    ['no JSON', 'not json', { code: 'not-json' }],
    ['an unknown type', { type: 'dance' }, { code: 'invalid-input', field: 'type' }],
    ['an empty text', { type: 'message.send', id: '12345678', conversationId: null, text: '' }, { code: 'invalid-input', field: 'text', id: '12345678' }],
    ['a text that is too long', { type: 'message.send', id: '12345678', conversationId: null, text: 'x'.repeat(4_001) }, { code: 'invalid-input', field: 'text' }],
    ['a frame that is too large', { type: 'message.send', id: '12345678', conversationId: null, text: 'x'.repeat(40_000) }, { code: 'too-large' }],
    ['a conversation of somebody else', { type: 'message.send', id: '12345678', conversationId: '01920000-0000-7000-8000-000000000000', text: 'hi' }, { code: 'not-found', field: 'conversationId', id: '12345678' }],
  ])('survives %s with an error that names the field', async (_name, frame, error) => {
    const contact = await connectContact(desk.url);
    contact.sendFrame(frame);
    expect(await contact.waitForFrame('error')).toMatchObject(error);
    expect((await contact.send('hello there')).seq).toBe(2);
    contact.close();
  });

  it('must say hello first', async () => {
    const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/ws/contact`);
    await new Promise((resolve) => { socket.once('open', resolve); });
    const answer = new Promise<string>((resolve) => { socket.once('message', (data) => { resolve((data as Buffer).toString('utf8')); }); });
    socket.send('{"type":"ping"}');
    expect(JSON.parse(await answer)).toMatchObject({ type: 'error', code: 'unauthenticated', field: 'type' });
    socket.terminate();
  });

  it.each(['/ws/desk', '/ws/contact', '/ws/nothing'])('does not end the server with a broken frame or a reset at %s', async (path) => {
    const { hostname, port } = new URL(desk.url);
    const raw = connect(Number(port), hostname);
    raw.on('error', () => undefined);
    raw.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`);
    await new Promise((resolve) => { raw.once('data', resolve); });
    raw.write(Buffer.from([0x83, 0x80, 0, 0, 0, 0]));
    raw.resetAndDestroy();
    expect((await fetch(`${desk.url}/help/en`)).status).toBe(200);
  });

  it('counts an equal rating once, and rates answers of the assistant only', async () => {
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('how do I deposit bitcoin');
    const answer = await contact.waitForEvent('message.sent');
    for (const id of ['a', 'b']) contact.sendFrame({ type: 'answer.rate', id, conversationId, ofSeq: answer.seq, helpful: false });
    const [first, second] = [await contact.waitForFrame('ack', ({ id }) => id === 'a'), await contact.waitForFrame('ack', ({ id }) => id === 'b')];
    expect(second.seq).toBe(first.seq);
    contact.sendFrame({ type: 'answer.rate', id: 'c', conversationId, ofSeq: 2, helpful: false });
    expect(await contact.waitForFrame('error', ({ id }) => id === 'c')).toMatchObject({ code: 'invalid-input', field: 'ofSeq' });
    contact.close();
  });

  it('reads a long conversation over a slow line to its end', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('agent please', { wish: 'person' });
    const text = '提'.repeat(4_000);
    for (let batch = 0; batch < 4; batch++) await Promise.all(Array.from({ length: 30 }, () => contact.send(text)));
    const { seq } = await contact.send('the last one');
    const again = await connectContact(desk.url, { token: contact.token });
    expect((await again.waitForEvent('message.received', (event) => event.seq === seq)).data.text).toBe('the last one');
    expect(again.events.filter(({ type }) => type === 'message.received')).toHaveLength(122);
    contact.close();
    again.close();
  });

  it('gets a new identity for a forged token', async () => {
    const contact = await connectContact(desk.url, { token: 'v1.01920000-0000-7000-8000-000000000000.forged' });
    expect(contact.token).toMatch(/^v1\.[\w-]+\.[\w-]{43}$/);
    expect(contact.token).not.toContain('forged');
    contact.close();
  });

  it('keeps everything over a restart, and what was unanswered gets its turn', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('how do I close my account');
    await contact.waitForEvent('message.sent');
    const before = contact.events.length;
    await desk.restart();
    expect(await contact.closed).toBe(1001);
    const again = await connectContact(desk.url, { token: contact.token });
    await again.waitForEvent('message.sent');
    expect(again.events).toHaveLength(before);
    again.close();
  });
});
