import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ModelStatus } from '../../domain/agent-tools.ts';
import { AppError } from '../../domain/errors.ts';
import type { ConversationStore, SpanAttributes, Tracer } from '../../ports.ts';

/** Seconds; the fast end is where a healthy desk is, the slow end where contacts notice. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface Metrics {
  /** In Prometheus's text format, counted as it is asked for. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** Something was let in or refused. */
  countAdmission(note: { readonly what: string; readonly outcome: string; readonly reason: string }): void;
  /** The same function, timed and told to whoever collects traces; `outcome` is what it resolved with where that is a word, else `done`; `refused` where a rule forbids it, or `failed`. */
  time<A extends unknown[], R>(what: 'turn' | 'append' | 'receive' | 'command', work: (...given: A) => Promise<R>): (...given: A) => Promise<R>;
}

export interface Watched {
  readonly conversations: Pick<ConversationStore, 'countWaiting' | 'listUnanswered'>;
  /** Open sockets by side. */
  readonly countSockets: () => { readonly contact: number; readonly desk: number };
  /** How near the process is to its limits (saturated from 1 on), and what that rests on. */
  readonly load: () => { readonly saturation: number; readonly lagMs: number; readonly runningTurns: number };
  readonly isLeader: () => boolean;
  readonly modelStatus: () => ModelStatus | undefined;
  /** Articles that answers are drawn from, in every language. */
  readonly countTranslations: () => number;
}

/** Figures of one process for Prometheus. Never holds a contact's words, a name or an id. */
export function createMetrics(watched: Watched, tracer: Tracer): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({ name: 'vigil_duration_seconds', help: 'How long the work of the desk takes.', labelNames: ['what', 'outcome'], buckets: BUCKETS, registers: [registry] });
  watchQueues(registry, watched);
  watchAnswers(registry, watched);
  watchModel(registry, watched);
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({ name, help, registers: [registry], collect() { this.set(read()); } });
  };
  gauge('vigil_saturation', 'How near the process is to its limits; from 1 on new conversations are asked to wait.', () => watched.load().saturation);
  gauge('vigil_lag_seconds', 'How late the event loop is.', () => watched.load().lagMs / 1000);
  gauge('vigil_turns_running', 'Turns of the assistant under way.', () => watched.load().runningTurns);
  const admissions = new Counter({ name: 'vigil_admissions_total', help: 'What was let in, and what was refused, by reason.', labelNames: ['what', 'outcome', 'reason'], registers: [registry] });
  gauge('vigil_leader', '1 where this process looks after timers and routing.', () => (watched.isLeader() ? 1 : 0));
  gauge('vigil_translations', 'Published articles, counted in each language.', watched.countTranslations);
  new Gauge({
    name: 'vigil_sockets', help: 'Open WebSockets.', labelNames: ['side'], registers: [registry],
    collect() { for (const [side, count] of Object.entries(watched.countSockets())) this.set({ side }, count); },
  });
  return {
    countAdmission: (note) => { admissions.inc(note); },
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    time: (what, work) => async (...given) => {
      const stop = duration.startTimer({ what });
      try {
        const result = await tracer.trace(what, conversationIn(given[0]), () => work(...given));
        stop({ outcome: typeof result === 'string' ? result : 'done' });
        return result;
      } catch (error) {
        stop({ outcome: error instanceof AppError && error.status < 500 ? 'refused' : 'failed' });
        throw error;
      }
    },
  };
}

/** The conversation that something is done in, where the first that it is given says so. */
function conversationIn(given: unknown): SpanAttributes {
  const id = typeof given === 'object' && given !== null && 'conversationId' in given ? given.conversationId : given;
  return typeof id === 'string' ? { 'vigil.conversation.id': id } : {};
}

function watchQueues(registry: Registry, { conversations }: Watched): void {
  const longest = new Gauge({ name: 'vigil_longest_wait_seconds', help: 'How long the first of each queue has waited.', labelNames: ['team', 'urgency'], registers: [registry] });
  const waiting = new Gauge({
    name: 'vigil_waiting', help: 'Contacts who wait for a person.', labelNames: ['team', 'urgency'], registers: [registry],
    async collect() {
      waiting.reset();
      longest.reset();
      for (const { team, urgency, count, since } of await conversations.countWaiting()) {
        waiting.set({ team, urgency }, count);
        longest.set({ team, urgency }, Math.max(0, (Date.now() - since) / 1000));
      }
    },
  });
}

/** What a turn takes at most in a healthy desk; longer, and something is wrong. */
const ANSWERED_WITHIN_MS = 10_000;
const MOST_UNANSWERED = 1_000;

function watchAnswers(registry: Registry, { conversations }: Watched): void {
  new Gauge({
    name: 'vigil_unanswered', help: `Contacts to whom the assistant owes an answer for longer than ${ANSWERED_WITHIN_MS / 1_000} s; up to ${MOST_UNANSWERED} are counted.`, registers: [registry],
    async collect() { this.set((await conversations.listUnanswered(Date.now() - ANSWERED_WITHIN_MS, MOST_UNANSWERED)).length); },
  });
}

function watchModel(registry: Registry, { modelStatus }: Watched): void {
  const figures = { running: 'Requests under way.', waiting: 'Requests that wait for their turn.', tokensToday: 'Tokens of this day (UTC).', requests: 'Requests since the start.' } as const;
  for (const [name, help] of Object.entries(figures) as [keyof typeof figures, string][]) {
    new Gauge({ name: `vigil_model_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`, help, registers: [registry], collect() { this.set(modelStatus()?.[name] ?? 0); } });
  }
  const failures = new Counter({
    name: 'vigil_model_failures_total', help: 'Requests that failed, by reason.', labelNames: ['reason'], registers: [registry],
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(modelStatus()?.failures ?? {})) this.inc({ reason }, count);
    },
  });
  void failures;
  new Gauge({ name: 'vigil_model_circuit_open', help: '1 while the model is not asked because it failed.', registers: [registry], collect() { this.set(modelStatus()?.circuit === 'open' ? 1 : 0); } });
}
