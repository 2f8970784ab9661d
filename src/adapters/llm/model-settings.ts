import type { ProviderName } from './providers.ts';

/** Which language model, and how far it may go. */
export interface LanguageModelSettings {
  readonly provider: ProviderName;
  /** Without a slash at the end, as `http://127.0.0.1:8000/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Absent where the server wants none. Never in a log or a message. */
  readonly apiKey?: string;
  readonly limits: ModelLimits;
}

/** Milliseconds, requests and tokens. */
export interface ModelLimits {
  /** For all of a request: waiting for its turn, the second attempt, the last token. */
  readonly timeoutMs: number;
  /** For the first token, and from each to the next. */
  readonly idleTimeoutMs: number;
  /** Requests under way at once. */
  readonly maxConcurrent: number;
  /** Tokens, sent and received, of a day (UTC). */
  readonly tokensPerDay: number;
  /** Tokens, sent and received, of one conversation. */
  readonly tokensPerConversation: number;
}
