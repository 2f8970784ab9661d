import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectContact } from '../clients/contact-client.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** What contacts and strangers write; none of it may be found in a log or a trace. */
const WORDS = ['zanzibarius', 'sausage', 'hunter2secret', 'kim.unicorn@mail.example', '4716829301', 'stolen-bearer'];
const SEED = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

describe('logs and traces of a running process', () => {
  let folder: string;
  let server: ServerProcess;
  let collector: Server;
  let traces = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-silence-'));
    collector = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => { traces += chunk; }).on('end', () => { response.end('{}'); });
    });
    await new Promise<void>((resolve) => { collector.listen(0, '127.0.0.1', resolve); });
    server = await startServerProcess({ DATA_DIR: folder, LOG_LEVEL: 'debug', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` });
  }, 60_000);
  afterAll(async () => {
    await new Promise((resolve) => { collector.close(resolve); });
    await rm(folder, { recursive: true });
  });

  const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });

  it('say what failed and in which conversation, and nothing that anybody wrote', async () => {
    const contact = await connectContact(server.url);
    const { conversationId } = await contact.send(`zanzibarius here, my phrase is ${SEED}, write to kim.unicorn@mail.example`);
    await contact.waitForEvent('message.sent');
    contact.sendFrame({ type: 'zanzibarius', text: SEED });
    contact.sendFrame({ type: 'message.send', conversationId: 'zanzibarius {', id: 4716829301 });
    await contact.waitForFrame('error');
    await post('/api/contact/session', `{"zanzibarius": "${SEED}`);
    await post('/api/desk/sign-in', JSON.stringify({ email: 'kim.unicorn@mail.example', password: 'hunter2secret' }));
    await post('/api/contact/messages', JSON.stringify({ text: SEED }), { authorization: 'Bearer stolen-bearer' });
    for (const path of ['/help/en?q=zanzibarius', '/api/zanzibarius/sausage', '/%E0%A4%zanzibarius']) await fetch(server.url + path);

    // What nobody expects: the words of a library's error are not ours.
    const database = new DatabaseSync(join(folder, 'vigil.db'));
    database.exec('drop table search_entry');
    database.close();
    contact.sendFrame({ type: 'message.send', id: 'message-that-fails', conversationId, text: 'zanzibarius again, hunter2secret' });
    await contact.waitForFrame('error', ({ code }) => code === 'internal');
    contact.close();
    await server.kill('SIGTERM');

    const logged = server.output();
    const failed = logged.split('\n').filter((line) => line.includes('a frame failed')).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(failed[0]).toMatchObject({ level: 50, conversationId, error: expect.stringContaining('no such table: search_entry') });
    for (const name of ['receive', 'turn', 'append', 'http request']) expect(traces).toContain(`"name":"${name}"`);
    expect(traces).toContain(conversationId);
    for (const word of WORDS) expect([word, logged.includes(word), traces.includes(word)]).toEqual([word, false, false]);
  }, 60_000);
});
