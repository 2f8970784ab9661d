import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../../test/fakes/silent-logger.ts';
import { smallKnowledge } from '../../../test/fixtures/small-knowledge.ts';
import type { Embedder, VectorIndexes } from '../../ports.ts';
import { parseKnowledgeFiles } from '../files/parse-knowledge-files.ts';
import { assembleKnowledgeBase } from '../load-knowledge-base.ts';
import { createSearch, type Search, type SearchOptions } from './create-search.ts';
import { buildInChildren, buildInline, type BuildIndexes } from './locale-index/index-builder.ts';

/** Vectors that say nothing, so that what is tested is the search's own. */
const dumbEmbedder: Embedder = { id: 'dumb', dimension: 2, embed: (texts) => Promise.resolve(texts.map(() => Float32Array.of(1, 0))) };
const noVectors: VectorIndexes = { open: (_name, vectors) => Promise.resolve({ size: vectors.length, search: () => [] }) };

const knowledgeOf = (texts: Map<string, string>) => assembleKnowledgeBase(parseKnowledgeFiles('kb', texts));

describe('the search', () => {
  let folder: string;
  let search: Search;
  /** Names of the indexes that were built, over all searches. */
  const built: string[] = [];
  const build: BuildIndexes = (sets) => {
    built.push(...sets.map(({ name }) => name));
    return buildInline(sets);
  };
  const open = (texts: Map<string, string>, more: Partial<SearchOptions> = {}) => createSearch({
    knowledgeBase: knowledgeOf(texts), embedder: dumbEmbedder, vectorIndexes: noVectors, cacheFolder: folder, logger: silentLogger, build, ...more,
  });
  const without = (path: string) => {
    const texts = smallKnowledge();
    texts.delete(path);
    return texts;
  };
  const articlesOf = async (utterance: string, locale: 'en' | 'de' | null, from = search) => (await from.rank(utterance, locale)).articles.map(({ articleId }) => articleId);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-search-'));
    search = await open(smallKnowledge());
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['bitcoin deposit where?', 'en', 'deposit-late'],
    ['what fee for deposit', 'en', 'deposit-fees'],
    ['lost authenticator phone', 'en', 'security-lost-2fa'],
    ['einzahlung gebuhr', 'de', 'deposit-fees'],
    ['authenticator code ungultig', null, 'security-lost-2fa'],
  ] as const)('finds for "%s" (%s) the article %s', async (utterance, locale, articleId) => {
    expect((await articlesOf(utterance, locale))[0]).toBe(articleId);
  });

  it('reads an article\'s question as its intent, and readings sum to one', async () => {
    const { readings } = await search.rank('lost my phone with the authenticator', 'en');
    expect(readings[0]).toMatchObject({ intent: 'security_settings', urgency: 'normal' });
    expect(readings.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
  });

  it('finds intents that no article answers', async () => {
    expect((await search.rank('plainly small_talk', 'en')).readings[0]?.intent).toBe('small_talk');
  });

  it('votes for the language of the words', () => {
    const votes = search.voteLocales('wo ist meine einzahlung');
    expect(votes[0]?.locale).toBe('de');
    expect(votes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
  });

  it.each(['', '500 🙂', '0x52908400098527886E0F7030069857D2E4169EE7', 'https://exchange.example', '???'])('votes for no language by "%s"', (utterance) => {
    expect(search.voteLocales(utterance)).toEqual([]);
  });

  it.each(['', '   ', '🙂', '?!', 'x'.repeat(50_000)])('ranks "%.10s" too', async (utterance) => {
    expect(await articlesOf(utterance, null)).toHaveLength(3);
  });

  it('finds an article in the contact\'s language that only another language has', async () => {
    const partial = await open(without('articles/security-lost-2fa/de.md'));
    expect((await articlesOf('google authenticator code invalid', 'de', partial))[0]).toBe('security-lost-2fa');
  });

  it('reads what it learned before from the cache', async () => {
    await open(smallKnowledge());
    built.length = 0;
    const again = await open(smallKnowledge());
    expect(built).toEqual([]);
    expect(await again.rank('bitcoin deposit', 'en')).toEqual(await search.rank('bitcoin deposit', 'en'));
  });

  it('learns only the language that changed', async () => {
    await open(smallKnowledge());
    built.length = 0;
    const texts = smallKnowledge();
    texts.set('articles/deposit-late/de.md', texts.get('articles/deposit-late/de.md')!.replace('einzahlung kommt nicht an', 'geld ist verschollen'));
    const changed = await open(texts, { previous: search });
    expect(built.filter((name) => name.startsWith('questions'))).toEqual(['questions-de']);
    expect((await articlesOf('verschollen', 'de', changed))[0]).toBe('deposit-late');
  });

  it('learns anew where a cache file is damaged', async () => {
    for (const name of await readdir(folder)) await writeFile(join(folder, name), 'damaged');
    expect((await articlesOf('bitcoin deposit', 'en', await open(smallKnowledge())))[0]).toBe('deposit-late');
  });

  it('works where the cache cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const uncached = await open(smallKnowledge(), { cacheFolder: join(folder, 'file', 'folder') });
    expect((await articlesOf('bitcoin deposit', 'en', uncached))[0]).toBe('deposit-late');
  });

  it('learns the same in child processes', async () => {
    const elsewhere = await open(smallKnowledge(), { cacheFolder: join(folder, 'children'), build: buildInChildren });
    expect(await elsewhere.rank('bitcoin deposit', 'en')).toEqual(await search.rank('bitcoin deposit', 'en'));
  });

  it('answers from an empty knowledge base with nothing', async () => {
    const settings = [...smallKnowledge()].filter(([path]) => !path.includes('/'));
    const empty = await open(new Map(settings));
    expect(await empty.rank('hello', 'en')).toEqual({ articles: [], readings: [] });
  });
});
