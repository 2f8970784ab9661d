import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Agent } from '../../src/domain/agent.ts';
import type { AgentStore, Clock, SessionStore, SettingStore, StoredSession } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedStores {
  readonly agents: AgentStore;
  readonly sessions: SessionStore;
  readonly settings: SettingStore;
  close(): Promise<void>;
}

const ana = (email = 'Ana@exchange.example', name = 'Ana'): Agent => ({
  id: uuidv7(), email, name, role: 'agent', teams: ['security', 'fraud'], locales: ['en', 'zh-CN'], level: 2, capacity: 4, active: true, createdAt: 1,
});

const session = (id: string, agentId: string, expiresAt: number): StoredSession => ({
  id, agentId, expiresAt, openedAt: expiresAt - 1_000, seenAt: expiresAt - 1_000, provedAt: expiresAt - 1_000, proof: null, address: '192.0.2.1', device: 'Firefox 140 · macOS',
});

/** What every implementation of AgentStore, SessionStore and SettingStore must do. */
export function describeAgentStore(name: string, open: (clock: Clock) => Promise<OpenedStores>): void {
  describe(`agent store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedStores;
    beforeEach(async () => { opened = await open(clock); });
    afterEach(() => opened.close());

    it('finds an agent by e-mail in any letter case, and by id', async () => {
      const agent = ana();
      await opened.agents.create(agent, 'hash');
      expect(await opened.agents.findByEmail('ANA@EXCHANGE.example')).toEqual({ agent, passwordHash: 'hash' });
      expect(await opened.agents.get(agent.id)).toEqual(agent);
      expect(await opened.agents.findByEmail('ben@exchange.example')).toBeUndefined();
      expect(await opened.agents.get('nobody')).toBeUndefined();
    });

    it('refuses a second agent with the same e-mail and names the field', async () => {
      await opened.agents.create(ana(), 'hash');
      await expect(opened.agents.create(ana('ana@EXCHANGE.example'), 'other')).rejects.toMatchObject({ code: 'conflict', field: 'email' });
      expect(await opened.agents.count()).toBe(1);
    });

    it('lists agents by name', async () => {
      await opened.agents.create(ana('b@x.example', 'Ben'), 'hash');
      await opened.agents.create(ana('a@x.example', 'Ana'), 'hash');
      expect((await opened.agents.list()).map((agent) => agent.name)).toEqual(['Ana', 'Ben']);
    });

    it('lets the invitation create the first administrator once', async () => {
      await opened.agents.setInvitation('old');
      await opened.agents.setInvitation('invitation');
      expect(await opened.agents.createFirst(ana(), 'hash', 'old')).toBe('already-set-up');
      const outcomes = await Promise.all(['a@x.example', 'b@x.example'].map((email) => opened.agents.createFirst(ana(email), 'hash', 'invitation')));
      expect(outcomes.sort()).toEqual(['already-set-up', 'created']);
      expect(await opened.agents.count()).toBe(1);
    });

    it('keeps no invitation alive once there is an agent', async () => {
      await opened.agents.create(ana(), 'hash');
      await opened.agents.setInvitation('late');
      expect(await opened.agents.createFirst(ana('eve@x.example'), 'hash', 'late')).toBe('already-set-up');
    });

    it('changes an agent, and refuses an e-mail that is taken', async () => {
      const agent = ana();
      await opened.agents.create(agent, 'hash');
      await opened.agents.create(ana('ben@x.example', 'Ben'), 'hash');
      const changed: Agent = { ...agent, name: 'Anna', email: 'ANNA@x.example', teams: [], locales: ['fr'], level: 3, capacity: 1 };
      await opened.agents.update(changed);
      expect(await opened.agents.findByEmail('anna@x.example')).toEqual({ agent: changed, passwordHash: 'hash' });
      expect(await opened.agents.findByEmail(agent.email)).toBeUndefined();
      await expect(opened.agents.update({ ...changed, email: 'BEN@x.example' })).rejects.toMatchObject({ code: 'conflict', field: 'email' });
      await expect(opened.agents.update({ ...changed, id: 'nobody', email: 'nobody@x.example' })).rejects.toMatchObject({ code: 'not-found' });
      expect(await opened.agents.get(agent.id)).toEqual(changed);
    });

    it('never loses the last active administrator, also where two take the role from each other', async () => {
      const admins = [{ ...ana('a@x.example'), role: 'admin' as const }, { ...ana('b@x.example'), role: 'admin' as const }];
      for (const admin of admins) await opened.agents.create(admin, 'hash');
      const outcomes = await Promise.allSettled([
        opened.agents.update({ ...admins[0]!, role: 'agent' }),
        opened.agents.update({ ...admins[1]!, active: false }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict', field: 'role' } });
      expect((await opened.agents.list()).filter(({ role, active }) => role === 'admin' && active)).toHaveLength(1);
    });

    it('closes the sessions of who leaves, and of whose password is set anew, and nobody else\'s', async () => {
      const [leaver, changer, other] = [ana('a@x.example'), ana('b@x.example'), ana('c@x.example')] as const;
      for (const agent of [leaver, changer, other]) {
        await opened.agents.create(agent, 'hash');
        await opened.sessions.open(session(`token of ${agent.id}`, agent.id, clock.now() + 1_000));
      }
      await opened.agents.update({ ...leaver, active: false });
      await opened.agents.setPassword(changer.id, 'another');
      expect(await opened.sessions.find(`token of ${leaver.id}`)).toBeUndefined();
      expect(await opened.sessions.find(`token of ${changer.id}`)).toBeUndefined();
      expect(await opened.sessions.find(`token of ${other.id}`)).toBeDefined();
      expect(await opened.agents.findByEmail(changer.email)).toMatchObject({ passwordHash: 'another' });
      await expect(opened.agents.setPassword('nobody', 'hash')).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  describe(`session store: ${name}`, () => {
    const clock = createManualClock();
    let sessions: SessionStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      const opened = await open(clock);
      ({ sessions } = opened);
      close = () => opened.close();
    });
    afterEach(() => close());

    it('opens, finds and closes sessions, and forgets those that are over', async () => {
      const over = session('token', 'ana', clock.now() + 1_000);
      await sessions.open(over);
      expect(await sessions.find('token')).toEqual(over);
      clock.advance(2_000);
      await sessions.open(session('other', 'ana', clock.now() + 1_000));
      expect(await sessions.find('token')).toBeUndefined();
      expect(await sessions.close('ben', 'other')).toBe(false);
      expect(await sessions.close('ana', 'other')).toBe(true);
      expect(await sessions.close('ana', 'other')).toBe(false);
      expect(await sessions.find('other')).toBeUndefined();
    });

    it('lists an agent\'s sessions by when they were last used, and keeps what was proved', async () => {
      const until = clock.now() + 100_000;
      for (const [id, agentId] of [['one', 'ana'], ['two', 'ana'], ['three', 'ben']] as const) await sessions.open(session(id, agentId, until));
      await sessions.see('one', until - 10);
      expect((await sessions.list('ana')).map(({ id }) => id)).toEqual(['one', 'two']);
      await sessions.prove('two', 'totp', until - 5);
      await sessions.prove('two', null, until - 4);
      expect((await sessions.list('ana'))[0]).toMatchObject({ id: 'two', proof: 'totp', provedAt: until - 4, seenAt: until - 4 });
    });

    it('closes all of an agent\'s sessions but one, or all', async () => {
      for (const [id, agentId] of [['one', 'ana'], ['two', 'ana'], ['three', 'ben']] as const) await sessions.open(session(id, agentId, clock.now() + 1_000));
      expect(await sessions.closeOthers('ana', 'two')).toBe(1);
      expect(await sessions.find('one')).toBeUndefined();
      expect(await sessions.closeOthers('ana', null)).toBe(1);
      expect(await sessions.find('three')).toBeDefined();
    });
  });

  describe(`setting store: ${name}`, () => {
    it('gives everybody the value that was stored first', async () => {
      const opened = await open(createManualClock());
      const values = await Promise.all(['one', 'two', 'three'].map((initial) => opened.settings.getOrSet('key', initial)));
      expect(new Set(values).size).toBe(1);
      expect(await opened.settings.getOrSet('key', 'late')).toBe(values[0]);
      await opened.close();
    });
  });
}
