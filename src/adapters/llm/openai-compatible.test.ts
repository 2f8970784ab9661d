import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { createManualClock } from '../../../test/fakes/manual-clock.ts';
import { startModelServer, type FailOptions, type ModelServer, type ModelServerFailure } from '../../../test/fakes/model-server.ts';
import { createRecordingLogger } from '../../../test/fakes/recording-logger.ts';
import type { LanguageModel, ModelRequest } from '../../ports.ts';
import { ModelFailure, type FailureReason } from './model-failure.ts';
import type { LanguageModelSettings, ModelLimits } from './model-settings.ts';
import { openLanguageModel } from './open-language-model.ts';

const KEY = 'sk-very-secret';
const REQUEST: ModelRequest = { prompt: 'answer@3', system: 'my instructions', user: 'my words', maxTokens: 200, chargeTo: 'conversation-1' };
/** Long enough for a busy machine: what must not run into a time-out. */
const PATIENT: ModelLimits = { timeoutMs: 20_000, idleTimeoutMs: 20_000, maxConcurrent: 8, tokensPerDay: 1_000_000, tokensPerConversation: 1_000_000 };
const SHAPE = z.object({ urgency: z.enum(['low', 'high']), note: z.string().nullable() });
const JUDGED = { urgency: 'high', note: null };

let server: ModelServer;
let logger: ReturnType<typeof createRecordingLogger>;
let model: LanguageModel;

beforeAll(async () => { server = await startModelServer(); });
afterAll(() => server.close());
beforeEach(async () => {
  server.reset();
  model = await open();
});

async function open(more: Partial<LanguageModelSettings> = {}, limits: Partial<ModelLimits> = {}): Promise<LanguageModel> {
  logger = createRecordingLogger();
  const settings = { provider: 'openai', baseUrl: server.url, model: 'fake', apiKey: KEY, ...more, limits: { ...PATIENT, ...limits } } as const;
  const opened = await openLanguageModel(settings, { clock: createManualClock(), logger });
  logger.lines.length = 0;
  return opened!;
}

async function failureOf(promise: Promise<unknown>): Promise<ModelFailure> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(ModelFailure);
  return error as ModelFailure;
}

/** Everything that a logger could print of an error. */
function showAll(error: unknown): string {
  return Error.isError(error) ? `${error.message} ${error.stack} ${JSON.stringify(error)} ${showAll(error.cause)}` : String(error);
}

