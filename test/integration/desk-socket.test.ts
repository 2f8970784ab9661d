import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('an agent over the socket', () => {
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(() => desk.stop());

  const openQueued = async (): Promise<{ conversationId: string; contact: Awaited<ReturnType<typeof connectContact>> }> => {
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('my account was hacked and my coins are being stolen');
    await contact.waitForEvent('handoff.requested');
    return { conversationId, contact };
  };

  it('gets a conversation that exactly one of two may claim', async () => {
    const [ana, ben] = await Promise.all(['ana@x.example', 'ben@x.example'].map(async (email) => connectDesk(desk.url, await desk.createAgent(email))));
    const { conversationId, contact } = await openQueued();
    const answers = await Promise.all([ana, ben].map((agent) => agent?.command(conversationId, { type: 'claim' }) ?? Promise.reject(new Error('no agent'))));
    expect(answers.map((answer) => answer.type).sort()).toEqual(['ack', 'error']);
    for (const one of [ana, ben, contact]) one?.close();
  });

  it('may not resolve over a message that it has not read', async () => {
    const ana = await connectDesk(desk.url, await desk.createAgent('cat@x.example'));
    const { conversationId, contact } = await openQueued();
    const claimed = await ana.command(conversationId, { type: 'claim' });
    const seenSeq = claimed.type === 'ack' ? claimed.seq : 0;
    await contact.send('wait, one more thing');
    expect(await ana.command(conversationId, { type: 'resolve', seenSeq })).toMatchObject({ type: 'error', code: 'conflict' });
    expect(await ana.command(conversationId, { type: 'resolve', seenSeq: seenSeq + 1 })).toMatchObject({ type: 'ack' });
    for (const one of [ana, contact]) one.close();
  });

  it('is shut out when it signs out elsewhere', async () => {
    const ana = await connectDesk(desk.url, await desk.createAgent('dan@x.example'));
    await fetch(`${desk.url}/api/desk/sign-out`, { method: 'POST', headers: { cookie: ana.cookie } });
    expect(await ana.closed).toBe(4001);
  });

  it('sees conversations of its own teams only, and no longer what left them', async () => {
    const [payer, guard] = [
      await connectDesk(desk.url, await desk.createAgent('pay@x.example', { teams: ['payments'] })),
      await connectDesk(desk.url, await desk.createAgent('sec@x.example', { teams: ['security'] })),
    ];
    const { conversationId, contact } = await openQueued();
    await guard.waitForFrame((frame) => frame.type === 'conversations' && frame.conversations.some(({ id }) => id === conversationId));
    expect(await payer.command(conversationId, { type: 'claim' })).toMatchObject({ type: 'error', code: 'not-found' });
    payer.sendFrame({ type: 'follow', conversationId, after: 0 });
    await payer.waitForFrame((frame) => frame.type === 'error' && frame.field === 'conversationId');
    expect(JSON.stringify(payer.frames)).not.toContain('my account was hacked');
    expect((await payer.list('queue')).map(({ id }) => id)).not.toContain(conversationId);
    expect((await guard.list('queue')).map(({ id }) => id)).toContain(conversationId);
    for (const one of [payer, guard, contact]) one.close();
  });

  it('has a reply in the log once, however often it is sent', async () => {
    const ana = await connectDesk(desk.url, await desk.createAgent('eve@x.example'));
    const { conversationId, contact } = await openQueued();
    await ana.command(conversationId, { type: 'claim' });
    const reply = { type: 'reply' as const, clientMessageId: randomUUID(), text: 'I am here' };
    const answers = await Promise.all([ana.command(conversationId, reply), ana.command(conversationId, reply)]);
    expect(new Set(answers.map((answer) => answer.type === 'ack' && answer.seq)).size).toBe(1);
    // The same id for something else is told, not swallowed.
    expect(await ana.command(conversationId, { ...reply, type: 'note' })).toMatchObject({ type: 'error', code: 'conflict', field: 'clientMessageId' });
    for (const one of [ana, contact]) one.close();
  });

  it('follows the log from a cursor, with what contacts never see', async () => {
    const ana = await connectDesk(desk.url, await desk.createAgent('fay@x.example'));
    const { conversationId, contact } = await openQueued();
    ana.sendFrame({ type: 'follow', conversationId, after: 1 });
    const frame = await ana.waitForFrame((one) => one.type === 'events');
    const events = frame.type === 'events' ? frame.events : [];
    expect(events[0]?.seq).toBe(2);
    expect(events.map(({ type }) => type)).toContain('turn.decided');
    for (const one of [ana, contact]) one.close();
  });
});
