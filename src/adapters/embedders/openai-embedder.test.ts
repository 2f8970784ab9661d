import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { embedWords, startEmbeddingsServer, type EmbeddingsMode, type EmbeddingsServerFake } from '../../../test/fakes/embeddings-server.ts';
import { AppError } from '../../domain/errors.ts';
import type { Embedder } from '../../ports.ts';
import type { EmbeddingsServer } from './embeddings-client.ts';
import { createOpenAiEmbedder, type EmbedderLimits } from './openai-embedder.ts';

/** Long enough for a busy machine: what must not run into a time-out. */
const PATIENT: EmbedderLimits = { probeMs: 20_000, queryMs: 20_000, passagesMs: 20_000, retryMs: 0 };
const KEY = 'sk-very-secret';

describe('the embedder over an OpenAI-compatible server', () => {
  let server: EmbeddingsServerFake;
  let embedder: Embedder;
  const create = (more: Partial<EmbeddingsServer> = {}, limits: Partial<EmbedderLimits> = {}) =>
    createOpenAiEmbedder({ baseUrl: server.url, model: 'fake', apiKey: KEY, ...more }, { ...PATIENT, ...limits });
  const failureOf = async (promise: Promise<unknown>): Promise<AppError> => {
    const error = await promise.then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  };

  beforeAll(async () => { server = await startEmbeddingsServer(); });
  beforeEach(async () => {
    server.set('normal');
    embedder = await create();
    server.set('normal');
  });
  afterAll(() => server.close());

  it('takes its dimension from the server', () => {
    expect(embedder.dimension).toBe(32);
  });

  it('changes its id with the model and the prefixes, not with the address or the key', async () => {
    const ids = await Promise.all([{}, { model: 'other' }, { queryPrefix: 'q' }, { passagePrefix: 'q' }].map(async (more) => (await create(more)).id));
    expect(new Set(ids).size).toBe(4);
    const moved = await startEmbeddingsServer();
    expect((await create({ baseUrl: moved.url, apiKey: 'sk-2' })).id).toBe(embedder.id);
    await moved.close();
  });

  it('asks for plain numbers of the model, with the key', async () => {
    await embedder.embed(['late deposit'], 'query');
    expect(server.requests).toMatchObject([{ path: '/v1/embeddings', headers: { authorization: `Bearer ${KEY}` }, body: { model: 'fake', input: ['late deposit'], encoding_format: 'float' } }]);
  });

  it('puts the prefix of its kind before each text', async () => {
    const e5 = await create({ queryPrefix: 'query: ', passagePrefix: 'passage: ' });
    server.set('normal');
    await e5.embed(['a'], 'query');
    await e5.embed(['b', 'c'], 'passage');
    expect(server.requests.map(({ body }) => body.input)).toEqual([['query: a'], ['passage: b', 'passage: c']]);
  });

  it('asks for at most 32 texts at once and keeps their order', async () => {
    const texts = Array.from({ length: 70 }, (_value, i) => `text number ${i}`);
    const vectors = await embedder.embed(texts, 'passage');
    expect(server.requests.map(({ body }) => body.input.length)).toEqual([32, 32, 6]);
    expect(vectors).toEqual(await Promise.all(texts.map(async (text) => (await embedder.embed([text], 'passage'))[0])));
  });

  it('puts vectors that come in another order back into that of the texts', async () => {
    const texts = ['one', 'two', 'three'];
    const expected = await embedder.embed(texts, 'passage');
    server.set('out-of-order');
    expect(await embedder.embed(texts, 'passage')).toEqual(expected);
  });

  it('makes vectors of any length unit vectors of the same direction', async () => {
    const [vector] = await embedder.embed(['late deposit'], 'query');
    const raw = embedWords('late deposit');
    raw.forEach((value, i) => expect(vector![i]! * Math.hypot(...raw)).toBeCloseTo(value, 5));
  });

  it('sends no empty text, which servers refuse', async () => {
    const [empty, worded] = await embedder.embed([' \n', 'word'], 'passage');
    expect(server.requests.map(({ body }) => body.input)).toEqual([['word']]);
    expect(Math.hypot(...empty!)).toBe(1);
    expect(worded).toEqual((await embedder.embed(['word'], 'passage'))[0]);
  });

  it('cuts long texts without leaving half a character', async () => {
    await embedder.embed([`x${'🙂'.repeat(5_000)}`], 'query');
    const sent = server.requests[0]!.body.input[0]!;
    expect(sent).toHaveLength(2_000);
    expect(sent.isWellFormed()).toBe(true);
  });

  const FAILURES: [EmbeddingsMode, AppError['code'], RegExp][] = [
    ['unauthorized', 'unavailable', /it answered 401, EMBEDDINGS_API_KEY is missing or wrong$/],
    ['unknown-model', 'unavailable', /it answered 404, .*EMBEDDINGS_MODEL is unknown there$/],
    ['rate-limited', 'unavailable', /it answered 429, it is asked too much$/],
    ['failing', 'unavailable', /it answered 500$/],
    ['refused', 'invalid-input', /it answered 400$/],
    ['drop', 'unavailable', /no connection \(UND_ERR_SOCKET\)$/],
    ['break-off', 'unavailable', /its answer broke off \(UND_ERR_SOCKET\)$/],
    ['malformed', 'unavailable', /its answer is no JSON$/],
    ['page', 'unavailable', /its answer is not as expected at the top$/],
    ['nan', 'unavailable', /its answer is no JSON$/],
    ['null', 'unavailable', /its answer is not as expected at data\.0\.embedding\.0$/],
    ['base64', 'unavailable', /its answer is not as expected at data\.0\.embedding$/],
    ['zeros', 'unavailable', /it gave a vector without a direction$/],
    ['one-too-few', 'unavailable', /it answered 2 texts with 1 vectors$/],
    ['numbered-wrong', 'unavailable', /its vectors are not numbered from 0 to 1$/],
    ['wrong-dimension', 'unavailable', /it gave a vector of 16 numbers instead of 32$/],
  ];

  it.each(FAILURES)('rejects with the setting and the reason where the answer is: %s', async (mode, code, reason) => {
    server.set(mode);
    const error = await failureOf(embedder.embed(['my words', 'other words'], 'query'));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(reason);
    expect(error.message).toContain(`EMBEDDINGS_BASE_URL=${server.url}`);
    expect(error.message).not.toContain('my words');
    expect(server.requests).toHaveLength(1); // somebody waits: a question is asked once
  });

  it.each(['hang', 'stall'] as const)('gives a question up at its time-out where the server does: %s', async (mode) => {
    const impatient = await create({}, { queryMs: 20 });
    server.set(mode);
    const { code, message } = await failureOf(impatient.embed(['words'], 'query'));
    expect(code).toBe('unavailable');
    expect(message).toMatch(/no answer within 20 ms$/);
  });

  it('never shows the key, even where the server repeats it', async () => {
    server.set('unauthorized');
    const error = await failureOf(embedder.embed(['words'], 'query'));
    expect(String(error.cause)).toContain('Bearer [key]');
    for (let one: unknown = error; one instanceof Error; one = one.cause) expect(`${one.message} ${one.stack} ${JSON.stringify(one)}`).not.toContain(KEY);
  });

  it('rejects where nobody listens', async () => {
    const gone = await startEmbeddingsServer();
    await gone.close();
    expect((await failureOf(create({ baseUrl: gone.url }))).message).toMatch(/no connection \(ECONNREFUSED\)$/);
  });

  it.each(['rate-limited', 'failing', 'drop', 'break-off', 'malformed'] as const)('asks for passages a second time after: %s', async (mode) => {
    const expected = await embedder.embed(['words'], 'passage');
    server.set(mode, { times: 1 });
    expect(await embedder.embed(['words'], 'passage')).toEqual(expected);
    expect(server.requests).toHaveLength(2);
  });

  it.each(['unauthorized', 'refused', 'wrong-dimension'] as const)('does not ask again where the answer would be the same: %s', async (mode) => {
    server.set(mode);
    await failureOf(embedder.embed(['words'], 'passage'));
    expect(server.requests).toHaveLength(1);
  });

  it('asks for passages twice at most', async () => {
    server.set('failing');
    await failureOf(embedder.embed(['words'], 'passage'));
    expect(server.requests).toHaveLength(2);
  });

  it('gives up at once where the server wants a longer pause than there is time', async () => {
    server.set('rate-limited', { retryAfter: '3600' });
    expect((await failureOf(embedder.embed(['words'], 'passage'))).message).toMatch(/it answered 429/);
    expect(server.requests).toHaveLength(1);
  });

  it.each(['unauthorized', 'failing', 'malformed', 'zeros', 'drop'] as const)('is not created where the first answer is: %s', async (mode) => {
    server.set(mode);
    expect((await failureOf(create())).code).toBe('unavailable');
  });

  it('is not created where the first answer does not come', async () => {
    server.set('hang');
    expect((await failureOf(create({}, { probeMs: 20 }))).message).toMatch(/no answer within 20 ms$/);
  });
});
