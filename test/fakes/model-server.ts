import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** How a request goes wrong. */
export type ModelServerFailure =
  /** A refusal in the field for it. */
  | 'refusal'
  /** Ended by a filter, after what it said until then. */
  | 'filtered'
  /** 400 with the code of a filter. */
  | 'filtered-request'
  /** Ended at the most tokens. */
  | 'cut-off'
  /** No text at all, and ended as if all were well. */
  | 'empty'
  /** JSON of another shape than asked for. */
  | 'wrong-schema'
  /** 401 with the key of the request in its message. */
  | 'unauthorized'
  | 'unknown-model'
  /** 400 with the texts of the request in its message. */
  | 'too-long'
  /** 400 that says nothing of `response_format`. */
  | 'unsupported-schema'
  /** 307 to somewhere else. */
  | 'redirect'
  | 'rate-limited'
  /** 429 that no waiting helps. */
  | 'out-of-quota'
  | 'failing'
  /** Never answers. */
  | 'hang'
  /** Says nothing more, and keeps the connection open. */
  | 'stall'
  /** Tears the connection down; without `after` before any answer. */
  | 'drop'
  /** Ends the answer politely, without having come to its end. */
  | 'break-off'
  /** Reports an error, with the answer so far in its message, in the middle of the stream. */
  | 'error-midway'
  /** Not JSON, with the answer so far in it. */
  | 'malformed'
  /** JSON that is no chat completion. */
  | 'nonsense'
  /** A page, with 200. */
  | 'page'
  /** Everything, but the connection stays open. */
  | 'no-end';

export interface AnswerOptions {
  /** How JSON comes: bare, in a Markdown fence, or between sentences. */
  readonly as?: 'bare' | 'fenced' | 'prose';
  /** Milliseconds before the first piece. */
  readonly firstAfterMs?: number;
  /** Milliseconds between two pieces. */
  readonly pauseMs?: number;
  /** What it is said to cost; false where the server does not count. */
  readonly usage?: { readonly input: number; readonly output: number } | false;
  /** Requests that are answered like this, 1 unless told; Infinity for all from now on. */
  readonly times?: number;
}

export interface FailOptions extends AnswerOptions {
  /** Pieces that are sent before. */
  readonly after?: number;
  /** What it was going to say. */
  readonly text?: string | readonly string[];
  /** Header of 429 and 500, in seconds or as a date. */
  readonly retryAfter?: string;
}

export interface ReceivedModelRequest {
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly stream?: boolean;
    readonly stream_options?: { readonly include_usage?: boolean };
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
    readonly temperature?: number;
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name: string; readonly strict?: boolean; readonly schema: Record<string, unknown> } };
  };
  /** The same for requests over one connection. */
  readonly connection: number;
  /** When each piece was written, by `performance.now()`. */
  readonly sentAt: readonly number[];
  /** Resolves when the request is over: answered in full, or the asker left or was thrown out before. */
  readonly over: Promise<'answered' | 'cut'>;
}

export interface ModelServer {
  /** The base address, with `/v1`. */
  readonly url: string;
  /** Since the last `reset`, oldest first. */
  readonly requests: readonly ReceivedModelRequest[];
  /**
   * How the next request is answered that no other answer waits for: a text, in words; a list of pieces,
   * as they are; any other value as JSON. What nobody prepared is answered with "The answer."
   */
  answer(content: unknown, options?: AnswerOptions): ModelServer;
  fail(how: ModelServerFailure, options?: FailOptions): ModelServer;
  /** What every request without a prepared answer gets, decided by the request, until `reset`. */
  answerWith(decide: (body: ReceivedModelRequest['body']) => unknown, options?: AnswerOptions): ModelServer;
  /** Answers each request that has this field with 400, until `reset`; those use no prepared answer up. */
  refuseField(field: string): ModelServer;
  /** Forgets what was prepared and received. */
  reset(): void;
  /** Ends every connection; whoever asks afterwards finds nobody. */
  close(): Promise<void>;
}

interface Prepared {
  readonly pieces: readonly string[];
  readonly options: FailOptions;
  readonly how?: ModelServerFailure;
  left: number;
}

