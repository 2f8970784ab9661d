import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSqliteStorage } from '../src/adapters/storage/sqlite.ts';
import { readDocumentPath } from '../src/domain/documents/document-path.ts';
import { nameOfImage } from '../src/knowledge/editing/exchange-files.ts';
import type { Storage } from '../src/ports.ts';
import { createManualClock } from '../test/fakes/manual-clock.ts';
import { SAMPLE_FILES } from '../test/fixtures/sample-files.ts';
import { smallKnowledge } from '../test/fixtures/small-knowledge.ts';
import { runPull } from './kb/pull.ts';
import { runPush } from './kb/push.ts';

const EN = 'articles/deposit-late/en.md';
const IMAGE = nameOfImage(SAMPLE_FILES.png, 'png');

describe('the knowledge base as files and as what is published', () => {
  let home: string;
  let storage: Storage;
  let lines: string[];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'vigil-kb-'));
    storage = await openSqliteStorage({ folder: join(home, 'data'), clock: createManualClock(), exclusive: true });
    lines = [];
    await write('shipped', smallKnowledge());
  });
  afterEach(async () => {
    await storage.close();
    await rm(home, { recursive: true });
  });

  async function write(folder: string, texts: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
    for (const [path, text] of texts) {
      await mkdir(dirname(join(home, folder, path)), { recursive: true });
      await writeFile(join(home, folder, path), text);
    }
  }
  const read = async (folder: string): Promise<Map<string, string>> => {
    const files = (await readdir(join(home, folder), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(await Promise.all(files.map(async (file) => [file.slice(join(home, folder).length + 1), (await readFile(file)).toString('base64')] as const)));
  };
  const print = (line: string): void => { lines.push(line); };
  const push = (folder: string, options: Partial<Parameters<typeof runPush>[0]> = {}): Promise<number> =>
    runPush({ folder: join(home, folder), knowledgeDir: join(home, 'shipped'), dryRun: false, publishes: false, name: 'ci', note: '', storage, print, ...options });
  const pull = (folder: string, dryRun = false): Promise<number> => runPull({ folder: join(home, folder), dryRun, storage, print });

  it('round-trips byte for byte', async () => {
    const odd = new Map([...smallKnowledge()].filter(([path]) => readDocumentPath(path)).map(([path, text]) => [path, path === EN ? `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n  ` : `${text}\n`]));
    const shown = (odd.get(EN) ?? '').replace('1. Wait', `![The page](image:${IMAGE})\r\n\r\n1. Wait`);
    await write('mine', new Map<string, string | Uint8Array>([...odd, [EN, shown], [`images/${IMAGE}`, SAMPLE_FILES.png]]));
    expect([await push('mine', { publishes: true, note: 'all' }), lines.at(-1)]).toEqual([0, `publication 2: ${odd.size} documents`]);
    expect(await pull('pulled')).toBe(0);
    expect(await read('pulled')).toEqual(await read('mine'));
    lines = [];
    expect([await push('pulled', { publishes: true }), await pull('mine', true), lines]).toEqual([0, 0, ['0 documents differ from publication 2', 'publication 2: 0 files differ']]);
  });

  it('prints the differences and changes nothing in a dry run', async () => {
    await push('shipped');
    await write('mine', new Map([[EN, (smallKnowledge().get(EN) ?? '').replace('30 minutes', '40 minutes')]]));
    lines = [];
    expect(await push('mine', { dryRun: true, publishes: true })).toBe(0);
    expect(lines.join('\n')).toMatch(/-1\. Wait for 30 minutes\.\n\+1\. Wait for 40 minutes\.[\s\S]*1 documents differ/);
    expect(await pull('mine', true)).toBe(0);
    expect(await storage.documents.version()).toBe(1);
    expect(await storage.documents.listDrafts()).toEqual([]);
    expect(await readFile(join(home, 'mine', EN), 'utf8')).toContain('40 minutes');
  });

  it('makes drafts that editors look at, and leaves theirs alone', async () => {
    const changed = (smallKnowledge().get(EN) ?? '').replace('30 minutes', '40 minutes');
    await write('mine', new Map([[EN, changed]]));
    expect(await push('mine')).toBe(0);
    expect(await storage.documents.listDrafts()).toMatchObject([{ path: EN, text: changed, base: 1, state: 'draft', editor: { id: null, name: 'ci' } }]);
    await write('mine', new Map([[EN, `${changed}\n`]]));
    expect([await push('mine'), lines.at(-1)]).toEqual([1, `${EN}: somebody has a draft of it, or published it meanwhile`]);
    expect(await storage.documents.getDraft(EN)).toMatchObject({ text: changed });
  });

  it('publishes all or nothing, and says what is wrong', async () => {
    await write('mine', new Map([[EN, 'no front matter'], ['exchange.yaml', `${smallKnowledge().get('exchange.yaml')}newName: x\n`]]));
    expect(await push('mine', { publishes: true })).toBe(1);
    expect(lines.join('\n')).toContain(`${EN}:1 front matter: is missing`);
    expect(await storage.documents.version()).toBe(1);
    await writeFile(join(home, 'mine', EN), Buffer.from([45, 45, 45, 10, 0xe9, 10]));
    lines = [];
    expect([await push('mine', { publishes: true }), lines]).toEqual([1, [expect.stringContaining(`${EN}:2 text: has bytes that are no text`)]]);
  });

  it('takes an archived article out of the folder', async () => {
    await push('shipped');
    await pull('mine');
    await storage.documents.publish({ kind: 'archive', editor: { id: null, name: 'x' }, note: '', changes: [{ path: EN, text: null, from: 1, draftVersion: null }] });
    await pull('mine');
    expect((await read('mine')).has(EN)).toBe(false);
  });
});
