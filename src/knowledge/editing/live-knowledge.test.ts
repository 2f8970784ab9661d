import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManualClock } from '../../../test/fakes/manual-clock.ts';
import { createRecordingLogger } from '../../../test/fakes/recording-logger.ts';
import { smallKnowledge } from '../../../test/fixtures/small-knowledge.ts';
import { openSqliteStorage } from '../../adapters/storage/sqlite.ts';
import { createLocalDoorbell } from '../../adapters/system/doorbell.ts';
import type { Publication, Storage } from '../../ports.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { assembleKnowledgeBase } from '../load-knowledge-base.ts';
import type { Search } from '../search/create-search.ts';
import { openLiveKnowledge, type KnowledgeSource, type LiveKnowledge } from './live-knowledge.ts';

const EN = 'articles/deposit-late/en.md';
const textOf = (path: string): string => smallKnowledge().get(path) ?? '';

/** A search that knows what it was learned from. */
const searchOf = (base: KnowledgeBase): Search => ({
  rank: () => Promise.resolve({ articles: [...base.articles.keys()].map((articleId) => ({ articleId, score: 0.2 })), readings: [] }),
} as Partial<Search> as Search);

describe('the published knowledge of a process', () => {
  let folder: string;
  let storage: Storage;
  let opened: LiveKnowledge[];
  const doorbell = createLocalDoorbell();
  const logger = createRecordingLogger();
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-'));
    storage = await openSqliteStorage({ folder, clock: createManualClock(), exclusive: true });
    opened = [];
  });
  afterEach(async () => {
    for (const live of opened) live.stop();
    await storage.close();
    await rm(folder, { recursive: true });
  });

  async function open(learn: KnowledgeSource['learn'] = (base) => Promise.resolve(searchOf(base))): Promise<LiveKnowledge> {
    const texts = smallKnowledge();
    const live = await openLiveKnowledge({ documents: storage.documents, source: { base: assembleKnowledgeBase(parseKnowledgeFiles('', texts)), texts, learn }, doorbell, logger });
    opened.push(live);
    return live;
  }
  async function publish(path: string, text: string | null): Promise<Publication> {
    const from = (await storage.documents.readPublished(0)).documents.get(path)?.number ?? 0;
    const made = await storage.documents.publish({ kind: 'publish', editor: { id: null, name: 'x' }, note: '', changes: [{ path, text, from, draftVersion: null }] });
    if (made === 'conflict') throw new Error('a conflict');
    return made;
  }
  const titleOf = (live: LiveKnowledge): string | undefined => live.current().base.articles.get('deposit-late')?.translations.en?.title;

  it('publishes the folder where nothing was published, once', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect([one.published().version, two.published().version]).toEqual([1, 1]);
    expect([...one.published().documents.keys()].sort()).toEqual([...smallKnowledge().keys()].filter((path) => /^articles|^categories|^exchange/.test(path)).sort());
    expect((await storage.documents.listPublications(null, 9)).map(({ kind }) => kind)).toEqual(['seed']);
  });

  it('uses new texts at once, and ranks by them when they are learned', async () => {
    const learning: { base: KnowledgeBase; finish: (search: Search) => void }[] = [];
    const live = await open((base) => (learning.length === 0 && !opened[0] ? Promise.resolve(searchOf(base)) : new Promise((finish) => { learning.push({ base, finish }); })));
    const before = live.current();
    await publish(EN, textOf(EN).replaceAll('My deposit is late', 'Where is my deposit'));
    await live.refresh();
    expect(titleOf(live)).toBe('Where is my deposit');
    expect(before.base.articles.get('deposit-late')?.translations.en?.title).toBe('My deposit is late');
    expect((await live.current().search.rank('where is my deposit', 'en')).articles[0]?.articleId).toBe('deposit-late');
    for (const path of smallKnowledge().keys()) if (path.startsWith('articles/deposit-fees/')) await publish(path, null);
    await live.refresh();
    expect((await live.current().search.rank('fees', 'en')).articles.map(({ articleId }) => articleId)).not.toContain('deposit-fees');
    learning[0]?.finish(searchOf(learning[0].base));
    await new Promise(setImmediate);
    learning[1]?.finish(searchOf(learning[1].base));
    await live.learned();
    expect(learning.at(-1)?.base).toBe(live.current().base);
  });

  it('follows what other processes publish, when it is told', async () => {
    const live = await open();
    await publish('exchange.yaml', textOf('exchange.yaml').replace('Example Exchange', 'Nova'));
    expect(live.current().base.exchange['name']).toBe('Example Exchange');
    doorbell.signal({ type: 'knowledge' });
    await live.refresh();
    expect(live.current().base.exchange['name']).toBe('Nova');
    expect(live.published().version).toBe(2);
  });

  it('goes on with what it has where what is published cannot be used, and where it cannot be learned', async () => {
    const live = await open((base, previous) => (previous ? Promise.reject(new Error('no memory')) : Promise.resolve(searchOf(base))));
    await publish(EN, textOf(EN).replaceAll('My deposit is late', 'Where is my deposit'));
    await live.refresh();
    await live.learned();
    expect(titleOf(live)).toBe('Where is my deposit');
    expect(logger.lines.at(-1)).toContain('what was published could not be learned');
    await publish(EN, 'no front matter');
    await live.refresh();
    await live.refresh();
    expect(titleOf(live)).toBe('Where is my deposit');
    expect(logger.lines.filter((line) => line.includes('what was published cannot be used'))).toHaveLength(1);
    await publish(EN, textOf(EN));
    await live.refresh();
    expect(titleOf(live)).toBe('My deposit is late');
  });

  it('opens with what was published, not with the folder', async () => {
    (await open()).stop();
    await publish(EN, textOf(EN).replaceAll('My deposit is late', 'Where is my deposit'));
    for (const path of smallKnowledge().keys()) if (path.startsWith('articles/deposit-fees/')) await publish(path, null);
    const live = await open();
    expect(titleOf(live)).toBe('Where is my deposit');
    expect([...live.current().base.articles.keys()]).toEqual(['deposit-late', 'security-lost-2fa']);
  });
});
