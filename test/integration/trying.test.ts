import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLanguageModel } from '../../src/adapters/llm/open-language-model.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { readPrompts } from '../../src/prompts/read-prompts.ts';
import { signIn } from '../clients/sign-in.ts';
import { startModelServer, type ModelServer } from '../fakes/model-server.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import { openSmallAssistant, type SmallAssistant } from '../fixtures/small-assistant.ts';
import { smallKnowledge } from '../fixtures/small-knowledge.ts';
import { root } from '../test-cache.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

const ARTICLE = 'deposit-late';
const QUESTION = 'deposit not showing up';
const LIMITS = { timeoutMs: 10_000, idleTimeoutMs: 5_000, maxConcurrent: 2, tokensPerDay: 1_000_000, tokensPerConversation: 100_000 };

describe('editors who try the assistant out', () => {
  let desk: RunningDesk;
  let server: ModelServer;
  let editor: string;
  let source: string;
  let small: SmallAssistant;
  beforeAll(async () => {
    server = await startModelServer();
    const settings = { provider: 'openai', baseUrl: server.url, model: 'fake', apiKey: 'sk-secret', limits: LIMITS } as const;
    const model = (await openLanguageModel(settings, { clock: systemClock, logger: silentLogger }))!;
    small = await openSmallAssistant();
    desk = await startDesk(undefined, { knowledge: small.knowledge, languageModel: { model, prompts: await readPrompts(`${root}/prompts`), askBelow: 0, turnMs: LIMITS.timeoutMs } });
    editor = await enter('editor');
    source = smallKnowledge().get(`articles/${ARTICLE}/en.md`)!;
  }, 120_000);
  afterAll(async () => {
    await desk.stop();
    await server.close();
    await small.close();
  });

  async function enter(role: Role): Promise<string> {
    return signIn(desk.url, await desk.createAgent(`${role}@vigil.example`, { role }));
  }
  async function call<T>(method: string, path: string, body?: object, headers: Record<string, string> = { cookie: editor }): Promise<{ status: number; json: T & { error?: { code: string; field?: string } } }> {
    const response = await fetch(`${desk.url}/api/editor${path}`, { method, headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, json: await response.json() as T & { error?: { code: string; field?: string } } };
  }

  it('says what a conversation would say, and stores nothing of it', async () => {
    const { json } = await call<RouteOutput<'tryUtterance'>>('POST', '/try', { utterance: QUESTION, locale: 'en', documents: [] });
    expect(json.published).toMatchObject({ action: 'answer', ranking: expect.arrayContaining([expect.objectContaining({ articleId: ARTICLE })]) as unknown, message: { citations: [{ articleId: ARTICLE }] } });
    expect(json.draft).toBeNull();
    const metrics = await (await fetch(`${desk.url}/metrics`)).text();
    expect(metrics).not.toMatch(/conversations_total [1-9]/);
  });

  it('answers with what the draft says, beside what is published', async () => {
    const documents = [{ path: `articles/${ARTICLE}/en.md`, text: source.replace('Wait for 30 minutes', 'Wait for 45 minutes') }];
    const { json } = await call<RouteOutput<'tryUtterance'>>('POST', '/try', { utterance: QUESTION, locale: 'en', documents });
    expect(json.published.message.text).toContain('Wait for 30 minutes');
    expect(json.draft?.message.text).toContain('Wait for 45 minutes');
  });

  it('keeps golden questions and runs them over a change', async () => {
    const id = randomUUID();
    const pinned = { utterance: QUESTION, locale: 'en', articleId: ARTICLE, action: 'answer' };
    expect(await call('PUT', `/golden/${id}`, pinned)).toMatchObject({ status: 200, json: { question: { id, ...pinned } } });
    expect(await call('PUT', `/golden/${randomUUID()}`, pinned)).toMatchObject({ status: 409, json: { error: { code: 'conflict', field: 'utterance' } } });
    expect((await call<RouteOutput<'listGolden'>>('GET', `/golden?articleId=${ARTICLE}`)).json.questions).toHaveLength(1);
    const archived = Array.from(smallKnowledge().keys()).filter((path) => path.startsWith(`articles/${ARTICLE}/`)).map((path) => ({ path, text: null }));
    const { json } = await call<RouteOutput<'runGolden'>>('POST', '/golden/run', { documents: archived });
    expect(json.results).toEqual([expect.objectContaining({ held: true, holds: false, broken: true, own: true })]);
    expect(await call('DELETE', `/golden/${id}`)).toMatchObject({ status: 200 });
    expect(await call('DELETE', `/golden/${id}`)).toMatchObject({ status: 404 });
  });

  it('names the place where documents cannot be read', async () => {
    const documents = [{ path: `articles/${ARTICLE}/en.md`, text: source.replace('title:', 'titel:') }];
    const { json } = await call<RouteOutput<'tryUtterance'>>('POST', '/try', { utterance: 'hello', locale: null, documents });
    expect(json.draft).toBeNull();
    expect(json.problems).toContainEqual(expect.objectContaining({ path: `articles/${ARTICLE}/en.md`, field: 'title', severity: 'error' }));
    expect(await call('POST', '/try', { utterance: '', locale: null, documents: [] })).toMatchObject({ status: 400, json: { error: { field: 'utterance' } } });
    expect(await call('POST', '/try', { utterance: 'x', locale: 'xx', documents: [] })).toMatchObject({ status: 400, json: { error: { field: 'locale' } } });
    expect(await call('POST', '/try', { utterance: 'x', locale: null, documents: [{ path: 'a', text: 'x'.repeat(300 * 1024) }] })).toMatchObject({ status: 400, json: { error: { field: 'documents.0.text' } } });
    expect((await call('POST', '/try', { utterance: 'x', locale: null, documents: [{ path: 'a', text: 'x'.repeat(5_000_000) }] })).status).toBe(413);
  });

  it('proposes a translation, over the model\'s own protocol', async () => {
    const proposed = { title: 'Einzahlung fehlt', summary: 'Warten.', body: 'Nur ein Satz über 99 Dinge.', phrasings: ['wo ist mein geld'], calmPhrasings: [] };
    server.answer(proposed, { as: 'fenced' });
    const { status, json } = await call<RouteOutput<'proposeTranslation'>>('POST', '/propose-translation', { articleId: ARTICLE, locale: 'de', source: null });
    expect([status, json.model, json.prompt]).toEqual([200, 'openai:fake', 'translate-article@1']);
    expect(json.text).toContain('title: Einzahlung fehlt');
    expect(json.warnings.map(({ problem }) => problem).join()).toMatch(/numbers differ.*99/s);
    expect(server.requests.at(-1)?.body.response_format?.json_schema?.name).toBeDefined();
    server.fail('wrong-schema');
    expect(await call('POST', '/propose-translation', { articleId: ARTICLE, locale: 'de', source: null })).toMatchObject({ status: 503, json: { error: { code: 'unavailable' } } });
  });

  it('lets nobody in who may not edit, and no other site', async () => {
    const agent = await enter('agent');
    const body = { utterance: 'hello', locale: null, documents: [] };
    expect((await call('POST', '/try', body, { cookie: agent })).status).toBe(403);
    expect((await call('POST', '/try', body, {})).status).toBe(401);
    expect((await call('POST', '/try', body, { cookie: editor, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await call('GET', '/golden', undefined, { cookie: agent })).status).toBe(403);
  });
});
