import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { connectContact } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

const today = new Date().toISOString().slice(0, 10);
const PERIOD = `from=${today}&to=${today}&timeZone=UTC&step=hour`;
const SCORES = { understood: 5, correct: 4, tone: 3, safety: 4 };

describe('who oversees the desk', () => {
  let desk: RunningDesk;
  let boss: DeskClient;
  let ana: DeskClient & { readonly id: string };
  beforeAll(async () => {
    desk = await startDesk();
    boss = await connectDesk(desk.url, await desk.createAgent('boss@x.example', { role: 'supervisor', teams: [] }));
    const agent = await desk.createAgent('ana@x.example', { teams: ['security'] });
    ana = Object.assign(await connectDesk(desk.url, agent), { id: agent.id });
  });
  afterAll(async () => {
    boss.close();
    ana.close();
    await desk.stop();
  });

  const openQueued = async (): Promise<string> => {
    const contact = await connectContact(desk.url);
    const { conversationId } = await contact.send('somebody hacked my account and is withdrawing my bitcoin');
    await contact.waitForEvent('handoff.requested');
    contact.close();
    return conversationId;
  };
  const solve = async (): Promise<string> => {
    const id = await openQueued();
    await ana.command(id, { type: 'claim' });
    await ana.command(id, { type: 'reply', clientMessageId: randomUUID(), text: 'It is frozen now.' });
    await ana.command(id, { type: 'resolve' });
    return id;
  };
  const wallboard = (): Promise<RouteOutput<'getWallboard'>> => boss.get(`/api/desk/wallboard?since=${Date.parse(today)}`);
  const statusOf = async (path: string, { cookie }: DeskClient): Promise<number> => (await fetch(desk.url + path, { headers: { cookie } })).status;
  const untilBoard = async (test: (board: RouteOutput<'getWallboard'>) => boolean): Promise<RouteOutput<'getWallboard'>> => {
    for (;;) {
      const board = await wallboard();
      if (test(board)) return board;
    }
  };

  it('sees who waits, who has what, and what is due', async () => {
    const id = await openQueued();
    const board = await untilBoard(({ waiting }) => waiting.length > 0);
    expect(board.waiting).toMatchObject([{ team: 'security', urgency: 'critical', count: 1 }]);
    expect(board).toMatchObject({ overdue: 0, dueSoon: 1, atRisk: [{ id }] });
    expect((await boss.get<RouteOutput<'listWatched'>>('/api/desk/wallboard/conversations?team=security&urgency=critical')).conversations.map((one) => one.id)).toEqual([id]);
    expect((await boss.get<RouteOutput<'listWatched'>>('/api/desk/wallboard/conversations?team=security&urgency=low')).conversations).toEqual([]);
    await ana.command(id, { type: 'claim' });
    const { agents } = await untilBoard(({ waiting }) => waiting.length === 0);
    expect(agents.find(({ name }) => name === 'ana')).toMatchObject({ status: 'available', load: 1, capacity: 6, resolved: 0 });
    expect((await boss.get<RouteOutput<'listWatched'>>(`/api/desk/wallboard/conversations?agentId=${ana.id}`)).conversations.map((one) => one.id)).toEqual([id]);
    await ana.command(id, { type: 'resolve' });
    const after = await untilBoard(({ resolved }) => resolved > 0);
    expect(after.agents.find(({ name }) => name === 'ana')).toMatchObject({ load: 0, resolved: 1 });
    expect(after).toMatchObject({ handed: 1, assistant: { resolved: 0 } });
  });

  it('reads a report of what happened, whole and by group', async () => {
    await solve();
    const report = await boss.get<RouteOutput<'getReport'>>(`/api/desk/reports?${PERIOD}`);
    expect(report.series).toHaveLength(24);
    expect(report.total.firstResponse.count).toBeGreaterThan(0);
    expect(report.reasons).toEqual([{ reason: 'incident', count: report.total.handed }]);
    expect(report.groups.agent.find(({ label }) => label === 'ana')?.tally.byAgents).toBe(report.total.byAgents);
    expect(await boss.get(`/api/desk/reports?${PERIOD}&agent=nobody`)).toMatchObject({ total: { begun: 0 } });
  });

  it('downloads tables and conversations as CSV that a spreadsheet takes for text', async () => {
    const id = await solve();
    const contactsWords = '=HYPERLINK("http://x.example")';
    const { contactId } = await desk.storage.conversations.get(id) ?? {};
    expect(contactId).toBeDefined();
    await desk.storage.conversations.append(id, (await desk.storage.conversations.get(id))?.seq ?? 0, [{ type: 'conversation.rated', data: { score: 4, comment: contactsWords } }]);
    for (const table of ['conversations', 'comments']) {
      const response = await fetch(`${desk.url}/api/desk/reports/csv?${PERIOD}&table=${table}`, { headers: { cookie: boss.cookie } });
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename=vigil-${table}-${today}-${today}.csv`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xEF, 0xBB, 0xBF]);
      expect(new TextDecoder().decode(bytes)).toContain(`"'=HYPERLINK(""http://x.example"")"`);
    }
    expect(await statusOf(`/api/desk/reports/csv?${PERIOD}&table=agent`, boss)).toBe(200);
  });

  it('draws what is not reviewed, reviews it, and reads the result; the agent sees it', async () => {
    const id = await solve();
    const drawn = await boss.get<RouteOutput<'sampleConversations'>>('/api/desk/reviews/sample?days=1&count=50');
    expect(drawn.conversations.map((one) => one.id)).toContain(id);
    expect(drawn.among).toBe(drawn.conversations.length);
    expect((await boss.get<RouteOutput<'sampleConversations'>>('/api/desk/reviews/sample?team=fraud')).conversations).toEqual([]);
    expect(await boss.command(id, { type: 'review', scores: { tone: 5 } })).toMatchObject({ type: 'error', code: 'invalid-input', field: 'scores' });
    expect(await boss.command(id, { type: 'review', scores: SCORES, comment: 'Calm and quick.' })).toMatchObject({ type: 'ack' });
    expect((await boss.get<RouteOutput<'sampleConversations'>>('/api/desk/reviews/sample?count=50')).conversations.map((one) => one.id)).not.toContain(id);
    const results = await boss.get<RouteOutput<'getReviewReport'>>(`/api/desk/reviews?${PERIOD}`);
    expect(results).toMatchObject({ total: { count: 1, mean: 4 }, agents: [{ name: 'ana', count: 1, mean: 4, criteria: { tone: { mean: 3 } } }], latest: [{ conversationId: id, reviewer: 'boss', comment: 'Calm and quick.' }] });
    const { events } = await ana.get<RouteOutput<'getConversation'>>(`/api/desk/conversations/${id}`);
    expect(events.at(-1)).toMatchObject({ type: 'conversation.reviewed', data: { scores: SCORES } });
    expect((await ana.get<RouteOutput<'getRubric'>>('/api/desk/rubric')).rubric.map(({ id: criterion }) => criterion)).toEqual(Object.keys(SCORES));
  });

  it.each([
    'wallboard?since=0', 'wallboard/conversations?team=security', `reports?${PERIOD}`, `reports/csv?${PERIOD}&table=agent`, 'reviews/sample', `reviews?${PERIOD}`,
  ])('keeps %s from agents', async (path) => {
    expect(await statusOf(`/api/desk/${path}`, ana)).toBe(403);
    expect(await statusOf(`/api/desk/${path}`, boss)).toBe(200);
  });

  it('keeps agents from reviewing', async () => {
    expect(await ana.command(await solve(), { type: 'review', scores: SCORES })).toMatchObject({ type: 'error', code: 'forbidden' });
  });

  it.each([
    ['to', 'reports?from=2026-11-02&to=2026-11-01'], ['to', 'reports?from=2024-01-01&to=2026-11-01'], ['to', 'reports?from=2026-10-01&to=2026-11-01&step=hour'], ['from', 'reports?from=yesterday&to=2026-11-01'],
    ['timeZone', `reports?from=${today}&to=${today}&timeZone=Mars/Base`], ['team', `reports?${PERIOD}&team=sales`], ['table', `reports/csv?${PERIOD}&table=secrets`], ['agentId', 'wallboard/conversations'], ['count', 'reviews/sample?count=0'],
  ])('says that %s is wrong in %s', async (field, path) => {
    const response = await fetch(`${desk.url}/api/desk/${path}`, { headers: { cookie: boss.cookie } });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'invalid-input', field } }]);
  });
});
