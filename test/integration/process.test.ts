import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startServerProcess } from './server-process.ts';

describe('the server process', () => {
  let dataDir: string;
  beforeEach(async () => { dataDir = await mkdtemp(join(tmpdir(), 'vigil-process-')); });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('says where everything is, with a link that creates the first administrator once', async () => {
    const server = await startServerProcess({ DATA_DIR: dataDir });
    const invitation = /set-up#([\w-]{43})/.exec(server.output())?.[1] ?? '';
    const body = JSON.stringify({ invitation, email: 'root@exchange.example', name: 'Root', password: 'a long enough password' });
    const create = () => fetch(`${server.url}/api/desk/set-up`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    expect((await create()).status).toBe(200);
    expect((await create()).status).toBe(409);
    await server.kill('SIGTERM');
    const again = await startServerProcess({ DATA_DIR: dataDir });
    expect(again.output()).not.toContain('set-up#');
    expect(await again.kill('SIGINT')).toBe(0);
  });

  it('refuses a data folder from which another process serves', async () => {
    const server = await startServerProcess({ DATA_DIR: dataDir });
    await expect(startServerProcess({ DATA_DIR: dataDir })).rejects.toThrow(/another process serves from .*DATA_DIR/s);
    await server.kill('SIGKILL');
    const next = await startServerProcess({ DATA_DIR: dataDir });
    await next.kill('SIGTERM');
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT=eighty: expected a port number.*for example PORT=3000/],
    [{ PUBLIC_URL: 'ftp://x' }, /PUBLIC_URL=ftp:\/\/x: expected an http or https address/],
    [{ DATA_DIR: 'package.json' }, /DATA_DIR=.*package\.json: expected a folder.*for example DATA_DIR=/],
    [{ KNOWLEDGE_DIR: 'src' }, /KNOWLEDGE_DIR=.*src: expected a folder with articles/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL=loud: expected one of/],
  ])('stops with the name of a wrong setting: %p', async (environment, message) => {
    await expect(startServerProcess({ DATA_DIR: dataDir, ...environment })).rejects.toThrow(message);
  });
});
