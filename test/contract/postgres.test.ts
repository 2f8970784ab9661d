import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTcpProxy } from '../../faults/tcp-proxy.ts';
import { openPostgresStorage, openPool } from '../../src/adapters/storage/postgres.ts';
import { openSharedClock } from '../../src/adapters/storage/shared-clock.ts';
import { openPostgresDoorbell } from '../../src/adapters/system/postgres-doorbell.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import type { Clock, Storage } from '../../src/ports.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { describeOnPostgres, startPostgres, type PostgresServer } from '../postgres/start-postgres.ts';
import { describeAgentStore } from './agent-store.contract.ts';
import { describeAuditStore } from './audit-store.contract.ts';
import { describeAttachmentStore } from './attachment-store.contract.ts';
import { describeConversationSearch } from './conversation-search.contract.ts';
import { describeConversationStore } from './conversation-store.contract.ts';
import { describeDeskSettingsStore } from './desk-settings-store.contract.ts';
import { describeAttemptStore } from './attempt-store.contract.ts';
import { describeDocumentStore } from './document-store.contract.ts';
import { describeDoorbell } from './doorbell.contract.ts';
import { describeFactorStore } from './factor-store.contract.ts';
import { describeGoldenStore } from './golden-store.contract.ts';
import { describeHelpVoteStore } from './help-vote-store.contract.ts';
import { describeMacroStore } from './macro-store.contract.ts';
import { describePresenceStore } from './presence-store.contract.ts';
import { describeQuestionStore } from './question-store.contract.ts';
import { describeReadMarkStore } from './read-mark-store.contract.ts';
import { describeReviewStore } from './review-store.contract.ts';
import { describeStretchStore } from './stretch-store.contract.ts';

describeOnPostgres('on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => { server = await startPostgres(); }, 60_000);
  afterAll(() => server.stop());

  const settings = { poolSize: 4, statementTimeoutMs: 10_000, logger: silentLogger };
  const open = async (clock: Clock): Promise<Storage> => openPostgresStorage({ ...settings, url: await server.createDatabase(), clock });

  describeConversationStore('PostgreSQL', async (clock) => {
    const storage = await open(clock);
    return { conversations: storage.conversations, close: () => storage.close() };
  });

  describeConversationSearch('PostgreSQL', async (clock) => open(clock));

  describeAgentStore('PostgreSQL', open);

  describeFactorStore('PostgreSQL', open);

  describeAttachmentStore('PostgreSQL', open);

  describeAuditStore('PostgreSQL', async (clock) => {
    const url = await server.createDatabase();
    const [storage, intruder] = [await openPostgresStorage({ ...settings, url, clock }), openPool({ ...settings, url })];
    return {
      audit: storage.audit,
      async tamper(statement) { await intruder.query(statement === 'drop triggers' ? 'drop trigger audit_is_append_only on audit' : statement); },
      async close() {
        await intruder.end();
        await storage.close();
      },
    };
  });

  describeDocumentStore('PostgreSQL', open);
  describeMacroStore('PostgreSQL', open);
  describePresenceStore('PostgreSQL', open);
  describeQuestionStore('PostgreSQL', open);
  describeReadMarkStore('PostgreSQL', open);
  describeStretchStore('PostgreSQL', open);
  describeReviewStore('PostgreSQL', open);
  describeGoldenStore('PostgreSQL', open);
  describeHelpVoteStore('PostgreSQL', open);
  describeAttemptStore('PostgreSQL', open);

  describeDeskSettingsStore('PostgreSQL', async (clock) => {
    const url = await server.createDatabase();
    const opened = [await openPostgresStorage({ ...settings, url, clock })];
    return {
      deskSettings: opened[0]!.deskSettings,
      async openAnother() {
        const another = await openPostgresStorage({ ...settings, url, clock });
        opened.push(another);
        return another.deskSettings;
      },
      async close() { for (const storage of opened) await storage.close(); },
    };
  });

  it('notices a line to the database that died without a word, and hears again after telling of the gap', async () => {
    const url = new URL(await server.createDatabase());
    const proxy = await openTcpProxy({ host: url.hostname, port: Number(url.port) });
    const pool = openPool({ ...settings, url: url.href });
    const here = await openPostgresDoorbell({ url: url.href, pool, logger: silentLogger });
    url.port = String(proxy.port);
    const there = await openPostgresDoorbell({ url: url.href, pool, logger: silentLogger, beatMs: 50 });
    proxy.swallow();
    const gap = new Promise<void>((resolve) => { there.onGap(resolve); });
    proxy.pass();
    await gap;
    const heard = new Promise((resolve) => { there.onRing(resolve); });
    here.ring({ conversationId: '1', contactId: 'c' });
    expect(await heard).toEqual({ conversationId: '1', contactId: 'c' });
    await Promise.all([here.close(), there.close()]);
    await pool.end();
    await proxy.close();
  });

  it('gives up a statement over a line that died without a word, says that it can be tried again, and goes on', async () => {
    const url = new URL(await server.createDatabase());
    const proxy = await openTcpProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(proxy.port);
    const storage = await openPostgresStorage({ ...settings, statementTimeoutMs: 500, url: url.href, clock: systemClock });
    const lost = storage.agents.count();
    proxy.swallow();
    proxy.pass();
    await lost.catch((error: unknown) => { expect(error).toMatchObject({ code: 'unavailable', retryAfter: 2 }); });
    await expect(storage.agents.count()).resolves.toBe(0);
    await storage.close();
    await proxy.close();
  });

  it('tells all processes one time, whatever their own clocks say', async () => {
    const pool = openPool({ ...settings, url: await server.createDatabase() });
    const clock = await openSharedClock({ pool, logger: silentLogger });
    const { rows: [row] } = await pool.query<{ now: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as now');
    expect(Math.abs(clock.now() - (row?.now ?? 0))).toBeLessThan(5_000);
    clock.stop();
    await pool.end();
  });

  describeDoorbell('PostgreSQL', async () => {
    const url = await server.createDatabase();
    const pool = openPool({ ...settings, url });
    const [here, there] = await Promise.all([openPostgresDoorbell({ url, pool, logger: silentLogger }), openPostgresDoorbell({ url, pool, logger: silentLogger })]);
    return {
      here, there,
      // Notifications come in the order of their commits: after the marker, all before it have been heard.
      settle: () => new Promise<void>((resolve) => {
        const stop = there.onSignal((signal) => {
          if (signal.type !== 'configuration') return;
          stop();
          resolve();
        });
        here.signal({ type: 'configuration' });
      }),
      async close() {
        await Promise.all([here.close(), there.close()]);
        await pool.end();
      },
    };
  });
});