describe('what is sent to an OpenAI-compatible server', () => {
  it('is the prompt, the most tokens and the wish for figures', async () => {
    await model.write(REQUEST);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]!.path).toBe('/v1/chat/completions');
    expect(server.requests[0]!.body).toEqual({
      model: 'fake', temperature: 0, max_tokens: 200, stream: true, stream_options: { include_usage: true },
      messages: [{ role: 'system', content: 'my instructions' }, { role: 'user', content: 'my words' }],
    });
  });

  it('goes to /chat/completions also for a model whose name ends in -pro, in the words that models that reason want', async () => {
    await (await open({ model: 'gpt-5-pro' })).write(REQUEST);
    expect(server.requests).toMatchObject([{ path: '/v1/chat/completions', body: { model: 'gpt-5-pro', max_completion_tokens: 200 } }]);
    expect(server.requests[0]!.body).not.toHaveProperty('max_tokens');
    expect(server.requests[0]!.body).not.toHaveProperty('temperature');
  });

  it('has a strict JSON Schema where a shape is wanted', async () => {
    server.answer(JUDGED);
    await model.judge(REQUEST, SHAPE);
    expect(server.requests[0]!.body.response_format).toEqual({
      type: 'json_schema',
      json_schema: {
        name: 'answer', strict: true, schema: {
          type: 'object', additionalProperties: false, required: ['urgency', 'note'],
          properties: { urgency: { type: 'string', enum: ['low', 'high'] }, note: { type: ['string', 'null'] } },
        },
      },
    });
  });

  describe('whatever the environment says', () => {
    const environment = process.env; // eslint-disable-line no-restricted-properties -- must not leak in
    const before = { ...environment };
    let stranger: ModelServer;
    beforeEach(async () => {
      stranger = await startModelServer();
      const url = stranger.url;
      Object.assign(environment, {
        OPENAI_API_KEY: 'sk-other', OPENAI_ADMIN_KEY: 'sk-other', OPENAI_BASE_URL: url, OPENAI_API_BASE: url, OPENAI_ORGANIZATION: 'org-other', OPENAI_ORG_ID: 'org-other',
        OPENAI_PROJECT_ID: 'project-other', OPENAI_CUSTOM_HEADERS: 'x-custom: other', OPENAI_LOG: 'debug',
        LANGSMITH_TRACING: 'true', LANGCHAIN_TRACING_V2: 'true', LANGSMITH_API_KEY: 'ls-other', LANGSMITH_ENDPOINT: url, LANGSMITH_GATEWAY: url, LANGCHAIN_VERBOSE: 'true',
      });
    });
    afterEach(async () => {
      for (const name of Object.keys(environment)) if (!(name in before)) delete environment[name];
      Object.assign(environment, before);
      await stranger.close();
    });

    it('goes to no other server, with no header that is not ours', async () => {
      const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) => jest.spyOn(console, method).mockImplementation(() => undefined));
      const opened = await open();
      await opened.write(REQUEST);
      server.fail('malformed');
      await failureOf(opened.write(REQUEST));
      for (const { headers } of server.requests) {
        // What fetch sets by itself.
        const { host: _host, connection: _connection, 'content-length': _length, 'accept-encoding': _encoding, 'accept-language': _language, 'sec-fetch-mode': _mode, 'user-agent': agent, ...ours } = headers;
        expect(ours).toEqual({ accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${KEY}` });
        expect(agent).toBe('node');
      }
      await new Promise((done) => setTimeout(done, 100)); // langchain's tracer would be that fast (measured: 50 ms)
      expect(stranger.requests).toEqual([]);
      for (const spy of printed) {
        expect(spy).not.toHaveBeenCalled();
        spy.mockRestore();
      }
    });

    it('has no key where none is set', async () => {
      const { apiKey: _key, ...keyless } = { apiKey: KEY, provider: 'openai', baseUrl: server.url, model: 'fake', limits: PATIENT } as const;
      await (await openLanguageModel(keyless, { clock: createManualClock(), logger }))!.write(REQUEST);
      expect(server.requests[0]!.headers).not.toHaveProperty('authorization');
    });
  });
});

describe('a server that does not know all of it', () => {
  it('is asked for JSON in words where it refuses the schema, and the next time at once', async () => {
    server.refuseField('response_format').answer(JUDGED, { as: 'fenced', times: 2 });
    expect(await model.judge(REQUEST, SHAPE)).toEqual(JUDGED);
    expect(await model.judge(REQUEST, SHAPE)).toEqual(JUDGED);
    expect(server.requests.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
    expect(server.requests[2]!.body.messages[0]!.content).toMatch(/^my instructions\n\nAnswer with one JSON value .*\n\{"type":"object".*"urgency"/s);
  });

  it('is asked in words for one shape, and by the schema for another', async () => {
    const other = z.object({ order: z.array(z.number()) });
    server.fail('unsupported-schema').answer(JUDGED).answer({ order: [1] });
    await model.judge(REQUEST, SHAPE);
    await model.judge(REQUEST, other);
    expect(server.requests.map(({ body }) => 'response_format' in body)).toEqual([true, false, true]);
  });

  it.each(['stream_options', 'temperature', 'max_tokens'])('is asked without %s, once and for all', async (field) => {
    server.refuseField(field);
    expect(await model.write(REQUEST)).toBe('The answer.');
    await model.write(REQUEST);
    expect(server.requests.map(({ body }) => field in body)).toEqual([true, false, false]);
    if (field === 'max_tokens') expect(server.requests[1]!.body.max_completion_tokens).toBe(200);
    expect(model.status().failures).toEqual({});
  });

  it('is asked without all of them', async () => {
    server.refuseField('stream_options').refuseField('temperature').refuseField('response_format').answer(JUDGED);
    expect(await model.judge(REQUEST, SHAPE)).toEqual(JUDGED);
    expect(server.requests).toHaveLength(4);
  });
});

describe('answers of an OpenAI-compatible server', () => {
  it('are charged as the server counts, or by an estimate', async () => {
    server.answer('Well.', { usage: { input: 1_000, output: 10 } }).answer('Well.', { usage: false });
    await model.write(REQUEST);
    expect(model.status().tokensToday).toBe(1_010);
    await model.write(REQUEST);
    expect(model.status().tokensToday).toBe(1_010 + Math.ceil((15 + 8 + 5) / 4));
  });

  it('come as they are written, without what the model thinks aloud', async () => {
    server.answer(['<thi', 'nk>hm', '</think>', '\n\n', 'Your ', 'deposit']);
    expect((await Array.fromAsync(model.stream(REQUEST))).join('').trim()).toBe('Your deposit');
  });

  it('are handed out while the rest is awaited', async () => {
    server.fail('stall', { text: ['Your ', 'deposit'], after: 1 });
    for await (const piece of model.stream(REQUEST)) {
      expect(piece).toBe('Your ');
      break;
    }
    expect(await server.requests[0]!.over).toBe('cut'); // who reads no more ends the request
  });

  it('are complete without their figures', async () => {
    const impatient = await open({}, { idleTimeoutMs: 100 });
    server.fail('no-end', { text: 'All of it.', usage: false });
    expect(await impatient.write(REQUEST)).toBe('All of it.');
  });

  it('share their connections', async () => {
    for (let i = 0; i < 20; i++) await model.write(REQUEST);
    expect(await Promise.all(server.requests.map(({ over }) => over))).toEqual(Array.from({ length: 20 }, () => 'answered'));
    // fetch frees a connection a moment after the answer, so there may be a few.
    expect(new Set(server.requests.map(({ connection }) => connection)).size).toBeLessThan(10);
  });

  it('are made an end of by the caller, on the server too', async () => {
    const controller = new AbortController();
    server.fail('hang');
    const failed = failureOf(model.write({ ...REQUEST, signal: controller.signal }));
    while (server.requests.length === 0) await new Promise((done) => setTimeout(done, 1));
    controller.abort();
    expect((await failed).reason).toBe('cancelled');
    expect(await server.requests[0]!.over).toBe('cut');
  });
});

const FAILURES: [ModelServerFailure, FailureReason, RegExp, FailOptions][] = [
  ['refusal', 'refused', /: it refuses to answer$/, {}],
  ['filtered', 'refused', /: it refuses to answer$/, {}],
  ['filtered-request', 'refused', /: it refuses to answer$/, {}],
  ['cut-off', 'cut-off', /: its answer was cut off at the most tokens/, {}],
  ['empty', 'empty', /: its answer is empty$/, {}],
  ['unauthorized', 'misconfigured', /: it answered 401, OPENAI_API_KEY is missing or wrong$/, {}],
  ['unknown-model', 'misconfigured', /: it answered 404, .*OPENAI_MODEL is unknown there$/, {}],
  ['redirect', 'misconfigured', /: it answered 307, OPENAI_BASE_URL redirects/, {}],
  ['out-of-quota', 'misconfigured', /: the quota of OPENAI_API_KEY is used up$/, {}],
  ['too-long', 'rejected', /: the request has more tokens than OPENAI_MODEL reads$/, {}],
  ['rate-limited', 'rate-limited', /: it answered 429, it is asked too much$/, { times: 2 }],
  ['failing', 'failing', /: it answered 500$/, { times: 2, retryAfter: '0' }],
  ['drop', 'no-connection', /: no connection \(UND_ERR_SOCKET\)$/, { times: 2 }],
  ['drop', 'broken-off', /: its answer broke off \(UND_ERR_SOCKET\)$/, { after: 1 }],
  ['break-off', 'broken-off', /: its answer broke off$/, {}],
  ['error-midway', 'failing', /: it reported an error midway$/, {}],
  ['malformed', 'malformed', /: its answer is no JSON$/, {}],
  ['nonsense', 'malformed', /: its answer is not as expected at choices$/, {}],
  ['page', 'malformed', /: its answer is no stream of chat completion chunks$/, {}],
];

describe('failures of an OpenAI-compatible server', () => {
  it.each(FAILURES)('are told apart, by setting and reason: %s → %s', async (how, reason, words, options) => {
    server.fail(how, options);
    const failure = await failureOf(Array.fromAsync(model.stream(REQUEST)));
    expect(failure.reason).toBe(reason);
    expect(failure.message).toMatch(words);
    expect(failure.message).toContain(`OPENAI_BASE_URL=${server.url} OPENAI_MODEL=fake`);
    expect(model.status().failures).toEqual({ [reason]: 1 });
    expect(model.status().running).toBe(0);
  });

  it.each(FAILURES)('never show a key, a prompt or an answer: %s → %s', async (how, _reason, _words, options) => {
    server.fail(how, options);
    const shown = `${showAll(await failureOf(model.write(REQUEST)))} ${logger.lines.join()}`;
    for (const secret of [KEY, 'my words', 'my instructions', 'One two']) expect(shown).not.toContain(secret);
  });

  it('are found where nobody listens', async () => {
    const gone = await startModelServer();
    await gone.close();
    expect((await failureOf((await open({ baseUrl: gone.url })).write(REQUEST))).message).toMatch(/: no connection \(ECONNREFUSED\)$/);
  });

  it.each([
    ['rate-limited', { retryAfter: '0' }],
    ['failing', { retryAfter: new Date(0).toUTCString() }],
    ['failing', {}],
    ['drop', {}],
    ['break-off', { after: 0 }],
  ] as [ModelServerFailure, FailOptions][])('are made good by a second attempt: %s %j', async (how, options) => {
    server.fail(how, options);
    expect(await model.write(REQUEST)).toBe('The answer.');
    expect(server.requests).toHaveLength(2);
    expect(model.status()).toMatchObject({ requests: 1, failures: {} });
  });

  it.each([['rate-limited', { retryAfter: '3600' }], ['failing', { retryAfter: new Date(Date.now() + 3_600_000).toUTCString() }]] as [ModelServerFailure, FailOptions][])(
    'are given up at once where the server wants a longer pause than there is time: %s %j', async (how, options) => {
      server.fail(how, options);
      await failureOf(model.write(REQUEST));
      expect(server.requests).toHaveLength(1);
    });

  it('are given up after pieces were handed out', async () => {
    server.fail('drop', { after: 2 });
    const pieces: string[] = [];
    await failureOf((async () => { for await (const piece of model.stream(REQUEST)) pieces.push(piece); })());
    expect(pieces).toEqual(['One ', 'two ']);
    expect(server.requests).toHaveLength(1);
  });

  it.each([['hang', 'timeout', 'within LLM_IDLE_TIMEOUT_MS=60'], ['stall', 'stalled', 'stalled midway for LLM_IDLE_TIMEOUT_MS=60']] as const)(
    'end at the idle limit, on the server too: %s', async (how, reason, words) => {
      const impatient = await open({}, { idleTimeoutMs: 60 });
      server.fail(how);
      const failure = await failureOf(impatient.write(REQUEST));
      expect(failure.reason).toBe(reason);
      expect(failure.message).toContain(words);
      expect(await server.requests[0]!.over).toBe('cut');
    });

  it('end at the total limit where tokens drip', async () => {
    const impatient = await open({}, { timeoutMs: 100 });
    server.answer(Array.from({ length: 1_000 }, () => '.'), { pauseMs: 5 });
    expect((await failureOf(impatient.write(REQUEST))).message).toContain('LLM_TIMEOUT_MS=100');
    expect(await server.requests[0]!.over).toBe('cut');
  });

  it('open the circuit, and then nothing is sent any more', async () => {
    server.fail('unauthorized', { times: Infinity });
    for (let i = 0; i < 3; i++) await failureOf(model.write(REQUEST));
    expect(model.status().circuit).toBe('open');
    for (const ask of [() => model.write(REQUEST), () => model.judge(REQUEST, SHAPE), () => Array.fromAsync(model.stream(REQUEST))]) {
      expect((await failureOf(ask())).reason).toBe('circuit-open');
    }
    expect(server.requests).toHaveLength(3);
  });

  it('do not open the circuit where a contact brought them about', async () => {
    for (const how of ['refusal', 'empty', 'cut-off', 'too-long', 'wrong-schema'] as const) {
      server.fail(how, { times: 3 });
      for (let i = 0; i < 3; i++) await failureOf(model.judge(REQUEST, SHAPE));
      server.reset();
    }
    expect(model.status().circuit).toBe('closed');
  });
});
