import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFiles } from '../../src/conversation/files.ts';
import { AppError } from '../../src/domain/errors.ts';
import { MAX_FILE_BYTES, MAX_LOOSE_FILES } from '../../src/domain/files.ts';
import type { ScanFile } from '../../src/ports.ts';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { signIn } from '../clients/sign-in.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { SAMPLE_FILES } from '../fixtures/sample-files.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

interface Answer { readonly status: number; readonly headers: Headers; readonly json: unknown }
type Uploaded = { id: string; name: string; type: string; bytes: number };

describe('files that are sent along', () => {
  let desk: RunningDesk;
  let payments: DeskClient;
  let fraud: DeskClient;
  let supervisor: DeskClient;
  let editorCookie: string;
  beforeAll(async () => {
    desk = await startDesk();
    payments = await connectDesk(desk.url, await desk.createAgent('pay@exchange.example', { teams: ['payments'] }));
    fraud = await connectDesk(desk.url, await desk.createAgent('fraud@exchange.example', { teams: ['fraud'] }));
    supervisor = await connectDesk(desk.url, await desk.createAgent('sue@exchange.example', { role: 'supervisor' }));
    editorCookie = await signIn(desk.url, await desk.createAgent('ed@exchange.example', { role: 'editor' }));
  });
  afterAll(async () => {
    for (const client of [payments, fraud, supervisor]) client.close();
    await desk.stop();
  });

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  async function newContact(): Promise<string> {
    return (await (await fetch(`${desk.url}/api/contact/session`, { method: 'POST' })).json() as { token: string }).token;
  }
  async function upload(path: string, content: Uint8Array, headers: Record<string, string>, name: string | undefined = 'file'): Promise<Answer> {
    const response = await fetch(desk.url + path, {
      method: 'POST', body: new Uint8Array(content),
      headers: { 'Content-Type': 'application/octet-stream', ...(name === undefined ? {} : { 'X-File-Name': encodeURIComponent(name) }), ...headers },
    });
    return { status: response.status, headers: response.headers, json: await response.json() as unknown };
  }
  const asContact = (token: string, content: Uint8Array, name?: string) => upload('/api/contact/files', content, bearer(token), name);
  const asAgent = ({ cookie }: { cookie: string }, content: Uint8Array, name?: string) => upload('/api/desk/files', content, { cookie }, name);
  const read = (id: string, headers: Record<string, string>) => fetch(`${desk.url}/api/files/${id}`, { headers });
  const statusFor = async (id: string, headers: Record<string, string>) => (await read(id, headers)).status;

  it('keeps a file and says what it is by its content, not by what its sender calls it', async () => {
    const token = await newContact();
    const { status, json } = await upload('/api/contact/files', SAMPLE_FILES.png, { ...bearer(token), 'Content-Type': 'text/html' }, '../充值 截图\u202E.exe');
    expect(status).toBe(200);
    expect(json).toEqual({ id: expect.any(String), name: '充值 截图.exe.png', type: 'image/png', bytes: expect.any(Number) });
    const { id, bytes } = json as Uploaded & { bytes: number };
    const response = await read(id, bearer(token));
    const drawn = Buffer.from(await response.arrayBuffer());
    // Drawn anew: what was sent is known by its hash alone.
    expect({ length: drawn.length, isPng: drawn.subarray(1, 4).toString('latin1') }).toEqual({ length: bytes, isPng: 'PNG' });
    expect((await desk.storage.attachments.find(id))?.sha256).toBe(createHash('sha256').update(SAMPLE_FILES.png).digest('hex'));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'access-control-allow-origin': '*',
      'cache-control': 'private, no-store',
    });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=.*; filename\*=UTF-8''/);
  });

  it('has no picture that cannot be drawn, and no virus where a scanner looks', async () => {
    expect(await asContact(await newContact(), SAMPLE_FILES.jpeg)).toMatchObject({ status: 400, json: { error: { code: 'invalid-input', field: 'body', message: expect.stringContaining('megapixels') } } });
    const keep = (scan: ScanFile) => createFiles({ attachments: desk.storage.attachments, redact: (text) => ({ text, kinds: [] }), cleanImage: () => Promise.resolve('as-is'), scan, logger: silentLogger }).keep('a.txt', SAMPLE_FILES.text, { contactId: 'somebody' });
    await expect(keep(() => Promise.resolve({ found: 'Eicar' }))).rejects.toMatchObject({ code: 'invalid-input', field: 'body' });
    await expect(keep(() => Promise.reject(new AppError('unavailable', 'no scanner')))).rejects.toMatchObject({ code: 'unavailable' });
    expect(await keep(() => Promise.resolve('clean'))).toMatchObject({ name: 'a.txt' });
  });

  it('has everything saved and not shown, as what it is', async () => {
    const token = await newContact();
    for (const [content, type] of [[SAMPLE_FILES.pdf, 'application/pdf'], [SAMPLE_FILES.text, 'text/plain; charset=utf-8'], [SAMPLE_FILES.heic, 'image/heic']] as const) {
      const { json } = await asContact(token, content);
      const { headers } = await read((json as Uploaded).id, bearer(token));
      expect(headers.get('content-disposition')).toMatch(/^attachment; /);
      expect(headers.get('content-type')).toBe(type);
    }
  });

  it.each(['svg', 'html', 'zip', 'program', 'latin1'] as const)('refuses %s and says what is allowed', async (name) => {
    expect(await asContact(await newContact(), SAMPLE_FILES[name], 'receipt.png')).toMatchObject({
      status: 400, json: { error: { code: 'invalid-input', field: 'body', message: expect.stringContaining('PNG, JPEG, WebP, GIF, HEIC, PDF or plain text') } },
    });
  });

  it('refuses an empty file, one without a name and one whose name cannot be read', async () => {
    const token = await newContact();
    expect(await asContact(token, new Uint8Array())).toMatchObject({ status: 400, json: { error: { code: 'invalid-input', field: 'body' } } });
    for (const headers of [{}, { 'X-File-Name': '%E0%A4%A' }]) {
      const response = await fetch(`${desk.url}/api/contact/files`, { method: 'POST', body: new Uint8Array(SAMPLE_FILES.png), headers: { ...bearer(token), ...headers } });
      expect({ status: response.status, json: await response.json() as unknown }).toMatchObject({ status: 400, json: { error: { code: 'invalid-input', field: 'x-file-name' } } });
    }
  });

  it('takes a secret out of a file\'s name', async () => {
    const { json } = await asContact(await newContact(), SAMPLE_FILES.text, 'my password is hunter2secret.txt');
    expect((json as Uploaded).name).not.toContain('hunter2secret');
  });

  it('refuses what is too large, whether it says so or not, and cuts off who goes on sending', async () => {
    const token = await newContact();
    expect(await asContact(token, new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({ status: 413, json: { error: { code: 'too-large', field: 'body' } } });
    expect(await asContact(token, Buffer.alloc(MAX_FILE_BYTES, 'a'))).toMatchObject({ status: 200, json: { bytes: MAX_FILE_BYTES } });
    const sent = await sendForever(`${desk.url}/api/contact/files`, { ...bearer(token), 'X-File-Name': 'endless' });
    expect(sent).toBeLessThan(4 * MAX_FILE_BYTES);
  });

  it('lets so many files wait for a message, and no more', async () => {
    const token = await newContact();
    for (let count = 0; count < MAX_LOOSE_FILES; count++) expect((await asContact(token, SAMPLE_FILES.gif)).status).toBe(200);
    expect(await asContact(token, SAMPLE_FILES.gif)).toMatchObject({ status: 429, json: { error: { code: 'too-many-requests' } } });
    expect((await asContact(await newContact(), SAMPLE_FILES.gif)).status).toBe(200);
  });

  it('shows a contact\'s file to the contact alone until a message carries it, then to the people of the conversation', async () => {
    const contact = await connectContact(desk.url);
    const stranger = await newContact();
    const { id } = (await asContact(contact.token, SAMPLE_FILES.png)).json as Uploaded;
    expect(await statusFor(id, {})).toBe(401);
    expect(await statusFor(id, bearer('v1.forged.token'))).toBe(401);
    expect([await statusFor(id, bearer(contact.token)), await statusFor(id, bearer(stranger)), await statusFor(id, { cookie: supervisor.cookie }), await statusFor(id, { cookie: payments.cookie })]).toEqual([200, 404, 404, 404]);

    await contact.send('my withdrawal has not arrived, I want a person', { wish: 'person', attachments: [id] } as never);
    await contact.waitForEvent('handoff.requested');
    await supervisor.command(contact.conversationId ?? '', { type: 'transfer', team: 'payments' });
    expect(await desk.storage.conversations.get(contact.conversationId ?? '')).toMatchObject({ team: 'payments' });
    expect([await statusFor(id, bearer(contact.token)), await statusFor(id, bearer(stranger)), await statusFor(id, { cookie: supervisor.cookie }), await statusFor(id, { cookie: payments.cookie }), await statusFor(id, { cookie: fraud.cookie }), await statusFor(id, { cookie: editorCookie })])
      .toEqual([200, 404, 200, 200, 404, 404]);
    contact.close();
  });

  it('shows an agent\'s file to the agent alone until a reply carries it, then to the contact', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('I want a person', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    const conversationId = contact.conversationId ?? '';
    const { id } = (await asAgent(supervisor, SAMPLE_FILES.pdf, 'form.pdf')).json as Uploaded;
    expect([await statusFor(id, bearer(contact.token)), await statusFor(id, { cookie: supervisor.cookie }), await statusFor(id, { cookie: payments.cookie })]).toEqual([404, 200, 404]);

    await supervisor.command(conversationId, { type: 'claim' });
    expect(await supervisor.command(conversationId, { type: 'reply', clientMessageId: 'reply-with-a-file', text: 'Please fill this in.', attachments: [id] })).toMatchObject({ type: 'ack' });
    const sent = await contact.waitForEvent('message.sent', ({ data }) => 'attachments' in (data as object));
    expect(sent.data).toMatchObject({ attachments: [{ id, name: 'form.pdf', type: 'application/pdf' }] });
    expect(await statusFor(id, bearer(contact.token))).toBe(200);

    const other = await connectContact(desk.url);
    await other.send('I want a person', { wish: 'person' });
    await other.waitForEvent('handoff.requested');
    await supervisor.command(other.conversationId ?? '', { type: 'claim' });
    const refused = await supervisor.command(other.conversationId ?? '', { type: 'reply', clientMessageId: 'the-same-file-again', text: 'And here.', attachments: [id] });
    expect(refused).toMatchObject({ type: 'error', code: 'invalid-input', field: 'attachments.0' });
    expect((await desk.storage.conversations.findByClientMessageId(other.conversationId ?? '', 'the-same-file-again'))).toBeUndefined();
    for (const client of [contact, other]) client.close();
  });

  it('lets nobody send another\'s file, or upload for a desk that is not theirs', async () => {
    const contact = await connectContact(desk.url);
    const { id } = (await asContact(await newContact(), SAMPLE_FILES.png)).json as Uploaded;
    contact.sendFrame({ type: 'message.send', id: 'with-anothers-file', conversationId: null, text: 'look', attachments: [id] });
    expect(await contact.waitForFrame('error')).toMatchObject({ code: 'invalid-input', field: 'attachments.0' });
    expect((await asAgent({ cookie: editorCookie }, SAMPLE_FILES.png)).status).toBe(403);
    expect((await upload('/api/desk/files', SAMPLE_FILES.png, { cookie: payments.cookie, origin: 'https://evil.example' })).status).toBe(403);
    contact.close();
  });

  it('lets the widget ask from the exchange\'s own page', async () => {
    for (const path of ['/api/contact/files', '/api/files/01920000-0000-7000-8000-000000000000']) {
      const { status, headers } = await fetch(desk.url + path, { method: 'OPTIONS', headers: { origin: 'https://exchange.example', 'access-control-request-method': 'POST' } });
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-headers')).toContain('X-File-Name');
    }
  });

  it('forgets what nobody came to send', async () => {
    const token = await newContact();
    const { id } = (await asContact(token, SAMPLE_FILES.png)).json as Uploaded;
    await desk.storage.attachments.removeLoose(Date.now() - 60_000);
    expect(await statusFor(id, bearer(token))).toBe(200);
    await desk.storage.attachments.removeLoose(Date.now() + 1);
    expect(await statusFor(id, bearer(token))).toBe(404);
  });
});

/** Writes a body without end, and says how many bytes were taken before the connection was cut. */
function sendForever(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method: 'POST', headers });
    const chunk = Buffer.alloc(256 * 1024, 'a');
    let sent = 0;
    const write = (): void => {
      while (!request.destroyed && request.write(chunk)) sent += chunk.length;
      sent += chunk.length;
    };
    request.on('drain', write);
    request.on('response', (response) => { response.resume(); });
    request.on('error', () => { resolve(sent); });
    request.on('close', () => { resolve(sent); });
    write();
  });
}