type Received = ReceivedModelRequest & { readonly sentAt: number[] };

/** Speaks OpenAI's `POST /v1/chat/completions` on a free port, streamed and not. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: Received[] = [];
  const queue: Prepared[] = [];
  const refused = new Set<string>();
  let decide: (body: ReceivedModelRequest['body']) => Prepared = answerAnything;
  const server = createServer((request, response) => {
    void receive(request, response).then((received) => {
      requests.push(received);
      const field = [...refused].find((name) => name in received.body);
      if (field !== undefined) return sendError(response, 400, `Unsupported parameter: '${field}' is not supported with this model.`, { code: 'unsupported_parameter', param: field });
      if (received.path !== '/v1/chat/completions') return sendError(response, 404, 'no such path');
      return respond(response, received, takeNext(queue) ?? decide(received.body));
    }).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const prepare = (pieces: readonly string[], options: FailOptions, how?: ModelServerFailure): void => {
    queue.push({ pieces, options, ...(how && { how }), left: options.times ?? 1 });
  };
  const fake: ModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    answer(content, options = {}) {
      prepare(toPieces(content, options.as), options);
      return fake;
    },
    fail(how, options = {}) {
      const text = how === 'wrong-schema' ? '{"unexpected": true}' : how === 'empty' || how === 'refusal' ? '' : 'One two three four five six.';
      prepare(toPieces(options.text ?? text), options, how);
      return fake;
    },
    answerWith(next, options = {}) {
      decide = (body) => ({ pieces: toPieces(next(body), options.as), options, left: 1 });
      return fake;
    },
    refuseField(field) {
      refused.add(field);
      return fake;
    },
    reset() {
      for (const list of [requests, queue]) list.length = 0;
      refused.clear();
      decide = answerAnything;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return fake;
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<Received> {
  const over = new Promise<'answered' | 'cut'>((done) => response.once('close', () => done(response.writableFinished ? 'answered' : 'cut')));
  const body = JSON.parse(await readText(request) || '{}') as Received['body'];
  return { path: request.url ?? '', headers: request.headers, body, connection: request.socket.remotePort ?? 0, sentAt: [], over };
}

function answerAnything(): Prepared {
  return { pieces: toPieces('The answer.'), options: {}, left: 1 };
}

function takeNext(queue: Prepared[]): Prepared | undefined {
  const [next] = queue;
  if (next && --next.left <= 0) queue.shift();
  return next;
}

function toPieces(content: unknown, as: AnswerOptions['as'] = 'bare'): readonly string[] {
  if (Array.isArray(content) && content.every((piece) => typeof piece === 'string')) return content;
  if (typeof content === 'string') return content.match(/\S+\s*|^\s+/g) ?? [];
  const json = JSON.stringify(content);
  if (as === 'fenced') return toPieces(`\`\`\`json\n${json}\n\`\`\``);
  return toPieces(as === 'prose' ? `Sure [1], here is what you {asked} for: ${json} I hope that this helps.` : json);
}

async function respond(response: ServerResponse, request: Received, prepared: Prepared): Promise<void> {
  const { options: { firstAfterMs = 0, retryAfter }, how } = prepared;
  if (how === 'hang') return;
  if (how === 'drop' && prepared.options.after === undefined) return void response.socket?.destroy();
  if (firstAfterMs > 0) await wait(firstAfterMs);
  switch (how) {
    case 'unauthorized': return sendError(response, 401, `Incorrect API key provided: ${String(request.headers.authorization)}`, { code: 'invalid_api_key' });
    case 'unknown-model': return sendError(response, 404, `The model ${request.body.model} does not exist`, { code: 'model_not_found' });
    case 'too-long': return sendError(response, 400, `This is more than the maximum context length: ${JSON.stringify(request.body.messages)}`, { code: 'context_length_exceeded', param: 'messages' });
    case 'unsupported-schema': return sendError(response, 400, 'Invalid schema: every key must be required');
    case 'filtered-request': return sendError(response, 400, `Not allowed: ${JSON.stringify(request.body.messages)}`, { code: 'content_filter' });
    case 'out-of-quota': return sendError(response, 429, 'You exceeded your current quota', { code: 'insufficient_quota' });
    case 'rate-limited': return sendError(response, 429, 'Slow down', { code: 'rate_limit_exceeded' }, { 'retry-after': retryAfter ?? '0' });
    case 'failing': return sendError(response, 500, 'out of memory', {}, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    case 'redirect': return void response.writeHead(307, { location: `${request.path}/elsewhere` }).end();
    case 'page': return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome to nginx</html>\n\n');
    default: return request.body.stream ? sendStream(response, request, prepared) : sendWhole(response, request, prepared);
  }
}

function sendError(response: ServerResponse, status: number, message: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error: { message, type: 'fake_error', ...fields } }));
}

const MIDWAY: readonly (ModelServerFailure | undefined)[] = ['stall', 'drop', 'break-off', 'error-midway', 'malformed', 'nonsense'];

async function sendStream(response: ServerResponse, request: Received, { pieces, options, how }: Prepared): Promise<void> {
  const { pauseMs = 0, after = 1 } = options;
  const send = (data: unknown): void => void response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
  const sendChoice = (delta: object, finish: string | null = null): void => send(chunkOf(request, { choices: [{ index: 0, delta, finish_reason: finish }] }));
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  sendChoice({ role: 'assistant', content: '' });
  if (how === 'refusal') sendChoice({ refusal: 'I cannot help with that.' });
  const shown = MIDWAY.includes(how) ? pieces.slice(0, after) : pieces;
  for (const [i, content] of shown.entries()) {
    if (i > 0 && pauseMs > 0) await wait(pauseMs);
    if (response.destroyed) return; // the asker has left
    request.sentAt.push(performance.now());
    sendChoice({ content });
  }
  switch (how) {
    case 'stall': return;
    case 'drop': return void response.write(': \n\n', () => response.socket?.destroy());
    case 'break-off': return void response.end();
    case 'error-midway': return void response.end(`data: ${JSON.stringify({ error: { message: `failed after ${shown.join('')}`, type: 'internal_error' } })}\n\n`);
    case 'malformed': return void response.end(`data: {"choices": ${shown.join('')}\n\n`);
    case 'nonsense': return void response.end('data: {"choices": "none"}\n\n');
    default: sendChoice({}, finishOf(how));
  }
  if (request.body.stream_options?.include_usage && options.usage !== false) send(chunkOf(request, { choices: [], usage: usageOf(pieces, options) }));
  if (how === 'no-end') return;
  send('[DONE]');
  response.end();
}

function sendWhole(response: ServerResponse, request: Received, { pieces, options, how }: Prepared): void {
  if (how === 'stall') return;
  const content = pieces.join('');
  const body = how === 'malformed' ? `{"choices": ${content}` : JSON.stringify({
    ...chunkOf(request, {}),
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: how === 'refusal' ? null : content, refusal: how === 'refusal' ? 'I cannot help with that.' : null }, finish_reason: finishOf(how) }],
    ...(options.usage !== false && { usage: usageOf(pieces, options) }),
  });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) });
  request.sentAt.push(performance.now());
  if (how === 'drop' || how === 'break-off') response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  else response.end(body);
}

function chunkOf(request: Received, fields: object): object {
  return { id: 'chatcmpl-fake', object: 'chat.completion.chunk', created: 1_700_000_000, model: request.body.model, ...fields };
}

function finishOf(how: ModelServerFailure | undefined): string {
  return how === 'cut-off' ? 'length' : how === 'filtered' ? 'content_filter' : 'stop';
}

function usageOf(pieces: readonly string[], { usage }: AnswerOptions): object {
  const { input, output } = usage || { input: 100, output: pieces.length };
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

/** What an honest model might answer: the first sentence of the first passage that it was given, cited. */
export function quoteFirstPassage({ messages }: ReceivedModelRequest['body']): string {
  const user = messages.find(({ role }) => role === 'user')?.content ?? '';
  const [, number = '', text = ''] = /passages>>\n\[(\d+)\][^\n]*\n([^\n]+)/.exec(user) ?? [];
  return `${text} [${number}]`;
}
