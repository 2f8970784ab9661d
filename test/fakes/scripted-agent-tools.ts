import type { AgentTools, ModelStatus } from '../../src/domain/agent-tools.ts';

type Tool = Exclude<keyof AgentTools, 'status'>;
type Asked = { readonly [T in Tool]: { readonly tool: T; readonly request: Parameters<AgentTools[T]>[0] } }[Tool];

export interface ScriptedAgentTools extends AgentTools {
  /** Oldest first. */
  readonly asked: readonly Asked[];
  /** The next request gets no answer but this reason. */
  failNext(reason: string): void;
  /** Requests from now on wait until the returned function is called, or they are cancelled. */
  hold(): () => void;
}

export const STATUS: ModelStatus = {
  model: 'scripted-model', circuit: 'closed', running: 1, waiting: 0, tokensToday: 12_345, tokensADay: 500_000, requests: 42, failures: { timeout: 2, 'rate-limited': 1 },
};

/** Tools that say what a test can foresee; what they were asked is kept. */
export function createScriptedAgentTools(texts: { suggestion?: string; translation?: (text: string) => string; rewriting?: (draft: string) => string } = {}): ScriptedAgentTools {
  const asked: Asked[] = [];
  const failures: string[] = [];
  let held: Promise<void> = Promise.resolve();

  async function play<T extends object>(one: Asked, made: T) {
    asked.push(one);
    const { signal } = one.request;
    await Promise.race([held, new Promise<void>((resolve) => { signal?.addEventListener('abort', () => { resolve(); }); })]);
    if (signal?.aborted) return { ok: false as const, reason: 'cancelled' };
    const reason = failures.shift();
    return reason === undefined ? { ok: true as const, ...made } : { ok: false as const, reason };
  }

  const { suggestion = 'A deposit arrives after 12 confirmations.', translation = (text) => `[translated] ${text}`, rewriting = (draft) => `[rewritten] ${draft}` } = texts;
  return {
    asked,
    summarise: (request) => play({ tool: 'summarise', request }, { summary: { wish: 'The contact wants the account frozen.', events: ['Somebody withdrew 0.5 BTC.', 'The password was changed.'], open: ['When did it happen?'] } }),
    suggest: (request) => play({ tool: 'suggest', request }, { text: suggestion, citations: [{ articleId: 'deposit-not-arrived', locale: 'en' as const, revision: 'r1', title: 'A deposit has not arrived' }] }),
    translate: (request) => play({ tool: 'translate', request }, { text: translation(request.text) }),
    rewrite: (request) => play({ tool: 'rewrite', request }, { text: rewriting(request.draft) }),
    status: () => STATUS,
    failNext: (reason) => { failures.push(reason); },
    hold() {
      let release = (): void => undefined;
      held = new Promise((resolve) => { release = resolve; });
      return release;
    },
  };
}
