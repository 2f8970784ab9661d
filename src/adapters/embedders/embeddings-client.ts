import { setTimeout as wait } from 'node:timers/promises';
import { OpenAIClient } from '@langchain/openai';
import { describeFailure } from './embeddings-failure.ts';

/** A server that speaks OpenAI's `POST /embeddings`. */
export interface EmbeddingsServer {
  /** Without a slash at the end, as `http://127.0.0.1:8080/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  /** What the model wants before a question, as e5's "query: ". */
  readonly queryPrefix?: string;
  /** What the model wants before what is searched, as e5's "passage: ". */
  readonly passagePrefix?: string;
}

export interface EmbeddingsRequest {
  /** Milliseconds for all of it: connecting, the whole body, and the second attempt. */
  readonly limitMs: number;
  /** Milliseconds before the second attempt where the server names none; undefined makes one attempt. */
  readonly retryMs?: number | undefined;
}

export interface EmbeddingsClient {
  /**
   * The body of the answer, whatever it is. Rejects with AppError `unavailable`, or `invalid-input` where
   * the server refuses the texts; its message names setting and reason, never the key or a text.
   */
  request(texts: readonly string[], request: EmbeddingsRequest): Promise<unknown>;
}

/**
 * `OpenAIEmbeddings` of langchain would not do: it takes vectors as they come instead of by `index`,
 * waits a second and more before a retry, its time-out ends with the headers, and it sends the keys
 * of `OPENAI_*` to whatever server it is given. So this is the client beneath it, with its retries off.
 */
export function createEmbeddingsClient(server: EmbeddingsServer): EmbeddingsClient {
  const client = createClient(server);
  const ask = async (texts: readonly string[], signal: AbortSignal): Promise<unknown> =>
    client.embeddings.create({ model: server.model, input: [...texts], encoding_format: 'float' }, { signal });
  return {
    async request(texts, { limitMs, retryMs }) {
      const signal = AbortSignal.timeout(limitMs);
      try {
        return await ask(texts, signal).catch(async (error: unknown) => {
          const pause = retryMs === undefined ? undefined : pauseBefore(error, retryMs);
          if (pause === undefined || pause >= limitMs) throw error;
          await wait(pause, undefined, { signal });
          return ask(texts, signal);
        });
      } catch (error) {
        throw describeFailure(error, server, signal.aborted ? limitMs : undefined);
      }
    },
  };
}

function createClient({ baseUrl, apiKey }: EmbeddingsServer): OpenAIClient {
  // The client adds headers of its own and those of OPENAI_CUSTOM_HEADERS: only these leave.
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) };
  return new OpenAIClient({
    baseURL: baseUrl,
    apiKey: 'sent by the headers above',
    maxRetries: 0,
    logLevel: 'off', // or OPENAI_LOG could print the texts
    fetch: (url, init) => fetch(url, { ...init, headers }),
  });
}

/** Milliseconds to wait before a second attempt; undefined where one would fail as well. */
function pauseBefore(error: unknown, retryMs: number): number | undefined {
  if (!(error instanceof OpenAIClient.APIError)) return retryMs; // the answer broke off, or is no JSON
  const status = error.status as number | undefined;
  if (status === undefined) return retryMs; // no connection
  if (status !== 429 && status < 500) return undefined;
  const seconds = Number((error.headers as Headers | undefined)?.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : retryMs;
}
