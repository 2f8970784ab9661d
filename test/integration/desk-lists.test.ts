import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

type Page = RouteOutput<'listConversations'>;

describe('the lists of the desk', () => {
  let desk: RunningDesk;
  let supervisor: DeskClient;
  const contacts: ContactClient[] = [];
  const cases: { readonly id: string; readonly caseNumber: string }[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    supervisor = await connectDesk(desk.url, await desk.createAgent('sue@x.example', { role: 'supervisor', teams: [] }));
    for (let number = 0; number < 5; number++) {
      const contact = await connectContact(desk.url);
      contacts.push(contact);
      const { conversationId } = await contact.send('my account was hacked and my coins are being stolen');
      await contact.waitForEvent('handoff.requested');
      cases.push({ id: conversationId, caseNumber: (await desk.storage.conversations.get(conversationId))?.caseNumber ?? '' });
    }
  });
  afterAll(async () => {
    for (const one of [...contacts, supervisor]) one.close();
    await desk.stop();
  });

  const readAll = async (client: DeskClient, view: string): Promise<{ ids: string[]; pages: number }> => {
    const ids: string[] = [];
    let next: string | null = '';
    let pages = 0;
    for (; next !== null; pages++) {
      const page: Page = await client.get(`/api/desk/conversations?view=${view}&limit=2${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`);
      ids.push(...page.conversations.map(({ id }) => id));
      ({ next } = page);
    }
    return { ids, pages };
  };

  it('come page by page, without a gap or a repetition', async () => {
    for (const view of ['queue', 'open']) {
      const { ids, pages } = await readAll(supervisor, view);
      expect([...ids].sort()).toEqual(cases.map(({ id }) => id).sort());
      expect(new Set(ids).size).toBe(5);
      expect(pages).toBe(3);
    }
    expect((await readAll(supervisor, 'queue')).ids).toEqual((await supervisor.list('queue')).map(({ id }) => id));
  });

  it('say what is wrong with a cursor that is none', async () => {
    const answer = await fetch(`${desk.url}/api/desk/conversations?view=queue&after=here`, { headers: { cookie: supervisor.cookie } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid-input', field: 'after', message: 'after: expected `next` of the page before' } });
  });

  it('are counted for whoever asks, by what they may see', async () => {
    expect(await supervisor.get('/api/desk/counts')).toEqual({ queue: 5, critical: 5, open: 5 });
    const payer = await connectDesk(desk.url, await desk.createAgent('pay@x.example', { teams: ['payments'] }));
    expect(await payer.get('/api/desk/counts')).toEqual({ queue: 0, critical: 0, open: 0 });
    payer.close();
  });

  it('find a case by its number, however it is written, for those who may read it', async () => {
    const [first] = cases;
    const { id = '', caseNumber = '' } = first ?? {};
    for (const written of [caseNumber, caseNumber.toLowerCase(), caseNumber.replace('-', '')]) {
      expect(await supervisor.get(`/api/desk/cases/${written}`)).toEqual({ conversationId: id });
    }
    const payer = await connectDesk(desk.url, await desk.createAgent('other@x.example', { teams: ['payments'] }));
    await expect(payer.get(`/api/desk/cases/${caseNumber}`)).rejects.toThrow('404');
    await expect(supervisor.get('/api/desk/cases/0000-0000')).rejects.toThrow('404');
    payer.close();
  });
});
