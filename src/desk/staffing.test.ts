import { afterEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createManualClock } from '../../test/fakes/manual-clock.ts';
import { createMemoryConversationStore } from '../../test/fakes/memory-conversation-store.ts';
import { createMemoryPresence } from '../../test/fakes/memory-presence.ts';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import { createLocalDoorbell } from '../adapters/system/doorbell.ts';
import { createApplyCommand } from '../conversation/apply-command.ts';
import type { Agent } from '../domain/agent.ts';
import type { Conversation } from '../domain/conversation.ts';
import { STANDARD_SETTINGS, type DeskSettings } from '../domain/desk-settings.ts';
import type { Command } from '../domain/ownership.ts';
import type { Locale } from '../domain/locales.ts';
import type { Urgency } from '../domain/urgencies.ts';
import { createClaimNext } from './claim-next.ts';
import { createDeskFeed } from './desk-feed.ts';
import { createIsStaffed } from './is-staffed.ts';
import { createPresence } from './presence.ts';
import { startRouter } from './route-conversations.ts';
import { startTimers } from './run-timers.ts';

const MINUTE = 60_000;
const agent = (id: string, changes: Partial<Agent> = {}): Agent =>
  ({ id, email: `${id}@x.example`, name: id, role: 'agent', teams: ['payments'], locales: ['en'], level: 1, capacity: 2, active: true, createdAt: 0, ...changes });
const AUTOMATIC: DeskSettings = { ...STANDARD_SETTINGS, teams: { ...STANDARD_SETTINGS.teams, payments: { ...STANDARD_SETTINGS.teams.payments, assignment: 'automatic' } } };

const stops: (() => void)[] = [];
afterEach(() => { for (const stop of stops.splice(0)) stop(); });

/** The desk without its wires: clocks stand still until a test moves them, and loops run when it says so. */
function setUp(settings: DeskSettings, ...staff: Agent[]) {
  const clock = createManualClock();
  const conversations = createMemoryConversationStore(clock, () => settings);
  const doorbell = createLocalDoorbell();
  const applyCommand = createApplyCommand({ conversations, doorbell });
  const deskSettings = { current: () => ({ version: 1, settings }) };
  const store = createMemoryPresence(clock);
  const agents = { list: () => Promise.resolve(staff) };
  const feed = createDeskFeed({ conversations, doorbell, logger: silentLogger });
  const presence = createPresence({ presence: store, conversations, applyCommand, deskSettings, doorbell, isLeader: () => true, clock, logger: silentLogger });
  const router = startRouter({ conversations, agents, presence, applyCommand, deskSettings, feed, doorbell, isLeader: () => true, clock, logger: silentLogger });
  const assistant = { askWhetherSolved: () => ({ author: { kind: 'assistant' as const }, kind: 'follow-up' as const, text: 'solved?', locale: 'en' as const, citations: [], choices: [] }) };
  const timers = startTimers({ conversations, applyCommand, assistant, deskSettings, isLeader: () => true, clock, logger: silentLogger });
  stops.push(() => { presence.stop(); router.stop(); timers.stop(); feed.stop(); });

  async function wait(urgency: Urgency = 'normal', { contactId = uuidv7(), locale = 'en' }: { contactId?: string; locale?: Locale } = {}): Promise<string> {
    const { conversation } = await conversations.start({
      id: uuidv7(), startKey: uuidv7(),
      drafts: [
        { type: 'conversation.started', data: { contactId, caseNumber: uuidv7(), locale, channel: 'widget' } },
        { type: 'message.received', data: { clientMessageId: uuidv7(), text: 'help' } },
        { type: 'handoff.requested', data: { team: 'payments', urgency, reason: 'asked', requestedBy: 'contact', ask: [] } },
      ],
    });
    return conversation.id;
  }
  const get = async (id: string): Promise<Conversation> => (await conversations.get(id))!;
  const ownerOf = async (id: string): Promise<string> => {
    const { owner } = await get(id);
    return owner.kind === 'agent' ? owner.agentId : owner.kind;
  };
  const apply = (id: string, command: Command) => applyCommand(id, command);
  const typesOf = async (id: string): Promise<string[]> => (await conversations.read(id, 0, 100)).map(({ type }) => type);
  /** The feed has told of everything that happened until now. */
  const told = async (): Promise<void> => {
    const marker = await wait();
    await new Promise<void>((resolve) => { feed.onChange((changed) => { if (changed.some(({ id }) => id === marker)) resolve(); }); doorbell.ring({ conversationId: marker, contactId: '' }); });
  };
  return { told, clock, conversations, store, presence, router, timers, applyCommand, agents, deskSettings, wait, get, ownerOf, apply, typesOf };
}

