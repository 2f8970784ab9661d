import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openEmbedder } from '../../src/adapters/embedders/open-embedder.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { createLogger } from '../../src/adapters/system/logger.ts';
import { createExactScan } from '../../src/adapters/vector-index/exact-scan.ts';
import { readConfig } from '../../src/config.ts';
import { INTENT_IDS } from '../../src/domain/intents.ts';
import { LOCALE_TAGS, type Locale } from '../../src/domain/locales.ts';
import { loadKnowledgeBase } from '../../src/knowledge/load-knowledge-base.ts';
import { DEFAULT_WEIGHTS } from '../../src/knowledge/search/combine/default-weights.ts';
import { learnWeights, type WeightCase } from '../../src/knowledge/search/combine/learn-weights.ts';
import { articleLabel, collectTrainingSet, intentLabel } from '../../src/knowledge/search/locale-index/training-set.ts';
import { collectCases, type Question } from '../../src/knowledge/search/measure/collect-cases.ts';
import { leaveOut } from '../../src/knowledge/search/measure/leave-out.ts';
import { measureCases, type Figures } from '../../src/knowledge/search/measure/measure-cases.ts';

export interface MeasureCommand {
  readonly folder: string;
  readonly locales: readonly Locale[] | undefined;
  /** Folder of `<locale>.jsonl` in the evaluation format. */
  readonly cases: string | undefined;
  readonly split: string;
}

/** One question in so many is left out. */
const FOLDS = 4;
/** Cases' worth of trust in the present weights against those that the cases ask for. */
const CAUTION = 20;

const caseSchema = z.object({ text: z.string(), split: z.string().optional(), intent: z.enum(INTENT_IDS), articles: z.array(z.string()) });

/** @returns the exit code. */
export async function runMeasure({ folder, locales, cases, split }: MeasureCommand): Promise<number> {
  const knowledgeBase = await loadKnowledgeBase(folder);
  const cache = await mkdtemp(join(tmpdir(), 'vigil-measure-'));
  const logger = createLogger('warn');
  const { embedder } = await openEmbedder(readConfig(process.env, process.cwd()).embeddings, { clock: systemClock, logger });
  const tools = { vectorIndexes: createExactScan(), cache: { embedder, folder: cache, logger } };
  const leftOut: WeightCase[] = [];
  const others: WeightCase[] = [];
  try {
    for (const locale of locales ?? LOCALE_TAGS) {
      const set = collectTrainingSet(knowledgeBase, locale);
      const { kept, left } = leaveOut(set, 1, FOLDS);
      leftOut.push(...report(`${locale} left out`, await collectCases(locale, kept, left.map(({ text, label }) => ({ text, right: [label] })), tools)));
      const questions = cases === undefined ? [] : await readQuestions(join(cases, `${locale}.jsonl`), split);
      if (questions.length > 0) others.push(...report(`${locale} ${split}`, await collectCases(locale, set, questions, tools)));
    }
  } finally {
    await rm(cache, { recursive: true });
  }
  summarise('left out', leftOut);
  if (others.length > 0) summarise(split, others);
  return 0;
}

/** A question is right with any of its articles; one that no article answers, with its intent. */
async function readQuestions(file: string, split: string): Promise<Question[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.trim() !== '')
    .map((line) => caseSchema.parse(JSON.parse(line)))
    .filter((one) => one.split === undefined || one.split === split)
    .map((one) => ({ text: one.text, right: one.articles.length > 0 ? one.articles.map(articleLabel) : [intentLabel(one.intent)] }));
}

function report(name: string, cases: WeightCase[]): WeightCase[] {
  console.log(formatFigures(name, measureCases(cases, DEFAULT_WEIGHTS)));
  return cases;
}

function summarise(name: string, cases: readonly WeightCase[]): void {
  const learned = learnWeights(cases, { initial: DEFAULT_WEIGHTS, caution: CAUTION });
  console.log(`\n${formatFigures(`all ${name}`, measureCases(cases, DEFAULT_WEIGHTS))}`);
  console.log(`${formatFigures('with weights learned from these', measureCases(cases, learned))}`);
  console.log(JSON.stringify(learned, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)));
}

function formatFigures(name: string, { cases, top1, top3, logLoss, calibrationError }: Figures): string {
  const figures = [['top1', top1], ['top3', top3], ['log loss', logLoss], ['calibration error', calibrationError]] as const;
  return [name.padEnd(32), `${cases} cases`, ...figures.map(([label, value]) => `${label} ${value.toFixed(3)}`)].join('  ');
}
