import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RouteOutput, RouteName } from '../../src/protocol/http.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { signIn } from '../clients/sign-in.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { SAMPLE_FILES } from '../fixtures/sample-files.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

const EN = 'articles/withdrawal-limits/en.md';
const DE = 'articles/withdrawal-limits/de.md';
const QUESTION = 'what is my withdrawal limit?';
const HOUR_MS = 3_600_000;

type Answer<N extends RouteName> = { readonly status: number; readonly json: RouteOutput<N> & { readonly error?: { readonly code: string; readonly field?: string; readonly message: string } } };

describe('publishing what editors write', () => {
  const clock = createManualClock(Date.now());
  let desk: RunningDesk;
  let eva: string;
  let ole: string;
  beforeAll(async () => {
    // The clock of these tests goes on by hours.
    desk = await startDesk(undefined, { clock, config: { sessions: { idleMs: 12 * HOUR_MS } } });
    eva = await enter('eva@x.example', 'editor');
    ole = await enter('ole@x.example', 'editor');
  });
  afterAll(() => desk.stop());

  async function enter(email: string, role: 'editor' | 'agent'): Promise<string> {
    return signIn(desk.url, await desk.createAgent(email, { role }));
  }
  async function call<N extends RouteName>(cookie: string, _name: N, method: string, path: string, body?: unknown): Promise<Answer<N>> {
    const response = await fetch(`${desk.url}/api/editor${path}`, { method, headers: { cookie, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, json: await response.json() as Answer<N>['json'] };
  }
  const read = async (path: string) => (await call(eva, 'readDocument', 'GET', `/document?path=${encodeURIComponent(path)}`)).json;
  const save = (cookie: string, path: string, text: string | null, version = 0, base = 1) => call(cookie, 'saveDraft', 'PUT', '/draft', { path, text, version, base });
  const publish = (documents: { path: string; version: number }[], more = {}) => call(eva, 'publish', 'POST', '/publish', { documents, ...more });
  const stateOf = async (articleId: string, locale: 'en' | 'de') => (await call(eva, 'listArticles', 'GET', '/articles')).json.articles.find(({ id }) => id === articleId)?.translations[locale];

  /** Saves and publishes a text at once; the id of the publication. */
  async function release(path: string, change: (text: string) => string): Promise<number> {
    const { published } = await read(path);
    const saved = (await save(eva, path, change(published?.text ?? ''), 0, published?.number ?? 0)).json;
    if (saved.state !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
    const done = (await publish([{ path, version: saved.draft.version }])).json;
    if (done.state !== 'published') throw new Error(`not published: ${JSON.stringify(done)}`);
    return done.publication.id;
  }
  async function ask(contact: ContactClient, question: string): Promise<string> {
    contact.events.length = 0;
    await contact.send(question);
    return String((await contact.waitForEvent('message.sent')).data.text);
  }

  it('is for editors alone', async () => {
    const ana = await enter('ana@x.example', 'agent');
    for (const [method, path, body] of [['GET', '/articles'], ['PUT', '/draft', { path: EN, text: 'x', version: 0, base: 1 }], ['POST', '/publish', { documents: [{ path: EN, version: 1 }] }], ['GET', '/exchange']] as const) {
      expect(await call(ana, 'publish', method, path, body)).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } });
    }
    const foreign = await fetch(`${desk.url}/api/editor/draft`, { method: 'PUT', headers: { cookie: eva, 'Content-Type': 'application/json', origin: 'https://evil.example' }, body: '{}' });
    expect(foreign.status).toBe(403);
  });

  it('begins with the shipped articles, all of them published', async () => {
    const { version, articles } = (await call(eva, 'listArticles', 'GET', '/articles')).json;
    expect(version).toBe(1);
    expect(articles.length).toBeGreaterThan(90);
    expect(articles.find(({ id }) => id === 'withdrawal-limits')).toMatchObject({
      state: 'published', category: 'withdrawal', team: 'payments', draft: null, translations: { en: { state: 'current', revision: 1 }, de: { state: 'current', differences: [], draft: null } },
    });
    expect(articles.flatMap(({ translations }) => Object.values(translations)).filter(({ state }) => state === 'missing')).toEqual([]);
  });

  it('lets one of two editors save, and shows the other what stands there now', async () => {
    const { published } = await read(EN);
    const mine = `${published?.text}\nMine.\n`;
    expect((await save(eva, EN, mine)).json).toMatchObject({ state: 'saved', draft: { version: 1, editor: { name: 'eva' } } });
    expect((await save(ole, EN, 'theirs')).json).toMatchObject({ state: 'conflict', draft: { version: 1, text: mine } });
    expect((await save(ole, EN, `${mine}\nTheirs.\n`, 1)).json).toMatchObject({ state: 'saved', draft: { version: 2, editor: { name: 'ole' } } });
    expect((await publish([{ path: EN, version: 1 }])).json).toEqual({ state: 'conflict', path: EN });
    expect((await call(eva, 'discardDraft', 'POST', '/draft/discard', { path: EN, version: 2 })).json).toEqual({ state: 'discarded' });
    const { revisions } = (await call(eva, 'listRevisions', 'GET', `/revisions?path=${EN}`)).json;
    expect(revisions.map(({ kind, editor }) => [kind, editor.name])).toEqual([['draft', 'ole'], ['draft', 'eva'], ['published', 'Vigil']]);
    expect((await call(eva, 'readRevision', 'GET', `/revision?path=${EN}&number=2`)).json.revision.text).toBe(mine);
  });

  it('changes what the assistant says in a conversation that goes on, and reverting changes it back', async () => {
    const contact = await connectContact(desk.url);
    await ask(contact, 'how do i change my email address?');
    const id = await release(EN, (text) => text.replace('limitsUrl}}) shows how much you can withdraw', 'limitsUrl}}) tells how much may leave your account'));
    expect(await ask(contact, QUESTION)).toContain('tells how much may leave your account');
    expect(await (await fetch(`${desk.url}/help/en/withdrawal-limits`)).text()).toContain('tells how much may leave your account');
    expect(await stateOf('withdrawal-limits', 'de')).toMatchObject({ state: 'stale', differences: [] });
    const reverted = (await call(eva, 'revertPublication', 'POST', `/publications/${id}/revert`, { note: 'a mistake' })).json;
    expect(reverted).toMatchObject({ state: 'published', publication: { kind: 'revert', note: 'a mistake' } });
    const another = await connectContact(desk.url);
    expect(await ask(another, QUESTION)).toContain('how much you can withdraw');
    expect(await stateOf('withdrawal-limits', 'de')).toMatchObject({ state: 'current' });
    expect((await call(eva, 'revertPublication', 'POST', `/publications/${id}/revert`, {})).json).toEqual({ state: 'conflict', path: EN });
    expect((await call(eva, 'revertPublication', 'POST', '/publications/1/revert', {})).status).toBe(400);
    for (const one of [contact, another]) one.close();
  });

  it('names the facts that a translation has otherwise, and takes a translation that is published again for current', async () => {
    const id = await release(EN, (text) => text.replace('1. Open your limits', '1. Wait 72 hours.\n2. Open your limits'));
    const mark = await stateOf('withdrawal-limits', 'de');
    expect(mark?.state).toBe('stale');
    expect(mark?.differences).toEqual([{ kind: 'numbers', missing: ['72'], extra: [] }, { kind: 'steps', section: 0, source: 5, translation: 4 }]);
    const { source, published } = await read(DE);
    expect(source).toMatchObject({ state: 'stale', then: { number: 1 } });
    expect(source?.now.text).toContain('72 hours');
    expect(source?.then?.text).not.toContain('72 hours');
    expect((await call(eva, 'checkDocument', 'POST', '/check', { path: DE, text: published?.text ?? '' })).json.problems)
      .toEqual(expect.arrayContaining([expect.objectContaining({ code: 'numbers-differ', severity: 'error' }), expect.objectContaining({ code: 'steps-differ', severity: 'warning' })]));
    const plan = (await call(eva, 'planPublication', 'POST', '/plan', { paths: [DE] })).json;
    expect(plan).toEqual({ documents: [], golden: null });
    await call(eva, 'revertPublication', 'POST', `/publications/${id}/revert`, {});
    await release(DE, (text) => text);
    expect(await stateOf('withdrawal-limits', 'de')).toMatchObject({ state: 'current' });
  });

  it('refuses what is wrong, with the place and the reason, and keeps what was published', async () => {
    const { published } = await read(EN);
    const good = published?.text ?? '';
    const { version } = (await call(eva, 'listArticles', 'GET', '/articles')).json;
    const wrong: readonly [string, string, Record<string, unknown>][] = [
      [EN, good.replace(/^---\n/, ''), { code: 'front-matter', line: 1 }],
      [EN, good.replace('title: ', 'title: "half'), { code: 'yaml' }],
      [EN, `${good}\n<script>alert(1)</script>\n`, { code: 'raw-html', field: 'body' }],
      [EN, `${good}\nSee {{exchange.nothing}}.\n`, { code: 'unknown-variable', values: { name: 'exchange.nothing' } }],
      [EN, `${good}\nSee [this](article:nowhere).\n`, { code: 'unknown-article' }],
      [EN, `${good}\n![](image:${'0'.repeat(32)}.png)\n`, { code: 'unknown-image' }],
      ['articles/withdrawal-limits/article.yaml', 'category: withdrawal\ncovers: x\nintent: withdrawal_help\nurgency: normal\nrelated: [withdrawal-limits, nowhere]\n', { code: 'relates-itself', field: 'related.0', line: 5 }],
      ['articles/withdrawal-limits/article.yaml', 'category: nowhere\ncovers: x\nintent: nothing\nurgency: normal\nrelated: []\n', { code: 'not-one-of', field: 'intent', line: 3 }],
    ];
    for (const [path, text, problem] of wrong) {
      const saved = (await save(eva, path, text, 0, (await read(path)).published?.number ?? 0)).json;
      if (saved.state !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
      expect(saved.problems).toEqual(expect.arrayContaining([expect.objectContaining({ path, severity: 'error', ...problem })]));
      const refused = (await publish([{ path, version: saved.draft.version }])).json;
      expect(refused).toMatchObject({ state: 'refused' });
      await call(eva, 'discardDraft', 'POST', '/draft/discard', { path, version: saved.draft.version });
    }
    expect((await call(eva, 'listArticles', 'GET', '/articles')).json).toMatchObject({ version, drafts: [] });
  });

  it('does not even keep what no draft may hold', async () => {
    const seed = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
    for (const [path, text, status, code, field] of [
      [EN, 'a'.repeat(5_000_000), 413, 'too-large', undefined],
      [EN, 'a'.repeat(300_000), 400, 'invalid-input', 'text'],
      [EN, '漢'.repeat(100_000), 413, 'too-large', 'text'],
      [EN, 'bytes \uFFFD', 400, 'invalid-input', 'text'],
      [EN, 'nul \0', 400, 'invalid-input', 'text'],
      [EN, `write ${seed} here`, 400, 'invalid-input', 'text'],
      ['articles/withdrawal-limits/xx.md', 'x', 400, 'invalid-input', 'path'],
      ['articles/../policy.yaml', 'x', 400, 'invalid-input', 'path'],
      ['policy.yaml', 'x', 400, 'invalid-input', 'path'],
    ] as const) {
      expect(await save(eva, path, text)).toMatchObject({ status, json: { error: { code, ...(field === undefined ? {} : { field }) } } });
    }
    expect((await call(eva, 'listArticles', 'GET', '/articles')).json.drafts).toEqual([]);
  });

  it('publishes what is scheduled when its time comes, and gives back what cannot be published any more', async () => {
    const { published } = await read(EN);
    const base = published?.number ?? 0;
    const saved = (await save(eva, EN, (published?.text ?? '').replace('the hold ends by itself', 'such a hold ends by itself'), 0, base)).json;
    if (saved.state !== 'saved') throw new Error('not saved');
    const { version } = saved.draft;
    const move = (to: unknown) => call(eva, 'moveDraft', 'POST', '/draft/move', to);
    expect(await move({ path: EN, version, state: 'scheduled', publishAt: clock.now() - 1 })).toMatchObject({ status: 400, json: { error: { field: 'publishAt' } } });
    expect((await move({ path: EN, version, state: 'scheduled', publishAt: clock.now() + HOUR_MS })).json).toMatchObject({ state: 'saved', draft: { state: 'scheduled' } });
    await desk.app.runSchedule();
    expect((await read(EN)).published?.number).toBe(base);
    clock.advance(HOUR_MS);
    await desk.app.runSchedule();
    const now = await read(EN);
    expect(now).toMatchObject({ draft: null, published: { text: expect.stringContaining('such a hold ends by itself') as unknown } });
    expect((await call(eva, 'listPublications', 'GET', '/publications?limit=1')).json.publications).toMatchObject([{ kind: 'schedule', editor: { name: 'eva' } }]);

    const number = now.published?.number ?? 0;
    const late = (await save(eva, EN, `${now.published?.text}\nLate.\n`, 0, number)).json;
    if (late.state !== 'saved') throw new Error('not saved');
    await move({ path: EN, version: late.draft.version, state: 'scheduled', publishAt: clock.now() + HOUR_MS });
    const [{ id = 0 } = {}] = (await call(eva, 'listPublications', 'GET', '/publications?limit=1')).json.publications;
    await call(eva, 'revertPublication', 'POST', `/publications/${id}/revert`, {});
    clock.advance(HOUR_MS);
    await desk.app.runSchedule();
    expect((await read(EN)).draft).toMatchObject({ state: 'draft', returned: 'conflict', publishAt: null });
    const { draft } = await read(EN);
    await call(eva, 'discardDraft', 'POST', '/draft/discard', { path: EN, version: draft?.version });
  });

  it('begins an article, publishes and archives it: it is cited no more', async () => {
    const article = { id: 'withdrawal-pigeon', category: 'withdrawal', intent: 'withdrawal_help', covers: 'pigeons', related: ['withdrawal-limits', 'withdrawal-fees'], title: 'Withdraw by carrier pigeon', phrasings: ['can i withdraw by carrier pigeon', 'send my bitcoin by pigeon post'] };
    const begun = (await call(eva, 'createArticle', 'POST', '/articles', article)).json;
    expect(begun.paths).toEqual(['articles/withdrawal-pigeon/article.yaml', 'articles/withdrawal-pigeon/en.md']);
    expect(await call(eva, 'createArticle', 'POST', '/articles', article)).toMatchObject({ status: 409, json: { error: { code: 'conflict', field: 'id' } } });
    const [yaml = '', en = ''] = begun.paths;
    const { draft } = await read(en);
    const text = `${draft?.text}Pigeons carry no coins, and nothing that promises so comes from us. Use the [limits page]({{exchange.limitsUrl}}) to see what you can withdraw today instead.\n\n## Why\n${'A pigeon is a bird and knows no network, so that nothing it carries would ever arrive anywhere. '.repeat(3)}\n`;
    const saved = (await save(eva, en, text, 1, 0)).json;
    expect(saved).toMatchObject({ state: 'saved', problems: expect.arrayContaining([expect.objectContaining({ code: 'no-article' })]) as unknown });
    const alone = (await publish([{ path: en, version: 2 }])).json;
    expect(alone).toMatchObject({ state: 'refused' });
    expect((await publish([{ path: yaml, version: 1 }, { path: en, version: 2 }], { note: 'asked for' })).json).toMatchObject({ state: 'published', publication: { note: 'asked for' } });
    expect((await fetch(`${desk.url}/help/en/withdrawal-pigeon`)).status).toBe(200);
    expect((await call(eva, 'archiveArticle', 'POST', '/articles/withdrawal-limits/archive', {})).json).toMatchObject({ state: 'needs-confirmation' });
    const archived = (await call(eva, 'archiveArticle', 'POST', '/articles/withdrawal-pigeon/archive', {})).json;
    expect(archived).toMatchObject({ state: 'published', publication: { kind: 'archive' } });
    expect((await fetch(`${desk.url}/help/en/withdrawal-pigeon`)).status).toBe(404);
    const { articles } = (await call(eva, 'listArticles', 'GET', '/articles')).json;
    expect(articles.find(({ id }) => id === 'withdrawal-pigeon')).toMatchObject({ state: 'archived', category: 'withdrawal', translations: { en: { title: 'Withdraw by carrier pigeon', state: 'missing' } } });
    if (archived.state !== 'published') throw new Error('not archived');
    await call(eva, 'revertPublication', 'POST', `/publications/${archived.publication.id}/revert`, {});
    expect((await fetch(`${desk.url}/help/en/withdrawal-pigeon`)).status).toBe(200);
  });

  it('has the exchange\'s settings and the shelves as forms, and keeps their comments', async () => {
    const exchange = (await call(eva, 'readExchange', 'GET', '/exchange')).json;
    expect(exchange).toMatchObject({ version: 1, settings: { name: 'Example Exchange' } });
    const form = { version: 1, settings: { ...exchange.settings, name: 'Nova' }, note: 'new name' };
    expect((await call(eva, 'saveExchange', 'PUT', '/exchange', form)).json).toMatchObject({ state: 'published', version: 2 });
    expect((await call(eva, 'saveExchange', 'PUT', '/exchange', form)).json).toEqual({ state: 'conflict', path: 'exchange.yaml' });
    expect((await read('exchange.yaml')).published?.text).toMatch(/^# The exchange's own facts[\s\S]*\nname: Nova\n/);
    const without = Object.fromEntries(Object.entries(form.settings).filter(([name]) => name !== 'feesUrl'));
    expect((await call(eva, 'saveExchange', 'PUT', '/exchange', { ...form, version: 2, settings: without })).json).toMatchObject({ state: 'refused', problems: [{ field: 'feesUrl', code: 'missing' }] });
    expect((await call(eva, 'saveExchange', 'PUT', '/exchange', { ...form, version: 2, settings: { ...form.settings, feesUrl: 'javascript:alert(1)' } })).json).toMatchObject({ state: 'refused', problems: [{ field: 'feesUrl', code: 'malformed' }] });
    const { categories } = (await call(eva, 'readCategories', 'GET', '/categories')).json;
    expect((await call(eva, 'saveCategories', 'PUT', '/categories', { version: 1, categories: categories.slice(1) })).json).toMatchObject({ state: 'refused' });
    const arranged = [...categories.slice(1), categories[0], { id: 'gifts', team: 'general', titles: { en: 'Gifts' } }];
    expect((await call(eva, 'saveCategories', 'PUT', '/categories', { version: 1, categories: arranged })).json).toMatchObject({ state: 'published', version: 2 });
    expect((await read('categories.yaml')).published?.text).toMatch(/^# The shelves[\s\S]*\nidentity:[\s\S]*gifts: \{ team: general, titles: \{ en: Gifts \} \}\n$/);
  });

  it('shows a draft as contacts would see it, with its image', async () => {
    const upload = await fetch(`${desk.url}/api/editor/images`, { method: 'POST', headers: { cookie: eva, 'Content-Type': 'application/octet-stream' }, body: new Uint8Array(SAMPLE_FILES.png) });
    const image = await upload.json() as { name: string; path: string };
    expect(image.name).toMatch(/^[0-9a-f]{32}\.png$/);
    const served = await fetch(desk.url + image.path);
    expect([served.headers.get('content-type'), served.headers.get('x-content-type-options')]).toEqual(['image/png', 'nosniff']);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(Buffer.from(SAMPLE_FILES.png));
    const { published } = await read(EN);
    const text = (published?.text ?? '').replace('\n\n1. ', `\n\n![The limits page](image:${image.name})\n\n1. `);
    const shown = (await call(eva, 'previewDocument', 'POST', '/preview', { path: EN, text })).json;
    expect(shown).toMatchObject({ state: 'shown', answer: expect.stringContaining(`![The limits page](/help/images/${image.name})`) as unknown });
    if (shown.state === 'shown') expect(shown.page).toContain(`<img src="/help/images/${image.name}" alt="The limits page"`);
    expect((await call(eva, 'previewDocument', 'POST', '/preview', { path: EN, text: 'nothing' })).json).toMatchObject({ state: 'unreadable', problems: [{ code: 'front-matter' }] });
    expect((await call(eva, 'checkDocument', 'POST', '/check', { path: EN, text })).json.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const page = await fetch(`${desk.url}/api/editor/images`, { method: 'POST', headers: { cookie: eva }, body: '<svg onload=alert(1)>' });
    expect(page.status).toBe(400);
  });

  it('is there again after a restart', async () => {
    const before = (await read(EN)).published;
    await desk.restart();
    expect((await read(EN)).published).toEqual(before);
    expect((await call(eva, 'readExchange', 'GET', '/exchange')).json.settings['name']).toBe('Nova');
    expect(await (await fetch(`${desk.url}/help/en/withdrawal-pigeon`)).text()).toContain('Nova');
  });
});