const actor = (id: string) => ({ agentId: id, name: id, oversees: false });

describe('routing', () => {
  it('gives out the most urgent first, to who has room, and leaves the rest waiting', async () => {
    const { store, router, wait, ownerOf } = setUp(AUTOMATIC, agent('ana'));
    await store.set('ana', 'available');
    const [low, critical, high] = [await wait('low'), await wait('critical'), await wait('high')];
    await router.route();
    expect(await Promise.all([critical, high, low].map(ownerOf))).toEqual(['ana', 'ana', 'queue']);
  });

  it('leaves the queues of teams that claim alone', async () => {
    const { store, router, wait, ownerOf } = setUp(STANDARD_SETTINGS, agent('ana'));
    await store.set('ana', 'available');
    const id = await wait();
    await router.route();
    expect(await ownerOf(id)).toBe('queue');
  });

  it('brings a contact whose case was not solved back to who had it, also where teams claim', async () => {
    const { store, router, wait, ownerOf, apply, told } = setUp(STANDARD_SETTINGS, agent('zoe'), agent('ana'));
    for (const id of ['ana', 'zoe']) await store.set(id, 'available');
    const id = await wait();
    await apply(id, { type: 'claim', actor: actor('ana') });
    await apply(id, { type: 'resolve', actor: actor('ana'), seenSeq: undefined });
    await apply(id, { type: 'ask-whether-solved', message: { author: { kind: 'assistant' }, kind: 'follow-up', text: '?', locale: 'en', citations: [], choices: [] } });
    await apply(id, {
      type: 'answer-follow-up', solved: false, handoff: { team: 'payments', urgency: 'normal', reason: 'reopened', requestedBy: 'contact', ask: [] },
      message: { author: { kind: 'assistant' }, kind: 'notice', text: 'back', locale: 'en', citations: [], choices: [] },
    });
    await told();
    await router.route();
    expect(await ownerOf(id)).toBe('ana');
  });

  it('gives what somebody released to another, and to nobody where there is none', async () => {
    const { store, router, wait, ownerOf, apply } = setUp(AUTOMATIC, agent('ana'), agent('zoe'));
    await store.set('ana', 'available');
    const id = await wait();
    await router.route();
    await apply(id, { type: 'release', actor: actor('ana') });
    await router.route();
    expect(await ownerOf(id)).toBe('queue');
    await store.set('zoe', 'available');
    await router.route();
    expect(await ownerOf(id)).toBe('zoe');
  });

  it('prefers who knew the contact from an earlier conversation', async () => {
    const { store, router, wait, ownerOf, apply } = setUp(AUTOMATIC, agent('ana', { capacity: 5 }), agent('zoe', { capacity: 5 }));
    const first = await wait('normal', { contactId: 'carla' });
    await apply(first, { type: 'claim', actor: actor('zoe') });
    for (const id of ['ana', 'zoe']) await store.set(id, 'available');
    const second = await wait('normal', { contactId: 'carla' });
    await router.route();
    expect(await ownerOf(second)).toBe('zoe');
  });
});

