import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openSqliteStorage } from '../../src/adapters/storage/sqlite.ts';
import { createLocalDoorbell } from '../../src/adapters/system/doorbell.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { createApp, type App, type AppParts } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import { STANDARD_CAPACITY } from '../../src/domain/agent.ts';
import { needsSecondFactor, type Role } from '../../src/domain/roles.ts';
import { TEAMS, type Team } from '../../src/domain/teams.ts';
import type { KnowledgeSource } from '../../src/knowledge/editing/live-knowledge.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { rankInBetween } from '../../src/knowledge/search/rank-in-between.ts';
import { openKnowledgeSource } from '../../src/open-knowledge.ts';
import type { Storage } from '../../src/ports.ts';
import { readPhrases } from '../../src/read-phrases.ts';
import { hashPassword } from '../../src/server/authentication/password.ts';
import { enrolForTests } from '../clients/sign-in.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { root, TEST_CACHE } from '../test-cache.ts';

export const PASSWORD = 'correct horse battery';

export interface RunningDesk {
  readonly url: string;
  /** Where its database is. */
  readonly folder: string;
  readonly app: App;
  readonly storage: Storage;
  /** With a second factor where the role asks for one, which `signIn` of test/clients answers. */
  createAgent(email: string, options?: { role?: Role; teams?: readonly Team[] }): Promise<{ id: string; email: string; password: string }>;
  /** Stops and serves again on the same port, from the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

let shipped: Promise<KnowledgeSource & Knowledge> | undefined;

/** The shipped articles as the tests have them learned; it takes seconds, so that the desks of a test share them. */
export function openShippedKnowledge(): Promise<KnowledgeSource & Knowledge> {
  shipped ??= openKnowledgeSource({ folder: join(root, 'knowledge-base'), cacheFolder: TEST_CACHE, logger: silentLogger })
    .then(async (source) => {
      const search = await source.learn(source.base, undefined);
      // What a test publishes is recognised by its words and never learned: that takes seconds, and belongs in no other test's cache.
      return { ...source, search, learn: (base) => Promise.resolve(rankInBetween(search, source.base, base)) };
    });
  return shipped;
}

/** Knowledge that a test put together, which no publication changes. */
function asSource(knowledge: Knowledge): KnowledgeSource {
  return { ...knowledge, texts: new Map(), learn: () => Promise.resolve(knowledge.search) };
}

/** The whole product in this process: real storage, real articles, real sockets, on a free port. */
export async function startDesk(overrides?: AppParts['overrides'], given: Partial<Pick<AppParts, 'languageModel' | 'logger' | 'clock'> & { readonly knowledge: Knowledge; readonly config: Partial<Config> }> = {}): Promise<RunningDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-'));
  const knowledge = given.knowledge ? asSource(given.knowledge) : await openShippedKnowledge();
  const clock = given.clock ?? systemClock;
  const phrases = await readPhrases();
  let port = 0;

  async function open(): Promise<{ app: App; storage: Storage }> {
    const storage = await openSqliteStorage({ folder, clock, exclusive: true });
    const app = await createApp({
      config: { host: '127.0.0.1', port, publicUrl: 'http://127.0.0.1', dataDir: folder, cacheDir: TEST_CACHE, knowledgeDir: '', logLevel: 'silent', ...given.config },
      version: '0.0.0', storage, doorbell: createLocalDoorbell(), knowledge, phrases, clock, logger: given.logger ?? silentLogger, webDir: join(root, 'dist/web'),
      ...(given.languageModel && { languageModel: given.languageModel }),
      ...(overrides ? { overrides } : {}),
    });
    port = await app.start();
    return { app, storage };
  }

  let running = await open();
  return {
    folder,
    get url() { return `http://127.0.0.1:${port}`; },
    get app() { return running.app; },
    get storage() { return running.storage; },
    async createAgent(email, { role = 'agent', teams = TEAMS } = {}) {
      const agent = { id: uuidv7(), email, name: email.split('@')[0] ?? email, role, teams, locales: ['en'] as const, level: 1 as const, capacity: STANDARD_CAPACITY, active: true, createdAt: systemClock.now() };
      await running.storage.agents.create(agent, await hashPassword(PASSWORD));
      if (needsSecondFactor(role)) await enrolForTests(running.storage.factors, agent.id);
      return { id: agent.id, email, password: PASSWORD };
    },
    async restart() {
      await running.app.dispose();
      running = await open();
    },
    async stop() {
      await running.app.dispose();
      await rm(folder, { recursive: true });
    },
  };
}
