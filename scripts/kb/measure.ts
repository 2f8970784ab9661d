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
import { URGENCIES } from '../../src/domain/urgencies.ts';
import { loadKnowledgeBase } from '../../src/knowledge/load-knowledge-base.ts';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts';
import { DEFAULT_WEIGHTS } from '../../src/knowledge/search/combine/default-weights.ts';
import { learnWeights, type WeightCase } from '../../src/knowledge/search/combine/learn-weights.ts';
import type { ReadingSignal, SignalWeights } from '../../src/knowledge/search/combine/signals.ts';
import { articleLabel, collectReadingSet, collectTrainingSet, intentLabel, readingLabel } from '../../src/knowledge/search/locale-index/training-set.ts';
import { collectCases, collectReadingCases } from '../../src/knowledge/search/measure/collect-cases.ts';
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

const caseSchema = z.object({ text: z.string(), split: z.string().optional(), intent: z.enum(INTENT_IDS), urgency: z.enum(URGENCIES), articles: z.array(z.string()) });
type Case = z.infer<typeof caseSchema>;

/** Prints how well articles and readings are told, by language, and the weights that would tell them best. @returns the exit code. */
export async function runMeasure({ folder, locales, cases, split }: MeasureCommand): Promise<number> {
  const knowledgeBase = await loadKnowledgeBase(folder);
  const cache = await mkdtemp(join(tmpdir(), 'vigil-measure-'));
  const logger = createLogger('warn');
  const { embedder } = await openEmbedder(readConfig(process.env, process.cwd()).embeddings, { clock: systemClock, logger });
  const tools = { vectorIndexes: createExactScan(), cache: { embedder, folder: cache, logger } };
  const leftOut: WeightCase[] = [];
  const others: WeightCase[] = [];
  const readings: WeightCase<ReadingSignal>[] = [];
  try {
    for (const locale of locales ?? LOCALE_TAGS) {
      const set = collectTrainingSet(knowledgeBase, locale);
      const { kept, left } = leaveOut(set, 1, FOLDS);
      leftOut.push(...report(`${locale} left out`, await collectCases(locale, kept, left.map(({ text, label }) => ({ text, right: [label] })), tools), DEFAULT_WEIGHTS.articles));
      const own = cases === undefined ? [] : await readCases(join(cases, `${locale}.jsonl`), split);
      if (own.length === 0) continue;
      others.push(...report(`${locale} ${split}`, await collectCases(locale, set, own.map(asArticleQuestion), tools), DEFAULT_WEIGHTS.articles));
      const read = collectReadingCases(collectReadingSet(knowledgeBase, locale), own.map((one) => asReadingQuestion(one, knowledgeBase)));
      readings.push(...report(`${locale} ${split}, readings`, read, DEFAULT_WEIGHTS.readings));
    }
  } finally {
    await rm(cache, { recursive: true });
  }
  summarise('left out', leftOut, DEFAULT_WEIGHTS.articles);
  if (others.length > 0) summarise(split, others, DEFAULT_WEIGHTS.articles);
  if (readings.length > 0) summarise(`${split}, readings`, readings, DEFAULT_WEIGHTS.readings);
  return 0;
}

async function readCases(file: string, split: string): Promise<Case[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.trim() !== '')
    .map((line) => caseSchema.parse(JSON.parse(line)))
    .filter((one) => one.split === undefined || one.split === split);
}

/** A question is right with any of its articles; one that no article answers, with its intent. */
function asArticleQuestion({ text, articles, intent }: Case) {
  return { text, right: articles.length > 0 ? articles.map(articleLabel) : [intentLabel(intent)] };
}

/** Where nothing of this intent was learned with this urgency, with any urgency of the intent. */
function asReadingQuestion({ text, intent, urgency }: Case, { articles, utterances, policy }: KnowledgeBase) {
  const known = new Set([policy.intents[intent].urgency, ...utterances.filter((list) => list.intent === intent).map((list) => list.urgency), ...[...articles.values()].filter((article) => article.intent === intent).map((article) => article.urgency)]);
  return { text, right: (known.has(urgency) ? [urgency] : [...known]).map((one) => readingLabel({ intent, urgency: one })) };
}

function report<S extends string>(name: string, cases: WeightCase<S>[], weights: SignalWeights<S>): WeightCase<S>[] {
  console.log(formatFigures(name, measureCases(cases, weights)));
  return cases;
}

function summarise<S extends string>(name: string, cases: readonly WeightCase<S>[], weights: SignalWeights<S>): void {
  const learned = learnWeights(cases, { initial: weights, caution: CAUTION });
  console.log(`\n${formatFigures(`all ${name}`, measureCases(cases, weights))}`);
  console.log(`${formatFigures('with weights learned from these', measureCases(cases, learned))}`);
  console.log(JSON.stringify(learned, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)));
}

function formatFigures(name: string, { cases, top1, top3, logLoss, calibrationError }: Figures): string {
  const figures = [['top1', top1], ['top3', top3], ['log loss', logLoss], ['calibration error', calibrationError]] as const;
  return [name.padEnd(32), `${cases} cases`, ...figures.map(([label, value]) => `${label} ${value.toFixed(3)}`)].join('  ');
}