describe('presence', () => {
  it('gives back at once what an agent had who goes offline, to the head of the queue', async () => {
    const { presence, wait, get, apply, clock, typesOf } = setUp(STANDARD_SETTINGS, agent('ana'));
    const id = await wait();
    const before = (await get(id)).queuedAt;
    await presence.set('ana', 'available');
    await apply(id, { type: 'claim', actor: actor('ana') });
    clock.advance(MINUTE);
    await presence.set('ana', 'offline');
    expect(await get(id)).toMatchObject({ owner: { kind: 'queue', team: 'payments' }, queuedAt: before });
    expect((await typesOf(id)).at(-1)).toBe('conversation.released');
  });

  it('forgives a lost connection for the time that is set, and no longer', async () => {
    const { presence, wait, ownerOf, apply, clock } = setUp(STANDARD_SETTINGS, agent('ana'));
    await presence.set('ana', 'available');
    const id = await wait();
    await apply(id, { type: 'claim', actor: actor('ana') });
    clock.advance(STANDARD_SETTINGS.releaseAfterSeconds * 1000);
    await presence.releaseAbsent();
    expect(await ownerOf(id)).toBe('ana');
    clock.advance(1);
    await presence.releaseAbsent();
    expect(await ownerOf(id)).toBe('queue');
  });

  it('gives agents their time to come back after the server was away', async () => {
    const desk = setUp(STANDARD_SETTINGS, agent('ana'));
    await desk.presence.set('ana', 'available');
    const id = await desk.wait();
    await desk.apply(id, { type: 'claim', actor: actor('ana') });
    desk.clock.advance(60 * MINUTE);
    const restarted = createPresence({
      presence: desk.store, conversations: desk.conversations, applyCommand: desk.applyCommand, deskSettings: desk.deskSettings,
      doorbell: createLocalDoorbell(), isLeader: () => true, clock: desk.clock, logger: silentLogger,
    });
    stops.push(() => { restarted.stop(); });
    await restarted.releaseAbsent();
    expect(await desk.ownerOf(id)).toBe('ana');
    desk.clock.advance(STANDARD_SETTINGS.releaseAfterSeconds * 1000 + 1);
    await restarted.releaseAbsent();
    expect(await desk.ownerOf(id)).toBe('queue');
  });

  it('leaves with an agent what they put aside, and who is away keeps everything', async () => {
    const { presence, wait, ownerOf, apply, clock } = setUp(STANDARD_SETTINGS, agent('ana'), agent('ben'));
    const [aside, kept] = [await wait(), await wait()];
    await apply(aside, { type: 'claim', actor: actor('ana') });
    await apply(aside, { type: 'snooze', actor: actor('ana'), until: clock.now() + MINUTE });
    await apply(kept, { type: 'claim', actor: actor('ben') });
    await presence.set('ben', 'away');
    await presence.set('ana', 'offline');
    expect(await Promise.all([aside, kept].map(ownerOf))).toEqual(['ana', 'ben']);
  });

  it('says whether somebody of a team is there', async () => {
    const { store, agents, deskSettings, clock } = setUp(STANDARD_SETTINGS, agent('ana'), agent('eve', { role: 'editor' }));
    const isStaffed = createIsStaffed({ agents, presence: store, deskSettings, clock });
    await store.set('eve', 'available');
    expect(await isStaffed('payments')).toBe(false);
    await store.set('ana', 'available');
    clock.advance(1_000);
    expect(await isStaffed('payments')).toBe(true);
    expect(await isStaffed('fraud')).toBe(false);
    await store.set('ana', 'away');
    clock.advance(1_000);
    expect(await isStaffed('payments')).toBe(false);
  });
});

