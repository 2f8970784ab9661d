import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';

/** How the server answers. */
export type EmbeddingsMode =
  | 'normal'
  /** Right vectors and numbers, in the order from last to first. */
  | 'out-of-order'
  /** Every vector has the number 0. */
  | 'numbered-wrong'
  | 'one-too-few'
  | 'wrong-dimension'
  /** The literal `NaN`, as Python writes it. */
  | 'nan'
  /** `null` among the numbers, as JavaScript writes NaN. */
  | 'null'
  | 'zeros'
  | 'base64'
  /** 401 with the key of the request in its message. */
  | 'unauthorized'
  | 'unknown-model'
  /** 400 with the texts in its message. */
  | 'refused'
  | 'rate-limited'
  | 'failing'
  /** Never answers. */
  | 'hang'
  /** Sends the headers and the first half, then nothing. */
  | 'stall'
  /** Sends the headers and the first half, then ends the connection. */
  | 'break-off'
  | 'malformed'
  | 'page'
  /** Ends the connection without an answer. */
  | 'drop';

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: { readonly model: string; readonly input: readonly string[]; readonly encoding_format: string };
}

export interface EmbeddingsServerFake {
  /** The base address, with `/v1`. */
  readonly url: string;
  /** Since the last `set`, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** How to answer, after that many requests that are answered normally; so many times, then normally again. */
  set(mode: EmbeddingsMode, options?: { after?: number; times?: number; retryAfter?: string }): void;
  /** Ends every connection; whoever asks afterwards finds nobody. */
  close(): Promise<void>;
}

const DIMENSION = 32;

/** Speaks OpenAI's `POST /v1/embeddings` on a free port. Texts that share words are near, as with a real model. */
export async function startEmbeddingsServer(): Promise<EmbeddingsServerFake> {
  const requests: ReceivedRequest[] = [];
  let answer: { mode: EmbeddingsMode; after: number; times: number; retryAfter: string } = { mode: 'normal', after: 0, times: 0, retryAfter: '0' };
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const received = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) as ReceivedRequest['body'] };
      requests.push(received);
      const { mode, after, times, retryAfter } = answer;
      const inTurn = requests.length > after && requests.length <= after + times;
      respond(response, inTurn ? mode : 'normal', received, retryAfter);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    set(mode, { after = 0, times = Infinity, retryAfter = '0' } = {}) {
      requests.length = 0;
      answer = { mode, after, times, retryAfter };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function respond(response: ServerResponse, mode: EmbeddingsMode, request: ReceivedRequest, retryAfter: string): void {
  const send = (status: number, body: string, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
  const fail = (status: number, message: string, headers?: Record<string, string>): void => send(status, JSON.stringify({ error: { message } }), headers);
  const { input } = request.body;
  if (request.path !== '/v1/embeddings') return fail(404, 'no such path');
  switch (mode) {
    case 'unauthorized': return fail(401, `Incorrect API key provided: ${String(request.headers.authorization)}`);
    case 'unknown-model': return fail(404, `no model ${request.body.model}`);
    case 'refused': return fail(400, `cannot embed ${input.join()}`);
    case 'rate-limited': return fail(429, 'slow down', { 'retry-after': retryAfter });
    case 'failing': return fail(500, 'out of memory');
    case 'hang': return;
    case 'drop': return void response.socket?.destroy();
    case 'page': return send(200, '<html>Welcome to nginx</html>', { 'content-type': 'text/html' });
    case 'malformed': return send(200, '{"data": [');
    case 'stall':
    case 'break-off': {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      return void response.write('{"data": [', () => { if (mode === 'break-off') response.socket?.destroy(); });
    }
    default: return send(200, writeVectors(mode, input));
  }
}

function writeVectors(mode: EmbeddingsMode, input: readonly string[]): string {
  const vectors = input.map((text) => embedWords(text, mode === 'wrong-dimension' ? DIMENSION / 2 : DIMENSION));
  const data = vectors.map((vector, index) => ({
    object: 'embedding',
    index: mode === 'numbered-wrong' ? 0 : index,
    embedding: mode === 'zeros' ? vector.map(() => 0) : mode === 'null' ? [null, ...vector.slice(1)] : mode === 'base64' ? 'AACAPwAAAAA=' : vector,
  }));
  if (mode === 'out-of-order') data.reverse();
  if (mode === 'one-too-few') data.pop();
  const body = JSON.stringify({ object: 'list', data, model: 'fake' });
  return mode === 'nan' ? body.replace('"embedding":[', '"embedding":[NaN,') : body;
}

/** Each word moves two of the numbers. Not of unit length: servers differ in that. */
export function embedWords(text: string, dimension = DIMENSION): number[] {
  const vector = Array.from({ length: dimension }, () => 0.01);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 7;
    for (const character of word) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0;
    vector[hash % dimension]! += 1;
    vector[(hash >>> 8) % dimension]! += hash % 2 === 0 ? 0.5 : -0.5;
  }
  return vector;
}
