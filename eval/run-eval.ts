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
import { measureConversations, type PlayedScript } from './measure-conversations.ts';
import type { PlayTools } from './play-conversation.ts';
import { predictCase } from './predict-cases.ts';
import { renderReport } from './report-html.ts';
import { collectSentences, describeSecrets, findBrokenSecrets } from './secrets/summarise-secrets.ts';
import { measureSecrets, type SecretsReport } from './secrets/measure-secrets.ts';
import { compareSummaries, findBroken, summarise, type Summary } from './summary.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Of the generated secrets: every run sees the same. */
const SEED = 20_261_120;
const BASELINE = join(here, 'baseline.json');

const floors = z.partialRecord(z.enum(FIGURE_NAMES as [FigureName, ...FigureName[]]), z.number().min(0).max(1)).default({});
const share = z.number().min(0).max(1);
const thresholdsSchema = z.strictObject({
  overall: floors, eachLocale: floors,
  medianMs: z.number().positive(),
  secrets: z.strictObject({ caughtValid: share, caughtMisspelt: share, falseAlarms: share, slowestMs: z.number().positive() }),
});

export interface EvaluationOptions {
  readonly assistant: Pick<Assistant, 'consider'>;
  readonly knowledge: KnowledgeBase;
  /** A `.jsonl` file of an exchange's own cases; ours where there is none. */
  readonly casesFile?: string | undefined;
  readonly split: 'dev' | 'test' | 'all';
  /** Name of the report's folder. */
  readonly name: string;
  readonly saveBaseline: boolean;
  /** What the scripts of conversations are played with. */
  readonly play: Omit<PlayTools, 'conversations'>;
}

export interface Evaluation {
  readonly summary: Summary;
  readonly broken: readonly string[];
  readonly changes: ReturnType<typeof compareSummaries>;
  readonly reportFile: string;
  /** Undefined with an exchange's own cases. */
  readonly own?: { readonly scripts: readonly PlayedScript[]; readonly secrets: SecretsReport } | undefined;
}

/** Runs the cases through the assistant as a conversation's first turn, and writes the report. */
export async function runEvaluation(options: EvaluationOptions): Promise<Evaluation> {
  const cases = (await readCases(options.casesFile ?? join(here, 'cases'))).filter(({ split }) => options.split === 'all' || split === options.split);
  const judged = [];
  for (const expected of cases) judged.push({ expected, predicted: await predictCase(options.assistant, expected) });
  const summary = summarise(judged, options.knowledge);
  // Floors and baseline speak of our own cases.
  const own = options.casesFile === undefined ? await measureOwn(options) : undefined;
  const broken = own ? await findAllBroken(summary, own) : [];
  const baseline = options.casesFile === undefined ? await readBaseline(options.split) : undefined;
  const changes = baseline ? compareSummaries(summary, baseline) : [];
  const folder = join(here, 'reports', options.name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.html'), renderReport({ name: options.name, summary, judged, broken, changes, scripts: own?.scripts ?? [], secrets: own ? describeSecrets(own.secrets) : [] }));
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  if (options.saveBaseline) await saveBaseline(options.split, summary);
  return { summary, broken, changes, own, reportFile: join(folder, 'report.html') };
}

async function measureOwn({ play, knowledge }: EvaluationOptions): Promise<NonNullable<Evaluation['own']>> {
  return {
    scripts: await measureConversations(join(here, 'conversations'), play),
    secrets: measureSecrets(SEED, { harmlessSentences: collectSentences(knowledge) }),
  };
}

async function findAllBroken(summary: Summary, { scripts, secrets }: NonNullable<Evaluation['own']>): Promise<string[]> {
  const thresholds = await readThresholds();
  return [
    ...findBroken(summary, thresholds),
    ...(summary.medianMs > thresholds.medianMs ? [`understanding and deciding take ${summary.medianMs.toFixed(1)} ms, expected at most ${thresholds.medianMs}`] : []),
    ...scripts.flatMap(({ name, wrong }) => wrong.map((what) => `conversation ${name}: ${what}`)),
    ...findBrokenSecrets(secrets, thresholds.secrets),
  ];
}

async function readThresholds(): Promise<z.infer<typeof thresholdsSchema>> {
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