describe('what time makes happen', () => {
  it('warns of a deadline and says when it passed, once each', async () => {
    const { clock, timers, wait, typesOf } = setUp(STANDARD_SETTINGS);
    const id = await wait('critical');
    for (let minute = 0; minute < 7; minute++) {
      clock.advance(MINUTE);
      await timers.run();
    }
    expect((await typesOf(id)).filter((type) => type.startsWith('sla.'))).toEqual(['sla.warned', 'sla.breached']);
  });

  it('says once that the resolution is late, however often its clock stands still after that', async () => {
    const { clock, timers, wait, apply, typesOf } = setUp(STANDARD_SETTINGS);
    const id = await wait('critical');
    await apply(id, { type: 'claim', actor: actor('ana') });
    for (let day = 0; day < 3; day++) {
      clock.advance(24 * 60 * MINUTE);
      await timers.run();
      await apply(id, { type: 'reply', actor: actor('ana'), message: { author: { kind: 'agent', agentId: 'ana', name: 'ana' }, kind: 'reply', text: 'hello', locale: 'en', citations: [], choices: [], clientMessageId: uuidv7() } });
      await apply(id, { type: 'receive', message: { clientMessageId: uuidv7(), text: 'still' } });
      await timers.run();
    }
    const breaches = (await typesOf(id)).filter((type) => type === 'sla.breached');
    // The first response, and then the resolution and each next response.
    expect(breaches.length).toBeLessThanOrEqual(1 + 1 + 2);
  });

  it('brings back what was put aside', async () => {
    const { clock, timers, wait, get, apply } = setUp(STANDARD_SETTINGS);
    const id = await wait();
    await apply(id, { type: 'claim', actor: actor('ana') });
    await apply(id, { type: 'snooze', actor: actor('ana'), until: clock.now() + MINUTE });
    clock.advance(MINUTE - 1);
    await timers.run();
    expect((await get(id)).snoozedUntil).not.toBeNull();
    clock.advance(1);
    await timers.run();
    expect((await get(id)).snoozedUntil).toBeNull();
  });

  it('asks a day later whether it was solved, and only once', async () => {
    const { clock, timers, wait, apply, typesOf } = setUp(STANDARD_SETTINGS);
    const id = await wait();
    await apply(id, { type: 'claim', actor: actor('ana') });
    await apply(id, { type: 'resolve', actor: actor('ana'), seenSeq: undefined });
    clock.advance(24 * 60 * MINUTE);
    await timers.run();
    await timers.run();
    expect((await typesOf(id)).slice(-2)).toEqual(['conversation.resolved', 'message.sent']);
  });

  it('settles what the assistant answered and nobody went on with, as confirmed where the contact said so', async () => {
    const { clock, timers, wait, get, apply } = setUp(STANDARD_SETTINGS);
    const [assumed, confirmed] = [await wait(), await wait()];
    for (const id of [assumed, confirmed]) {
      await apply(id, { type: 'claim', actor: actor('ana') });
      await apply(id, { type: 'return', actor: actor('ana'), seenSeq: undefined });
    }

    clock.advance(25 * 60 * MINUTE);
    await timers.run();
    expect(await get(assumed)).toMatchObject({ status: 'resolved', resolvedBy: 'assistant', basis: 'assumed' });
  });
});

describe('taking the next', () => {
  it('gives many who press at once each another, the most urgent first', async () => {
    const { conversations, applyCommand, wait, get } = setUp(STANDARD_SETTINGS);
    const claimNext = createClaimNext({ conversations, applyCommand, ensurePresent: () => Promise.resolve() });
    for (const urgency of ['low', 'critical', 'normal', 'high', 'normal'] as const) await wait(urgency);
    const taken = await Promise.all(Array.from({ length: 8 }, (_, index) => claimNext(agent(`agent-${index}`))));
    const ids = taken.flatMap((one) => (one ? [one.conversationId] : []));
    expect(new Set(ids).size).toBe(5);
    expect(taken.slice(5)).toEqual([null, null, null]);
    expect(await Promise.all(ids.map(async (id) => (await get(id)).urgency))).toEqual(['critical', 'high', 'normal', 'normal', 'low']);
  });

  it('passes over the queues of other teams', async () => {
    const { conversations, applyCommand, wait } = setUp(STANDARD_SETTINGS);
    await wait('critical');
    expect(await createClaimNext({ conversations, applyCommand, ensurePresent: () => Promise.resolve() })(agent('ana', { teams: ['fraud'] }))).toBeNull();
  });
});
