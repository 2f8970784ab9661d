import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { signIn } from '../clients/sign-in.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

type Answer = RouteOutput<'searchConversations'>;

describe('searching conversations', () => {
  let desk: RunningDesk;
  let payments: DeskClient;
  let fraud: DeskClient;
  let supervisor: DeskClient;
  const contacts: ContactClient[] = [];
  const HASH = '0x52908400098527886e0f7030069857d2e4169ee7c0ffee254729296a45a38856';
  let ofPayments: string;
  let ofFraud: string;
  beforeAll(async () => {
    desk = await startDesk();
    payments = await connectDesk(desk.url, await desk.createAgent('paula@exchange.example', { teams: ['payments'] }));
    fraud = await connectDesk(desk.url, await desk.createAgent('fred@exchange.example', { teams: ['fraud'] }));
    supervisor = await connectDesk(desk.url, await desk.createAgent('sue@exchange.example', { role: 'supervisor' }));
    ofPayments = await begin(`my withdrawal ${HASH} is stuck`, 'payments');
    ofFraud = await begin('a stranger promised to double my withdrawal', 'fraud');
    await payments.command(ofPayments, { type: 'claim' });
    await payments.command(ofPayments, { type: 'reply', clientMessageId: 'reply-to-be-found', text: 'We are checking with **settlement**.' });
    await fraud.command(ofFraud, { type: 'note', clientMessageId: 'note-to-be-found', text: 'Same ring as on Monday, wallet freeze asked.' });
  });
  afterAll(async () => {
    for (const client of [payments, fraud, supervisor, ...contacts]) client.close();
    await desk.stop();
  });

  async function begin(text: string, team: 'payments' | 'fraud'): Promise<string> {
    const contact = await connectContact(desk.url);
    contacts.push(contact);
    await contact.send(text, { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    const id = contact.conversationId ?? '';
    if ((await desk.storage.conversations.get(id))?.team !== team) await supervisor.command(id, { type: 'transfer', team });
    return id;
  }
  const search = (who: DeskClient, q: string, more = ''): Promise<Answer> => who.get<Answer>(`/api/desk/search?q=${encodeURIComponent(q)}${more}`);
  const ids = async (who: DeskClient, q: string, more?: string): Promise<string[]> => (await search(who, q, more)).results.map(({ conversation }) => conversation.id);
  const refusal = async (path: string): Promise<unknown> => (await fetch(`${desk.url}/api/desk/search?${path}`, { headers: { cookie: supervisor.cookie } })).json();

  it('finds nothing of a team for an agent of another', async () => {
    expect(await ids(supervisor, 'withdrawal')).toEqual(expect.arrayContaining([ofPayments, ofFraud]));
    expect(await ids(payments, 'withdrawal')).toEqual([ofPayments]);
    expect(await ids(fraud, 'withdrawal')).toEqual([ofFraud]);
    expect(await ids(payments, 'ring')).toEqual([]);
    expect(await ids(payments, '', '&team=fraud')).toEqual([]);
    const { caseNumber, contactId } = await desk.storage.conversations.get(ofFraud) ?? { caseNumber: '', contactId: '' };
    for (const query of [caseNumber, ofFraud, contactId, `case:${caseNumber}`, `contact:${contactId}`]) {
      expect([query, await ids(payments, query)]).toEqual([query, []]);
      expect([query, await ids(fraud, query)]).toEqual([query, [ofFraud]]);
    }
  });

  it('shows what was found, where, and who said it', async () => {
    const [reply] = (await search(supervisor, 'settlement')).results;
    expect(reply).toMatchObject({ conversation: { id: ofPayments }, hit: { by: { kind: 'agent', name: 'paula' }, place: 'message', text: 'We are checking with settlement.', marks: [[21, 31]] } });
    const [note] = (await search(supervisor, '"wallet freeze"')).results;
    expect(note).toMatchObject({ conversation: { id: ofFraud }, hit: { by: { kind: 'agent', name: 'fred' }, place: 'note', marks: [[24, 37]] } });
    const [message] = (await search(supervisor, HASH.slice(0, 12))).results;
    expect(message).toMatchObject({ conversation: { id: ofPayments }, hit: { by: { kind: 'contact' }, place: 'message' } });
  });

  it('finds a case however its number is typed', async () => {
    const { caseNumber } = await desk.storage.conversations.get(ofPayments) ?? { caseNumber: '' };
    const typed = caseNumber.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    for (const query of [caseNumber, typed, typed.replace('-', ''), typed.replace('-', ' '), `#${caseNumber}`, `case:${typed}`]) expect([query, (await ids(supervisor, query))[0]]).toEqual([query, ofPayments]);
  });

  it('takes operators in the query and beside it for the same', async () => {
    expect(await ids(supervisor, 'withdrawal agent:paula')).toEqual([ofPayments]);
    expect(await ids(supervisor, 'withdrawal', '&agent=paula&team=payments&team=trading&status=open')).toEqual([ofPayments]);
    expect(await ids(payments, 'agent:me')).toEqual([ofPayments]);
    expect(await ids(supervisor, 'withdrawal team:fraud')).toEqual([ofFraud]);
    expect(await ids(supervisor, 'withdrawal before:1d')).toEqual([]);
    expect(await ids(supervisor, 'withdrawal after:1d team:fraud', '&timeZone=Asia%2FTokyo')).toEqual([ofFraud]);
    expect(await ids(supervisor, '!!! …')).toEqual([]);
  });

  it('gives every one once, page by page', async () => {
    for (let number = 0; number < 5; number++) await begin(`my deposit number ${number} is late`, 'payments');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { results, next }: Answer = await search(supervisor, 'deposit number', `&limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...results.map(({ conversation }) => conversation.id));
      cursor = next;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('says which value means nothing', async () => {
    expect(await refusal('q=team:frod')).toMatchObject({ error: { code: 'invalid-input', field: 'team' } });
    expect(await refusal('q=agent:nobody')).toMatchObject({ error: { code: 'invalid-input', field: 'agent' } });
    expect(await refusal('team=frod')).toMatchObject({ error: { code: 'invalid-input', field: 'team' } });
    expect(await refusal('after=2026-02-30')).toMatchObject({ error: { code: 'invalid-input', field: 'after' } });
    expect(await refusal('q=x&after=2026-11-01&timeZone=Mars')).toMatchObject({ error: { code: 'invalid-input', field: 'timeZone' } });
    expect(await refusal('cursor=x')).toMatchObject({ error: { code: 'invalid-input', field: 'cursor' } });
    expect(await refusal(`q=${'x'.repeat(501)}`)).toMatchObject({ error: { code: 'invalid-input', field: 'q' } });
  });

  it('is for those who handle conversations', async () => {
    const cookie = await signIn(desk.url, await desk.createAgent('ed@exchange.example', { role: 'editor' }));
    expect((await fetch(`${desk.url}/api/desk/search?q=x`, { headers: { cookie } })).status).toBe(403);
  });
});
