import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Assistant } from '../src/assistant/create-assistant.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { parseInput } from '../src/protocol/parse.ts';
import { readCases } from './cases.ts';
import { FIGURE_NAMES, type FigureName } from './metrics.ts';
import { predictCase } from './predict-cases.ts';
import { renderReport } from './report-html.ts';
import { compareSummaries, findBroken, summarise, type Summary, type Thresholds } from './summary.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const BASELINE = join(here, 'baseline.json');

const floors = z.partialRecord(z.enum(FIGURE_NAMES as [FigureName, ...FigureName[]]), z.number().min(0).max(1)).default({});
const thresholdsSchema = z.strictObject({ overall: floors, eachLocale: floors });

export interface EvaluationOptions {
  readonly assistant: Pick<Assistant, 'consider'>;
  readonly knowledge: KnowledgeBase;
  /** A `.jsonl` file of an exchange's own cases; ours where there is none. */
  readonly casesFile?: string | undefined;
  readonly split: 'dev' | 'test' | 'all';
  /** Name of the report's folder. */
  readonly name: string;
  readonly saveBaseline: boolean;
}

export interface Evaluation {
  readonly summary: Summary;
  readonly broken: readonly string[];
  readonly changes: ReturnType<typeof compareSummaries>;
  readonly reportFile: string;
}

/** Runs the cases through the assistant as a conversation's first turn, and writes the report. */
export async function runEvaluation(options: EvaluationOptions): Promise<Evaluation> {
  const cases = (await readCases(options.casesFile ?? join(here, 'cases'))).filter(({ split }) => options.split === 'all' || split === options.split);
  const judged = [];
  for (const expected of cases) judged.push({ expected, predicted: await predictCase(options.assistant, expected) });
  const summary = summarise(judged, options.knowledge);
  // Floors and baseline speak of our own cases.
  const broken = options.casesFile === undefined ? findBroken(summary, await readThresholds()) : [];
  const baseline = options.casesFile === undefined ? await readBaseline(options.split) : undefined;
  const changes = baseline ? compareSummaries(summary, baseline) : [];
  const folder = join(here, 'reports', options.name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.html'), renderReport({ name: options.name, summary, judged, broken, changes }));
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  if (options.saveBaseline) await saveBaseline(options.split, summary);
  return { summary, broken, changes, reportFile: join(folder, 'report.html') };
}

async function readThresholds(): Promise<Thresholds> {
  return parseInput(thresholdsSchema, parse(await readFile(join(here, 'thresholds.yaml'), 'utf8')));
}

type Baselines = Readonly<Partial<Record<EvaluationOptions['split'], Summary>>>;

async function readBaselines(): Promise<Baselines> {
  try {
    return JSON.parse(await readFile(BASELINE, 'utf8')) as Baselines;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

async function readBaseline(split: EvaluationOptions['split']): Promise<Summary | undefined> {
  return (await readBaselines())[split];
}

async function saveBaseline(split: EvaluationOptions['split'], summary: Summary): Promise<void> {
  await writeFile(BASELINE, `${JSON.stringify({ ...await readBaselines(), [split]: summary }, null, 2)}\n`);
}
