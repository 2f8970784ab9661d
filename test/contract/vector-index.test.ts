import { readdir, rm, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createExactScan } from '../../src/adapters/vector-index/exact-scan.ts';
import { createVectorIndexes } from '../../src/adapters/vector-index/hnswlib.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { describeVectorIndexes, randomVectors } from './vector-index.contract.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'vigil-vectors-')); });
afterAll(() => rm(folder, { recursive: true }));

describeVectorIndexes('exact scan', () => Promise.resolve(createExactScan()));
describeVectorIndexes('hnswlib', () => createVectorIndexes({ folder, logger: silentLogger }));
describeVectorIndexes('hnswlib without its add-on', () => createVectorIndexes({ folder, logger: silentLogger, load: () => Promise.resolve({ problem: 'not built' }) }));

describe('the cache of hnswlib', () => {
  const vectors = randomVectors(60, 8);
  const graphFile = () => join(folder, 'cache', 'kept.hnsw');
  const sidecarFile = () => `${graphFile()}.json`;
  const open = async (list = vectors, embedderId = 'one') => (await createVectorIndexes({ folder: join(folder, 'cache'), logger: silentLogger })).open('kept', list, embedderId);

  it('keeps a graph with what it depends on, and no temporary file', async () => {
    await open();
    expect((await readdir(join(folder, 'cache'))).sort()).toEqual(['kept.hnsw', 'kept.hnsw.json']);
    expect(JSON.parse(await readFile(sidecarFile(), 'utf8'))).toMatchObject({ metric: 'cosine', dimension: 8, count: 60, embedderId: 'one' });
  });

  it('uses the kept graph while nothing has changed', async () => {
    await open();
    const kept = await readFile(sidecarFile(), 'utf8');
    expect((await open()).search(vectors[5]!, 1)[0]?.position).toBe(5);
    expect(await readFile(sidecarFile(), 'utf8')).toBe(kept);
  });

  it.each([
    ['other vectors', () => open(randomVectors(60, 8, 2))],
    ['another embedder', () => open(vectors, 'two')],
    ['another dimension', () => open(randomVectors(60, 4))],
  ])('builds anew for %s', async (_what, openOther) => {
    await open();
    const kept = await readFile(sidecarFile(), 'utf8');
    expect((await openOther()).size).toBe(60);
    expect(await readFile(sidecarFile(), 'utf8')).not.toBe(kept);
  });

  it.each([['graph', graphFile], ['sidecar', sidecarFile]])('builds anew where the %s is damaged', async (_what, file) => {
    await open();
    await writeFile(file(), 'damaged');
    expect((await open()).search(vectors[5]!, 1)[0]?.position).toBe(5);
  });

  it('works, with a warning, where the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const warn = jest.fn();
    const indexes = await createVectorIndexes({ folder: join(folder, 'file', 'folder'), logger: { ...silentLogger, warn } });
    expect((await indexes.open('kept', vectors, 'one')).size).toBe(60);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('warns where the add-on cannot be loaded', async () => {
    const warn = jest.fn();
    await createVectorIndexes({ folder, logger: { ...silentLogger, warn }, load: () => Promise.resolve({ problem: 'not built' }) });
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('hnswlib-node'), { problem: 'not built' });
  });
});
