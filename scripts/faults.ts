/**
 * `npm run faults [-- --seed S --only NAME --database embedded|postgres --rounds N]`: everything that goes
 * wrong, under load, on both databases, with every conversation checked (docs/guides/load-and-faults.md).
 * Exit code 1 on any violation, 2 where the command is wrong.
 */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { Database } from '../faults/cluster.ts';
import type { Fault } from '../faults/fault.ts';
import { FAULTS } from '../faults/faults.ts';
import { runFaults, type FaultReport } from '../faults/run-faults.ts';
import { formatTable } from './format-table.ts';

const NAMES = [...new Set(FAULTS.map(({ name }) => name))];
const DATABASES = ['embedded', 'postgres'] as const;
const MOST_TOLD = 20;

const form = z.object({
  seed: z.coerce.number().int('expected a whole number').min(1).max(2 ** 31 - 1).default(1),
  only: z.array(z.enum(NAMES as [string, ...string[]], `expected some of ${NAMES.join(', ')}`)).default(NAMES),
  database: z.array(z.enum(DATABASES, `expected embedded or postgres`)).default([...DATABASES]),
  rounds: z.coerce.number().int('expected a whole number').min(1).max(10_000).default(1),
});

function show({ recoveries, conversations, acknowledged, counts, violations }: FaultReport): void {
  console.log(`  served again after ${recoveries.map(({ ms }) => `${(ms / 1000).toFixed(1)} s`).join(', ')}; ${conversations} conversations, ${acknowledged} messages acknowledged`);
  const seen = [...counts].sort().map(([what, times]) => `${what}: ${times}`);
  if (seen.length > 0) console.log(`  clients saw ${seen.join('; ')}`);
  for (const { kind, conversationId, detail } of violations.slice(0, MOST_TOLD)) console.log(`  VIOLATION ${kind}: ${conversationId} ${detail}`);
}

async function run({ seed, only, database: databases, rounds }: z.infer<typeof form>): Promise<number> {
  const rows: (readonly (string | number)[])[] = [];
  let violations = 0;
  for (const fault of FAULTS.filter(({ name }) => only.includes(name))) {
    for (const database of fault.databases.filter((one) => databases.includes(one))) {
      const report = await runOne(fault, database, seed, rounds);
      violations += report?.violations.length ?? 1;
      const worst = Math.max(...report?.recoveries.map(({ ms }) => ms) ?? [NaN]);
      rows.push([fault.name, database, report?.acknowledged ?? '–', `${(worst / 1000).toFixed(1)} s`, report?.violations.length ?? 'not run']);
    }
  }
  console.log(`\n${formatTable(['fault', 'database', 'acknowledged', 'served again within', 'violations'], rows)}\n\nseed ${seed}, ${rounds} rounds, ${violations} violations`);
  return violations > 0 ? 1 : 0;
}

async function runOne(fault: Fault, database: Database, seed: number, rounds: number): Promise<FaultReport | undefined> {
  console.log(`\n${fault.name}, ${database}: ${fault.what} (npm run faults -- --seed ${seed} --only ${fault.name} --database ${database} --rounds ${rounds})`);
  try {
    const report = await runFaults({ faults: [fault], database, seed, rounds, onStep: ({ at, what }) => { console.log(`  ${(at / 1000).toFixed(1).padStart(6)} s  ${what}`); } });
    show(report);
    return report;
  } catch (error) {
    console.log(`  could not be run: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function readOptions(): z.infer<typeof form> | undefined {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string', multiple: true }, database: { type: 'string', multiple: true }, rounds: { type: 'string' } } });
    const result = form.safeParse(values);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    console.error(`faults: --${String(issue?.path[0])}: ${issue?.message ?? ''}`);
  } catch (error) {
    console.error(`faults: ${error instanceof Error ? error.message : String(error)}`);
  }
  console.error('usage: npm run faults [-- --seed S --only NAME [--only …] --database embedded|postgres --rounds N]');
  return undefined;
}

const given = readOptions();
process.exitCode = given ? await run(given) : 2;
