import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskServerFrame } from '../../src/protocol/desk.ts';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { signIn } from '../clients/sign-in.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('agents who look at the same conversation', () => {
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(() => desk.stop());

  const openQueued = async (): Promise<{ conversationId: string; contact: ContactClient }> => {
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('my account was hacked and my coins are being stolen');
    await contact.waitForEvent('handoff.requested');
    return { conversationId, contact };
  };
  const look = (client: DeskClient, conversationId: string): void => {
    client.sendFrame({ type: 'follow', conversationId, after: 0 });
    client.sendFrame({ type: 'view', conversationId });
  };
  const sees = (...names: readonly string[]) => (frame: DeskServerFrame): boolean =>
    frame.type === 'viewing' && frame.agents.map(({ name }) => name).sort().join(' ') === [...names].sort().join(' ');

  it('are told of each other, and that the other is gone', async () => {
    const { conversationId, contact } = await openQueued();
    const [ana, ben] = [await connectDesk(desk.url, await desk.createAgent('ana@x.example')), await connectDesk(desk.url, await desk.createAgent('ben@x.example'))];
    look(ana, conversationId);
    await ana.waitForFrame(sees('ana'));
    look(ben, conversationId);
    await ben.waitForFrame(sees('ana', 'ben'));
    await ana.waitForFrame(sees('ana', 'ben'));
    const told = ana.frames.length;
    ben.close();
    await ana.waitForFrame((frame) => ana.frames.indexOf(frame) >= told && sees('ana')(frame));
    for (const one of [ana, contact]) one.close();
  });

  it('see that another writes, which the contact does not', async () => {
    const { conversationId, contact } = await openQueued();
    const [cat, dan] = [await connectDesk(desk.url, await desk.createAgent('cat@x.example')), await connectDesk(desk.url, await desk.createAgent('dan@x.example'))];
    look(cat, conversationId);
    look(dan, conversationId);
    await cat.waitForFrame(sees('cat', 'dan'));
    dan.sendFrame({ type: 'typing', conversationId, to: 'colleagues' });
    await cat.waitForFrame((frame) => frame.type === 'writing' && frame.conversationId === conversationId);
    await cat.command(conversationId, { type: 'claim' });
    cat.sendFrame({ type: 'typing', conversationId });
    await contact.waitForFrame('typing', ({ from }) => from === 'agent');
    expect(contact.frames.filter(({ type }) => type === 'typing')).toHaveLength(1);
    for (const one of [cat, dan, contact]) one.close();
  });

  it('say nothing of what they write where they do not look', async () => {
    const { conversationId, contact } = await openQueued();
    const [eve, fay] = [await connectDesk(desk.url, await desk.createAgent('eve@x.example', { teams: ['trading'] })), await connectDesk(desk.url, await desk.createAgent('fay@x.example'))];
    look(fay, conversationId);
    await fay.waitForFrame(sees('fay'));
    eve.sendFrame({ type: 'typing', conversationId, to: 'colleagues' });
    eve.sendFrame({ type: 'view', conversationId });
    // Frames of one desk are worked on in order: what follows was worked on after these.
    expect(await eve.command(conversationId, { type: 'claim' })).toMatchObject({ type: 'error', code: 'not-found' });
    expect(fay.frames.filter((frame) => frame.type === 'writing' || (frame.type === 'viewing' && frame.agents.length > 1))).toEqual([]);
    for (const one of [eve, fay, contact]) one.close();
  });

  it('read on what a note called them to, after they have looked', async () => {
    const { conversationId, contact } = await openQueued();
    const gil = await desk.createAgent('gil@x.example', { teams: ['trading'] });
    const [caller, called] = [await connectDesk(desk.url, await desk.createAgent('hal@x.example')), await connectDesk(desk.url, gil)];
    expect(await called.command(conversationId, { type: 'see-mention' })).toMatchObject({ code: 'not-found' });
    await caller.command(conversationId, { type: 'note', clientMessageId: 'calls-gil-1', text: '@gil please look', mentions: [gil.id] });
    expect(await called.command(conversationId, { type: 'see-mention' })).toMatchObject({ type: 'ack' });
    const { conversation } = await called.get<RouteOutput<'getConversation'>>(`/api/desk/conversations/${conversationId}`);
    expect(conversation).toMatchObject({ mentioned: [], invited: [gil.id] });
    for (const one of [caller, called, contact]) one.close();
  });
});

describe('what agents look up', () => {
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(() => desk.stop());

  it('is who waits for each team, since when, and how much each agent has', async () => {
    const contact = await connectContact(desk.url);
    const ida = await desk.createAgent('ida@x.example');
    const agent = await connectDesk(desk.url, ida);
    const before = await agent.get<RouteOutput<'listDestinations'>>('/api/desk/destinations');
    expect(before.teams.map(({ waiting, since }) => [waiting, since])).toEqual(before.teams.map(() => [0, null]));
    const { conversationId } = await contact.send('my account was hacked and my coins are being stolen');
    await contact.waitForEvent('handoff.requested');
    const { queuedAt } = await desk.storage.conversations.get(conversationId) ?? {};
    const during = await agent.get<RouteOutput<'listDestinations'>>('/api/desk/destinations');
    expect(during.teams.find(({ team }) => team === 'security')).toEqual({ team: 'security', waiting: 1, since: queuedAt });
    await agent.command(conversationId, { type: 'claim' });
    expect((await agent.get<RouteOutput<'listDestinations'>>('/api/desk/destinations')).agents).toEqual([{ agentId: ida.id, load: 1 }]);
    for (const one of [agent, contact]) one.close();
  });

  it('is where transactions are shown, for whoever handles conversations only', async () => {
    const agent = await connectDesk(desk.url, await desk.createAgent('jo@x.example'));
    const { explorers } = await agent.get<RouteOutput<'listExplorers'>>('/api/desk/explorers');
    expect(explorers['bitcoin']?.transaction).toContain('{id}');
    expect((await fetch(`${desk.url}/api/desk/explorers`)).status).toBe(401);
    const cookie = await signIn(desk.url, await desk.createAgent('kim@x.example', { role: 'editor' }));
    expect((await fetch(`${desk.url}/api/desk/destinations`, { headers: { cookie } })).status).toBe(403);
    agent.close();
  });
});
