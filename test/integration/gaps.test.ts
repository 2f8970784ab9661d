import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { articlePath, translationPath } from '../../src/domain/documents/document-path.ts';
import { readTranslationText } from '../../src/domain/documents/edit-translation-text.ts';
import type { Locale } from '../../src/domain/locales.ts';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { signIn } from '../clients/sign-in.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

type Listed = RouteOutput<'listGaps'>;
type Gap = Listed['gaps'][number];

/** Nothing of the knowledge base is about it. */
const ASKED: readonly string[] = ['nft marketplace?', 'gibt es bei euch NFT', 'где тут NFT', 'y a-t-il des NFT ici'];

describe('questions that nobody answers', () => {
  let desk: RunningDesk;
  let editor: string;
  beforeAll(async () => {
    desk = await startDesk();
    editor = await signIn(desk.url, await desk.createAgent('eve@x.example', { role: 'editor', teams: [] }));
  });
  afterAll(() => desk.stop());

  const get = async <T>(path: string): Promise<T> => await (await fetch(desk.url + path, { headers: { cookie: editor } })).json() as T;

  const call = async (method: string, path: string, body: unknown, cookie = editor): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(desk.url + path, { method, headers: { cookie, 'Content-Type': 'application/json', Origin: desk.url }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, body: await response.json() };
  };
  const list = (query = ''): Promise<Listed> => get(`/api/editor/gaps?days=7${query}`);
  const untilListed = async (test: (listed: Listed) => boolean, query = ''): Promise<Listed> => {
    for (;;) {
      const listed = await list(query);
      if (test(listed)) return listed;
    }
  };
  const aboutNft = (listed: Listed): Gap | undefined => listed.gaps.find(({ example }) => /NFT/i.test(example.text));
  const ask = async (text: string): Promise<ContactClient> => {
    const contact = await connectContact(desk.url);
    await contact.send(text);
    await contact.waitForEvent('message.sent');
    return contact;
  };
  /** Asks, and asks for a person, so that whatever was asked back led to nothing. */
  const askInVain = async (text: string): Promise<void> => {
    const contact = await ask(text);
    await contact.send('a person please', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    contact.close();
  };

  it('stand in one group across languages, without what is private', async () => {
    await askInVain(`${ASKED[0]} jo@mail.example`);
    for (const text of ASKED.slice(1)) await askInVain(text);
    const listed = await untilListed((one) => (aboutNft(one)?.count ?? 0) >= ASKED.length);
    const gap = aboutNft(listed)!;
    expect(gap).toMatchObject({ state: 'open', total: ASKED.length, before: 0, closed: null, startedArticleId: null });
    expect(Object.keys(gap.locales).length).toBeGreaterThanOrEqual(3);
    expect(gap.example.text).toContain('⟨email⟩');
    expect(listed.totals.gaps).toBeGreaterThanOrEqual(ASKED.length);
    const read = await get<RouteOutput<'readGap'>>(`/api/editor/gaps/${gap.id}?days=7`);
    expect(read.questions).toHaveLength(ASKED.length);
    expect(read.questions.every(({ handedOver }) => handedOver)).toBe(true);
    expect(read.steps.reduce((sum, { count }) => sum + count, 0)).toBe(ASKED.length);
    expect(JSON.stringify(read)).not.toContain('jo@mail.example');
    expect(aboutNft(await list('&locale=ru'))?.id).toBe(gap.id);
    expect(aboutNft(await list('&locale=ko'))).toBeUndefined();
  });

  it('become an article, and phrasings of another', async () => {
    const gap = aboutNft(await list())!;
    const phrasings = [{ locale: 'en', text: 'do you have NFTs ⟨amount⟩' }, { locale: 'en', text: 'Do you have NFTs?' }, { locale: 'de', text: 'wo finde ich hier NFTs' }];
    const start = { articleId: 'nft-marketplace', category: 'trading', intent: 'trading_help', urgency: 'low', locale: 'en', title: 'NFTs', phrasings };
    expect(await call('POST', `/api/editor/gaps/${gap.id}/article`, { ...start, category: 'shoes' })).toMatchObject({ status: 400, body: { error: { field: 'category' } } });
    const started = await call('POST', `/api/editor/gaps/${gap.id}/article`, start);
    expect(started).toMatchObject({ status: 200, body: { articleId: 'nft-marketplace', documents: [{ path: articlePath('nft-marketplace') }, { version: expect.any(Number) as unknown }, { path: translationPath('nft-marketplace', 'de') }] } });
    const fieldsOf = async (articleId: string, locale: Locale) => readTranslationText((await desk.storage.documents.getDraft(translationPath(articleId, locale)))?.text ?? '');
    expect(await fieldsOf('nft-marketplace', 'en')).toMatchObject({ title: 'NFTs', phrasings: ['Do you have NFTs?'] });
    expect(await fieldsOf('nft-marketplace', 'de')).toMatchObject({ title: '', phrasings: ['wo finde ich hier NFTs'] });
    expect(await call('POST', `/api/editor/gaps/${gap.id}/article`, start)).toMatchObject({ status: 409, body: { error: { field: 'articleId' } } });
    expect(aboutNft(await list())?.startedArticleId).toBe('nft-marketplace');

    const published = await desk.storage.documents.getRevisionAsOf(translationPath('policy-listing', 'en'), await desk.storage.documents.version());
    const before = readTranslationText(published?.text ?? '')!;
    const added = await call('POST', `/api/editor/gaps/${gap.id}/phrasings`, { articleId: 'policy-listing', phrasings: [{ locale: 'en', text: 'will you ever list NFTs' }, { locale: 'en', text: `${before.phrasings[0]}!` }, { locale: 'en', text: 'change email' }] });
    expect(added).toMatchObject({ status: 200, body: { documents: [{ path: translationPath('policy-listing', 'en'), version: 1 }], skipped: [{ reason: 'in-another-article', articleId: 'account-change-email-phone' }, { reason: 'already-there' }] } });
    expect(await fieldsOf('policy-listing', 'en')).toEqual({ ...before, phrasings: [...before.phrasings, 'will you ever list NFTs'] });
    expect(await call('POST', `/api/editor/gaps/${gap.id}/phrasings`, { articleId: 'no-such', phrasings })).toMatchObject({ status: 404 });
  });

  it('are closed by an editor, and come back when they grow', async () => {
    const gap = aboutNft(await list())!;
    const closed = await call('POST', `/api/editor/gaps/${gap.id}/close`, { total: gap.total, note: 'There is an article now.' });
    expect(closed).toMatchObject({ status: 200, body: { gap: { state: 'closed', closed: { name: 'eve', total: gap.total, note: 'There is an article now.' } } } });
    expect(aboutNft(await list())).toBeUndefined();
    expect(aboutNft(await list('&state=closed'))?.id).toBe(gap.id);
    for (let i = 0; i < 3; i++) await askInVain(ASKED[i]!);
    expect(aboutNft(await untilListed((one) => aboutNft(one) !== undefined))).toMatchObject({ id: gap.id, state: 'reopened', total: gap.total + 3 });
    expect(await call('POST', `/api/editor/gaps/${gap.id}/reopen`, {})).toMatchObject({ status: 200, body: { gap: { state: 'open', closed: null } } });
  });

  it('count for the articles that were given too', async () => {
    const contact = await ask('how do I change my email address?');
    const answer = await contact.waitForEvent('message.sent', ({ data }) => data.kind === 'answer');
    contact.sendFrame({ type: 'answer.rate', id: 'rate-1', conversationId: contact.conversationId, ofSeq: answer.seq, helpful: false });
    await contact.waitForEvent('answer.rated');
    contact.close();
    const path = '/api/editor/figures/account-change-email-phone?days=7';
    let figures = await get<RouteOutput<'readArticleFigures'>>(path);
    while (figures.now.notHelped === 0) figures = await get(path);
    expect(figures).toMatchObject({ now: { uses: 1, helped: 0, notHelped: 1, conversations: 1, handedOver: 0 }, before: { uses: 0 }, locales: [{ locale: 'en', uses: 1 }], unhelped: [{ outcome: 'unhelpful' }] });
    expect(figures.attracting).toMatchObject([{ locale: 'en', wrong: 1, right: 0 }]);
    expect((await get<RouteOutput<'listArticleFigures'>>('/api/editor/figures?days=7')).articles[0]).toMatchObject({ articleId: 'account-change-email-phone', now: { uses: 1 } });
  });

  it('are imported as drafts, all or none, and by editors alone', async () => {
    const file = (text: string) => ({ kind: 'csv', locale: 'en', category: 'trading', files: [{ path: 'faq.csv', base64: Buffer.from(text).toString('base64') }] });
    const good = 'id,title,body\nnft-fees,Fees of NFTs,There are none.\n';
    const wrong = `${good}nft-taxes,,Nothing.\n`;
    expect(await call('POST', '/api/editor/import/preview', file(wrong))).toMatchObject({ status: 200, body: { documents: [{ articleId: 'nft-fees', exists: 'new' }, { locale: null }], errors: [{ row: 2, line: 3, field: 'title' }] } });
    expect(await call('POST', '/api/editor/import', file(wrong))).toMatchObject({ body: { state: 'refused' } });
    expect(await desk.storage.documents.getDraft(translationPath('nft-fees', 'en'))).toBeUndefined();
    expect(await call('POST', '/api/editor/import', { ...file(wrong), leaveOutWrong: true })).toMatchObject({ body: { state: 'imported', documents: [{ version: 1 }, { version: 1 }], leftOut: [{ row: 2 }] } });
    expect((await desk.storage.documents.getDraft(translationPath('nft-fees', 'en')))?.text).toContain('There are none.');
    expect(await call('POST', '/api/editor/import', file(good))).toMatchObject({ body: { state: 'refused', errors: [{ field: 'id' }] } });
    expect(await call('POST', '/api/editor/import/preview', file('x'.repeat(5_000_001)))).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    const agent = await signIn(desk.url, await desk.createAgent('ana@x.example'));
    expect((await call('POST', '/api/editor/import', file(good), agent)).status).toBe(403);
    expect((await call('GET', '/api/editor/gaps', undefined, agent)).status).toBe(403);
  });
});
