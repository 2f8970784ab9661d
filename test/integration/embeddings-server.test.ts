import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbedder } from '../../src/adapters/embedders/open-embedder.ts';
import { createVectorIndexes } from '../../src/adapters/vector-index/hnswlib.ts';
import { parseKnowledgeFiles } from '../../src/knowledge/files/parse-knowledge-files.ts';
import { assembleKnowledgeBase } from '../../src/knowledge/load-knowledge-base.ts';
import { createSearch, type Search } from '../../src/knowledge/search/create-search.ts';
import { buildInline } from '../../src/knowledge/search/locale-index/index-builder.ts';
import type { VectorIndexes } from '../../src/ports.ts';
import { startEmbeddingsServer, type EmbeddingsServerFake } from '../fakes/embeddings-server.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { smallKnowledge } from '../fixtures/small-knowledge.ts';

const LIMITS = { probeMs: 20_000, queryMs: 20_000, passagesMs: 20_000, retryMs: 0 };
const KEY = 'sk-very-secret';
const noVectors: VectorIndexes = { open: (_name, vectors) => Promise.resolve({ size: vectors.length, search: () => [] }) };

describe('the search with an embeddings server', () => {
  let folder: string;
  let server: EmbeddingsServerFake;
  let logger: ReturnType<typeof createRecordingLogger>;
  let clock: ReturnType<typeof createManualClock>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-embeddings-'));
    server = await startEmbeddingsServer();
    logger = createRecordingLogger();
    clock = createManualClock();
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
    expect(logger.lines.join()).not.toContain(KEY);
  });

  async function open({ texts = smallKnowledge(), limits = LIMITS, vectorIndexes }: { texts?: Map<string, string>; limits?: typeof LIMITS; vectorIndexes?: VectorIndexes } = {}): Promise<Search> {
    const embedders = await openEmbedder({ baseUrl: server.url, model: 'fake', apiKey: KEY }, { clock, logger, limits });
    return createSearch({
      knowledgeBase: assembleKnowledgeBase(parseKnowledgeFiles('kb', texts)), ...embedders, cacheFolder: folder, logger, build: buildInline,
      vectorIndexes: vectorIndexes ?? await createVectorIndexes({ folder, logger }),
    });
  }
  const firstArticle = async (search: Search) => (await search.rank('bitcoin deposit where?', 'en')).articles[0]?.articleId;
  const textsSent = () => server.requests.flatMap(({ body }) => body.input);
  const warnings = () => logger.lines.filter((line) => line.startsWith('warn'));

  it('ranks by the vectors of the server', async () => {
    const search = await open();
    server.set('normal');
    expect(await firstArticle(search)).toBe('deposit-late');
    expect(textsSent()).toEqual(['bitcoin deposit where?']);
    expect(warnings()).toEqual([]);
  });

  it('embeds nothing again that has not changed', async () => {
    await open();
    server.set('normal');
    await open();
    expect(textsSent()).toEqual(['deposit']); // the probe
  });

  it('embeds only the questions of the article that changed', async () => {
    await open();
    server.set('normal');
    const texts = smallKnowledge();
    const path = 'articles/deposit-late/de.md';
    texts.set(path, texts.get(path)!.replace('einzahlung kommt nicht an', 'geld ist verschollen'));
    await open({ texts });
    expect(textsSent()).toEqual(['deposit', 'Meine Einzahlung fehlt', 'geld ist verschollen', 'habe usdt geschickt und mein guthaben ist null', 'wo ist meine bitcoin einzahlung']);
  });

  it('ranks without vectors while the server is down, says so once, and is left alone after three failures', async () => {
    const expected = await (await open({ vectorIndexes: noVectors })).rank('bitcoin deposit where?', 'en');
    const search = await open();
    server.set('failing');
    for (let i = 0; i < 5; i++) expect(await search.rank('bitcoin deposit where?', 'en')).toEqual(expected);
    expect(server.requests).toHaveLength(3);
    expect(warnings()).toEqual([expect.stringMatching(/ranking goes on without vectors .*EMBEDDINGS_BASE_URL=.*it answered 500/)]);
  });

  it('ranks by vectors again once the server answers', async () => {
    const search = await open();
    const expected = await search.rank('bitcoin deposit where?', 'en');
    server.set('drop', { times: 3 });
    for (let i = 0; i < 3; i++) await search.rank('bitcoin deposit where?', 'en');
    clock.advance(30_000);
    expect(await search.rank('bitcoin deposit where?', 'en')).toEqual(expected);
    expect(logger.lines.at(-1)).toMatch(/^info questions are embedded again/);
  });

  it.each(['hang', 'stall', 'nan', 'wrong-dimension', 'rate-limited', 'unauthorized', 'refused'] as const)('answers a question where the server does: %s', async (mode) => {
    const search = await open({ limits: { ...LIMITS, queryMs: 20 } });
    server.set(mode);
    expect(await firstArticle(search)).toBe('deposit-late');
  });

  it('answers where nobody listens any more', async () => {
    const search = await open();
    await server.close();
    expect(await firstArticle(search)).toBe('deposit-late');
  });

  it.each([['unauthorized', 'EMBEDDINGS_API_KEY'], ['unknown-model', 'EMBEDDINGS_MODEL'], ['failing', 'EMBEDDINGS_BASE_URL'], ['page', 'EMBEDDINGS_BASE_URL']] as const)('starts with the built-in embedder where the server is: %s', async (mode, setting) => {
    server.set(mode);
    expect(await firstArticle(await open())).toBe('deposit-late');
    expect(warnings()).toEqual([expect.stringMatching(`the built-in embedder takes its place .*${setting}`)]);
  });

  it('starts with the built-in embedder where the server dies over the passages, and goes on from there the next time', async () => {
    server.set('failing', { after: 10 });
    expect(await firstArticle(await open())).toBe('deposit-late');
    expect(warnings()).toEqual([expect.stringMatching(/another embedder takes its place .*"instead":"hashing-.*it answered 500/)]);
    const done = server.requests.slice(1, 9).flatMap(({ body }) => body.input);
    server.set('normal');
    expect(await firstArticle(await open())).toBe('deposit-late');
    expect(textsSent().length).toBeGreaterThan(1);
    expect(textsSent().filter((text) => done.includes(text))).toEqual([]);
  });

  it('keeps the server\'s vectors while the built-in embedder takes its place', async () => {
    await open();
    server.set('failing');
    await open();
    server.set('normal');
    await open();
    expect(textsSent()).toEqual(['deposit']);
  });

  describe('where OPENAI_* belong to another server', () => {
    const OTHERS = { OPENAI_API_KEY: 'sk-other', OPENAI_ORG_ID: 'org-other', OPENAI_PROJECT_ID: 'proj-other', OPENAI_CUSTOM_HEADERS: 'x-token: other', OPENAI_BASE_URL: 'http://other.example' };
    beforeEach(() => { Object.assign(process.env, OTHERS); });
    afterEach(() => { for (const name of Object.keys(OTHERS)) Reflect.deleteProperty(process.env, name); });

    it('sends nothing of them', async () => {
      const { embedder } = await openEmbedder({ baseUrl: server.url, model: 'fake' }, { clock, logger, limits: LIMITS });
      await embedder.embed(['late deposit'], 'query');
      expect(server.requests).toHaveLength(2);
      expect(JSON.stringify(server.requests)).not.toMatch(/other|authorization/);
    });
  });
});
