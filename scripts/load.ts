/**
 * `npm run load -- --contacts N --agents M --rate R --minutes T [--url …] [--seed S]`: realistic conversations
 * in sixteen languages against any deployment, every one of them checked (docs/guides/load-and-faults.md).
 * Without --url it starts a server of its own. Exit code 1 on any violation, 2 where the command is wrong.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { Account } from '../load/desk-line.ts';
import { makeAccounts } from '../load/make-accounts.ts';
import { describeTimed, TIMED } from '../load/measures.ts';
import { startLoad, type RunningLoad } from '../load/run-load.ts';
import { wait } from '../load/shared.ts';
import { startServerProcess } from '../test/integration/server-process.ts';
import { formatTable } from './format-table.ts';

const USAGE = `usage: npm run load -- --contacts N --agents M --rate MESSAGES_A_SECOND --minutes T [--seed S]
                        [--url http://… [--url …] --agent-email E --agent-password P [--agent-email … --agent-password …] [--overseer-email E --overseer-password P]]`;
/** So many violations are told one by one. */
const MOST_TOLD = 20;

const number = (least: number, most: number, standard: number) => z.coerce.number({ error: `expected a number from ${least} to ${most}` }).min(least).max(most).default(standard);
const form = z.object({
  contacts: number(1, 100_000, 100), agents: number(0, 1_000, 5), rate: number(0.1, 100_000, 20), minutes: number(0.01, 10_000, 1), seed: number(1, 2 ** 31 - 1, 1),
  url: z.array(z.url({ protocol: /^https?$/, error: 'expected an http or https address' })).default([]),
  'agent-email': z.array(z.email()).default([]), 'agent-password': z.array(z.string()).default([]),
  'overseer-email': z.email().optional(), 'overseer-password': z.string().optional(),
}).refine((given) => given['agent-email'].length === given['agent-password'].length, { path: ['agent-password'], error: 'expected one for every --agent-email' });
type Given = z.infer<typeof form>;

interface Target {
  readonly urls: readonly string[];
  readonly agents: readonly Account[];
  readonly overseer: Account | undefined;
  close(): Promise<void>;
}

async function openTarget(given: Given): Promise<Target> {
  if (given.url.length > 0) {
    const { 'overseer-email': email, 'overseer-password': password } = given;
    return {
      urls: given.url.map((url) => url.replace(/\/$/, '')), close: () => Promise.resolve(),
      agents: given['agent-email'].map((one, index) => ({ email: one, password: given['agent-password'][index] ?? '' })).slice(0, given.agents),
      overseer: email !== undefined && password !== undefined ? { email, password } : undefined,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'vigil-load-'));
  const server = await startServerProcess({ DATA_DIR: folder, SECOND_FACTOR: 'optional' });
  return {
    urls: [server.url], ...await makeAccounts({ dataDir: folder }, given.agents),
    async close() {
      await server.kill('SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}

async function run(given: Given): Promise<number> {
  const target = await openTarget(given);
  try {
    console.log(`${given.contacts} contacts, ${target.agents.length} agents, ${given.rate} messages/s for ${given.minutes} min against ${target.urls.join(' and ')}, seed ${given.seed}`);
    const load = await startLoad({ ...target, contacts: given.contacts, rate: given.rate, seed: given.seed });
    await wait(given.minutes * 60_000);
    const { conversations, acknowledged, violations } = await load.finish();
    showMeasures(load);
    console.log(`\n${conversations} conversations, ${acknowledged} messages acknowledged, ${target.overseer ? 'every log read as both sides read it' : 'logs read as contacts read them (no --overseer-email)'}`);
    for (const { kind, conversationId, detail } of violations.slice(0, MOST_TOLD)) console.log(`${kind}: ${conversationId}: ${detail}`);
    console.log(`${violations.length} violations`);
    return violations.length > 0 ? 1 : 0;
  } finally {
    await target.close();
  }
}

function showMeasures({ measures }: RunningLoad): void {
  console.log(`\n${formatTable(['ms', 'count', 'p50', 'p90', 'p99', 'most'], TIMED.map((what) => describeTimed(what, measures)))}`);
  if (measures.counts.size > 0) console.log(`\n${formatTable(['what happened', 'times'], [...measures.counts].sort().map(([what, times]) => [what, times]))}`);
}

function readOptions(): Given | undefined {
  try {
    const one = { type: 'string' } as const;
    const many = { type: 'string', multiple: true } as const;
    const { values } = parseArgs({ options: { contacts: one, agents: one, rate: one, minutes: one, seed: one, url: many, 'agent-email': many, 'agent-password': many, 'overseer-email': one, 'overseer-password': one } });
    const result = form.safeParse(values);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    console.error(`load: --${String(issue?.path[0])}: ${issue?.message ?? ''}`);
  } catch (error) {
    console.error(`load: ${error instanceof Error ? error.message : String(error)}`);
  }
  console.error(USAGE);
  return undefined;
}

const given = readOptions();
process.exitCode = given ? await run(given) : 2;
