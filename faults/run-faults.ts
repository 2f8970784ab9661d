import { createChoose, type Choose } from '../load/choose.ts';
import { openContactLine } from '../load/contact-line.ts';
import { createLedger, type Violation } from '../load/ledger.ts';
import { createMeasures } from '../load/measures.ts';
import { startLoad, type RunningLoad } from '../load/run-load.ts';
import { wait, within, type Shared } from '../load/shared.ts';
import { openCluster, type Cluster, type Database } from './cluster.ts';
import type { Fault, FaultContext } from './fault.ts';

export interface FaultOptions {
  readonly database: Database;
  /** One after the other under the same load. */
  readonly faults: readonly Fault[];
  readonly seed: number;
  /** How often each of them. */
  readonly rounds: number;
  readonly contacts?: number;
  readonly agents?: number;
  /** Messages a second. */
  readonly rate?: number;
  /** Told of every step as it is taken. */
  readonly onStep?: ((step: FaultReport['steps'][number]) => void) | undefined;
}

export interface FaultReport {
  /** What was done, with ms since the load began. */
  readonly steps: readonly { readonly at: number; readonly fault: string; readonly what: string }[];
  /** For each time, ms from the end of the disturbance until a contact was acknowledged and answered. */
  readonly recoveries: readonly { readonly fault: string; readonly ms: number }[];
  readonly conversations: number;
  readonly acknowledged: number;
  /** Errors and closed connections that clients saw, which are no violations. */
  readonly counts: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
}

/** Before something goes wrong, so much is acknowledged as comes in so many seconds: it is to meet work of every kind. */
const BUSY_S = { least: 0.5, most: 3 };
/** Beyond this, nobody serves any more. */
const SERVED_WITHIN_MS = 60_000;
const PING_MS = 1_000;

/** Runs faults under load on a desk of their own, and checks everything that its clients saw. */
export async function runFaults({ database, faults, seed, rounds, contacts = 40, agents = 3, rate = 30, onStep }: FaultOptions): Promise<FaultReport> {
  const needs = Object.assign({}, ...faults.map((fault) => fault.needs ?? {})) as NonNullable<Fault['needs']>;
  const cluster = await openCluster({ database, agents, ...needs });
  try {
    const choose = createChoose(seed, 4_000_000);
    const load = await startLoad({ urls: cluster.members.map(({ url }) => url), contacts, agents: cluster.accounts.agents, overseer: cluster.accounts.overseer, rate, seed, paceMs: 300, pingMs: PING_MS });
    const begun = performance.now();
    const steps: FaultReport['steps'][number][] = [];
    const recoveries: FaultReport['recoveries'][number][] = [];
    const violations: Violation[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const fault of faults) {
        const context = createContext(cluster, load, choose, {
          log(what) {
            const step = { at: performance.now() - begun, fault: fault.name, what };
            steps.push(step);
            onStep?.(step);
          },
          report: (violation) => { violations.push({ conversationId: '', ...violation }); },
        });
        await untilBusy(load, rate * choose.between(BUSY_S.least, BUSY_S.most));
        await fault.run(context);
        const mended = performance.now();
        for (const { url } of cluster.members) await context.untilServed([url]);
        recoveries.push({ fault: fault.name, ms: performance.now() - mended });
      }
    }
    const finished = await load.finish();
    for (const { name, whyItEnded } of cluster.members) {
      const lastWords = whyItEnded();
      if (lastWords !== undefined) violations.push({ kind: 'not served', conversationId: '', detail: `${name} ended by itself: ${lastWords}` });
    }
    return { steps, recoveries, ...finished, counts: load.measures.counts, violations: [...violations, ...finished.violations] };
  } finally {
    await cluster.close();
  }
}

function createContext(cluster: Cluster, load: RunningLoad, choose: Choose, { log, report }: Pick<FaultContext, 'log' | 'report'>): FaultContext {
  return {
    cluster, load, choose, log, report,
    hold: wait,
    async untilServed(urls = cluster.members.map(({ url }) => url)) {
      if (!await isServed(urls)) report({ kind: 'not served', detail: `nobody was answered within ${SERVED_WITHIN_MS} ms at ${urls.join(' and ')}` });
    },
  };
}

/** Somebody new asks and is answered. */
async function isServed(urls: readonly string[]): Promise<boolean> {
  const probe: Shared = { urls, seed: 1, ledger: createLedger(), measures: createMeasures(), sentAt: new Map(), pingMs: PING_MS };
  const line = openContactLine('probe', createChoose(1, 1), probe);
  const until = performance.now() + SERVED_WITHIN_MS;
  try {
    const sent = line.send({ text: 'how long does a deposit take?', locale: 'en' });
    await within(SERVED_WITHIN_MS, sent);
    while (probe.measures.samples('answer').length === 0) {
      if (performance.now() > until) return false;
      await wait(10);
    }
    return true;
  } finally {
    line.close();
  }
}

async function untilBusy({ ledger }: RunningLoad, acknowledgements: number): Promise<void> {
  const enough = ledger.countAcknowledged() + acknowledgements;
  const until = performance.now() + SERVED_WITHIN_MS;
  while (ledger.countAcknowledged() < enough && performance.now() < until) await wait(20);
}
