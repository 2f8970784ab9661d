import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectContact } from '../clients/contact-client.ts';
import { root } from '../test-cache.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('what those see who run it', () => {
  let desk: RunningDesk;
  beforeAll(async () => { desk = await startDesk(); });
  afterAll(() => desk.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(desk.url + path, { headers });

  it('is alive and ready', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('counts turns, appends, sockets and who waits, and nothing that a contact wrote', async () => {
    const contact = await connectContact(desk.url);
    await contact.send('I want to talk to a person about unicorns', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/vigil_duration_seconds_count\{what="turn",outcome="(done|again)"\} [1-9]/);
    expect(text).toMatch(/vigil_waiting\{team="\w+",urgency="\w+"\} 1/);
    expect(text).toMatch(/vigil_sockets\{side="contact"\} 1/);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('unicorns');
    expect(text).not.toContain(contact.conversationId);
    contact.close();
  });

  it.each(['grafana-dashboard.json', 'alerts.yaml'])('has every figure that deploy/%s asks for', async (name) => {
    const text = await (await get('/metrics')).text();
    const types = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, metric, type]) => [metric, type]));
    const asked = new Set((await readFile(join(root, 'deploy', name), 'utf8')).match(/\b(vigil|process|nodejs)_\w+/g));
    expect(asked.size).toBeGreaterThan(3);
    const missing = [...asked].filter((metric) => !types.has(metric) && types.get(metric.replace(/_(bucket|count|sum)$/, '')) !== 'histogram');
    expect(missing).toEqual([]);
  });

  it('shows its figures to nobody who comes through a proxy without the token', async () => {
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403);
  });
});
