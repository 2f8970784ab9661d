import type { Citation } from './events.ts';
import type { Locale } from './locales.ts';

/** In which ways a draft can be rewritten. */
export const TONES = ['shorter', 'warmer', 'formal'] as const;
export type Tone = (typeof TONES)[number];

/** Somebody's words in a conversation, secrets taken out. */
export interface Said {
  readonly from: 'contact' | 'assistant' | 'colleague';
  readonly text: string;
}

/** What a colleague reads first. */
export interface ConversationSummary {
  /** What the contact wants, in one sentence. */
  readonly wish: string;
  /** What happened and what was done, oldest first. */
  readonly events: readonly string[];
  /** What is still open: to do, or to ask next. */
  readonly open: readonly string[];
}

/**
 * What a tool made, or why there is nothing to show. `unavailable` (down, slow, over budget), `failed`
 * (a mistake of ours) and `cancelled` are about the model; every other reason says that it did answer
 * and that the answer did not pass its checks.
 */
export type ToolResult<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string };

interface ToolRequest {
  /** Id of the conversation whose budget is charged. */
  readonly chargeTo: string;
  /** Ends the request, and with it what it costs. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a language model does for agents. It is given text without secrets only, everything that it
 * returns has been verified, and no method rejects. Nothing here sends anything to anybody.
 */
export interface AgentTools {
  /** @param request `spoken` is the contact's language, `locale` the agent's. */
  summarise(request: ToolRequest & { readonly conversation: readonly Said[]; readonly spoken: Locale; readonly locale: Locale }): Promise<ToolResult<{ readonly summary: ConversationSummary }>>;
  /** The next reply, out of approved articles. @param request `question` is what the contact wrote and nobody replied to, for the search. */
  suggest(request: ToolRequest & { readonly conversation: readonly Said[]; readonly question: string; readonly locale: Locale }): Promise<ToolResult<{ readonly text: string; readonly citations: readonly Citation[] }>>;
  translate(request: ToolRequest & { readonly text: string; readonly from: Locale; readonly to: Locale }): Promise<ToolResult<{ readonly text: string }>>;
  rewrite(request: ToolRequest & { readonly draft: string; readonly tone: Tone; readonly locale: Locale }): Promise<ToolResult<{ readonly text: string }>>;
  status(): ModelStatus;
}

/** How a model is doing, for the desk and the figures. Tokens are of the current day (UTC). */
export interface ModelStatus {
  readonly model: string;
  readonly circuit: 'closed' | 'open';
  /** Requests under way and waiting for their turn. */
  readonly running: number;
  readonly waiting: number;
  readonly tokensToday: number;
  readonly tokensADay: number;
  readonly requests: number;
  /** By reason: `timeout`, `stalled`, `rate-limited`, `refused`, `malformed` … */
  readonly failures: Readonly<Record<string, number>>;
}
