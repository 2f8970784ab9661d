import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openStorage } from '../../src/open-storage.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { STANDARD_CAPACITY } from '../../src/domain/agent.ts';
import { STANDARD_SETTINGS } from '../../src/domain/desk-settings.ts';
import { TEAMS } from '../../src/domain/teams.ts';
import type { Doorbell, Storage } from '../../src/ports.ts';
import { hashPassword } from '../../src/server/authentication/password.ts';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk } from '../clients/desk-client.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { describeOnPostgres, startPostgres, type PostgresServer } from '../postgres/start-postgres.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

const PASSWORD = 'correct horse battery';

describeOnPostgres('two processes on one database', () => {
  let database: PostgresServer;
  let environment: Record<string, string>;
  let folder: string;
  let one: ServerProcess;
  let other: ServerProcess;
  let storage: Storage;
  let doorbell: Doorbell;

  beforeAll(async () => {
    database = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'vigil-two-'));
    const url = await database.createDatabase();
    environment = { DATABASE_URL: url, DATA_DIR: folder };
    // Both at once: one migrates, the other waits for it.
    [one, other] = await Promise.all([startServerProcess(environment), startServerProcess(environment)]);
    ({ storage, doorbell } = await openStorage({ database: { url, poolSize: 2, statementTimeoutMs: 10_000 }, dataDir: folder }, { clock: systemClock, logger: silentLogger, serves: false }));
    for (const name of ['ana', 'ben']) {
      await storage.agents.create({
        id: uuidv7(), email: `${name}@exchange.example`, name, role: 'agent', teams: TEAMS, locales: ['en'], level: 1, capacity: STANDARD_CAPACITY, active: true, createdAt: 1,
      }, await hashPassword(PASSWORD));
    }
  }, 120_000);

  afterAll(async () => {
    await Promise.all([one.kill('SIGTERM'), other.kill('SIGTERM')]);
    await doorbell.close();
    await storage.close();
    await database.stop();
    await rm(folder, { recursive: true });
  }, 60_000);

  it('let a contact on one talk with an agent on the other', async () => {
    const contact = await connectContact(one.url);
    const { conversationId } = await contact.send('I want to talk to a person', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    const ana = await connectDesk(other.url, { email: 'ana@exchange.example', password: PASSWORD });
    ana.sendFrame({ type: 'follow', conversationId, after: 0 });
    expect((await ana.command(conversationId, { type: 'claim' })).type).toBe('ack');
    expect((await ana.command(conversationId, { type: 'reply', clientMessageId: uuidv7(), text: 'Hello, I am Ana.' })).type).toBe('ack');
    const reply = await contact.waitForEvent('message.sent', ({ data }) => data.text === 'Hello, I am Ana.');
    expect(reply.seq).toBeGreaterThan(0);
    await contact.send('Thank you, my withdrawal is stuck');
    await ana.waitForFrame((frame) => frame.type === 'events' && frame.events.some((event) => event.type === 'message.received' && String(event.data['text']).startsWith('Thank you')));
    contact.close();
    ana.close();
  });

  it('give a conversation to exactly one of two agents who claim on both at once', async () => {
    const contact = await connectContact(one.url);
    const { conversationId } = await contact.send('A person, please', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    const desks = await Promise.all([connectDesk(one.url, { email: 'ana@exchange.example', password: PASSWORD }), connectDesk(other.url, { email: 'ben@exchange.example', password: PASSWORD })]);
    const answers = await Promise.all(desks.map((desk) => desk.command(conversationId, { type: 'claim' })));
    expect(answers.map(({ type }) => type).sort()).toEqual(['ack', 'error']);
    for (const client of [contact, ...desks]) client.close();
  });

  it('show each other who is there, and run by settings that the other saved', async () => {
    const ana = await connectDesk(one.url, { email: 'ana@exchange.example', password: PASSWORD });
    const ben = await connectDesk(other.url, { email: 'ben@exchange.example', password: PASSWORD });
    ana.sendFrame({ type: 'presence', status: 'away' });
    await ben.waitForFrame((frame) => frame.type === 'presence' && Object.values(frame.agents).includes('away'));
    ana.sendFrame({ type: 'presence', status: 'available' });
    expect(await storage.deskSettings.save({ ...STANDARD_SETTINGS, followUpHours: 48 }, 0)).toMatchObject({ version: 1 });
    expect(await storage.deskSettings.save(STANDARD_SETTINGS, 0)).toBe('conflict');
    for (const desk of [ana, ben]) desk.close();
  });

  it('lose nothing when the one that a contact is on is killed', async () => {
    const contact = await connectContact(one.url);
    const { conversationId } = await contact.send('what are the trading fees');
    const { token } = contact;
    await one.kill('SIGKILL');
    const again = await connectContact(other.url, { token, conversationId, cursor: 0 });
    await again.waitForEvent('message.received');
    await again.waitForEvent('message.sent');
    expect((await again.send('and how long does a withdrawal take?')).conversationId).toBe(conversationId);
    again.close();
    one = await startServerProcess(environment);
  }, 90_000);
});
