/**
 * `npm run eval [-- --split dev|test|all] [--cases FILE] [--name NAME] [--save-baseline]`: how good the
 * answers are, on cases that nobody tuned to. Exits with 1 where a floor of eval/thresholds.yaml is broken.
 * `npm run eval -- --curve`: the same with fewer phrasings an article, to see whether more would pay.
 * `npm run eval -- --llm [--runs N] [--limit N]`: how good the answers of the configured language model are;
 * docs/guides/use-a-language-model.md.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCases } from '../eval/cases.ts';
import { measureCurve } from '../eval/curve.ts';
import { describeLlmFigures } from '../eval/llm/figures.ts';
import { pickCases, runLlmEvaluation } from '../eval/llm/run-llm-eval.ts';
import { FIGURE_NAMES, shareOf, wilsonInterval, type Figure, type Figures } from '../eval/metrics.ts';
import { runEvaluation } from '../eval/run-eval.ts';
import { describeSecrets } from '../eval/secrets/summarise-secrets.ts';
import { createLogger } from '../src/adapters/system/logger.ts';
import { openAssistant, openModel } from './open-assistant.ts';

const SPLITS = ['dev', 'test', 'all'] as const;
const CURVE_SIZES = [2, 4, 8, 16, 32];
const CASES = fileURLToPath(new URL('../eval/cases', import.meta.url));

function percent(share: number | null): string {
  return share === null ? '–' : (share * 100).toFixed(1);
}

function printRow(name: string, cells: readonly string[]): void {
  console.log(name.padEnd(20) + cells.map((cell) => cell.padStart(9)).join(''));
}

function printTable(title: string, rows: Readonly<Record<string, Figures>>): void {
  console.log(`\n${title}`);
  printRow('', FIGURE_NAMES.map((name) => name.replace(/_(\w)\w+$/, '_$1').slice(0, 8)));
  for (const [key, figures] of Object.entries(rows)) printRow(key, FIGURE_NAMES.map((name) => percent(shareOf(figures[name]))));
}

function printIntervals(title: string, rows: Readonly<Record<string, Figures>>): void {
  console.log(`\n${title}, with its interval`);
  for (const [key, { top1 }] of Object.entries(rows)) {
    const [low, high] = wilsonInterval(top1);
    if (top1.of > 0) console.log(`${key.padEnd(20)} ${percent(shareOf(top1)).padStart(6)} %   [${percent(low)}, ${percent(high)}] of ${top1.of}`);
  }
}

function printOverall(overall: Figures): void {
  for (const name of FIGURE_NAMES) {
    const figure: Figure = overall[name];
    const [low, high] = wilsonInterval(figure);
    console.log(`${name.padEnd(20)} ${percent(shareOf(figure)).padStart(6)} %   [${percent(low)}, ${percent(high)}] of ${figure.of}`);
  }
}

/** A whole number from 1 on, of an option. */
function readCount(name: string, value: string | undefined, standard: number): number {
  if (value === undefined) return standard;
  if (/^[1-9]\d*$/.test(value)) return Number(value);
  console.error(`eval: --${name} ${value}: expected a whole number from 1 on`);
  process.exit(1);
}

async function evaluateModel(): Promise<void> {
  const model = await openModel();
  if (!model) {
    console.error('eval: --llm needs a language model: set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL (docs/guides/use-a-language-model.md)');
    process.exit(1);
  }
  const runs = readCount('runs', values.runs, 1);
  const limit = readCount('limit', values.limit, Infinity);
  const { assistant, knowledge } = await openAssistant();
  const cases = pickCases((await readCases(values.cases ?? CASES)).filter((one) => split === 'all' || one.split === split), limit);
  console.log(`${model.parts.model.id}: ${cases.length} cases (${String(split)}), ${runs} runs\n`);
  const { runs: figures, reportFile } = await runLlmEvaluation({
    ...model.parts, assistant, knowledge, cases, runs, concurrency: model.maxConcurrent, folder: fileURLToPath(new URL(`../eval/reports/${values.name ?? 'llm'}`, import.meta.url)),
  });
  for (const line of describeLlmFigures(figures)) console.log(line);
  const failures = Object.entries(model.parts.model.status().failures).map(([reason, count]) => `${count} × ${reason}`);
  console.log(`\nrequests that failed: ${failures.join(', ') || 'none'}\nanswers: ${reportFile}`);
}

const option = { type: 'string' } as const;
const { values } = parseArgs({ options: { split: option, cases: option, name: option, 'save-baseline': { type: 'boolean' }, curve: { type: 'boolean' }, llm: { type: 'boolean' }, runs: option, limit: option } });
const split = SPLITS.find((known) => known === (values.split ?? 'test'));
if (!split) {
  console.error(`eval: --split ${values.split ?? ''}: expected one of ${SPLITS.join(', ')}`);
  process.exit(1);
}
if (values.cases !== undefined && values['save-baseline']) {
  console.error('eval: --save-baseline is for our own cases, not together with --cases');
  process.exit(1);
}
if (values.llm) {
  await evaluateModel();
  process.exit(0);
}
const { assistant, knowledge, translate, withKnowledge } = await openAssistant();
if (values.curve) {
  const cases = (await readCases(CASES)).filter((one) => split === 'all' || one.split === split);
  console.log('phrasings   top1   top3');
  const points = await measureCurve(cases, knowledge.base, { sizes: CURVE_SIZES, openAssistant: withKnowledge, logger: createLogger('warn') });
  for (const { phrasings, top1, top3 } of points) console.log(`${String(phrasings).padStart(9)} ${percent(top1).padStart(6)} ${percent(top3).padStart(6)}`);
  process.exit(0);
}
const { summary, broken, changes, own, reportFile } = await runEvaluation({
  assistant, knowledge: knowledge.base, play: { knowledge, translate, logger: createLogger('warn') }, casesFile: values.cases, split, name: values.name ?? split, saveBaseline: values['save-baseline'] === true,
});
console.log(`${summary.cases} cases (${split}), MRR ${summary.mrr.toFixed(3)}, median ${summary.medianMs.toFixed(1)} ms\n`);
printOverall(summary.overall);
printTable('by language, %', summary.byLocale);
printIntervals('top1 by language', summary.byLocale);
printTable('by category, %', summary.byCategory);
console.log('\nmost frequent confusions');
for (const { expected, predicted, count } of summary.confusions.slice(0, 10)) console.log(`  ${count} × ${expected} → ${predicted}`);
if (changes.length > 0) console.log('\nagainst the baseline');
for (const { name, before, now } of changes) console.log(`  ${name} ${percent(before)} → ${percent(now)}`);
if (own) {
  console.log(`\nconversations of several turns: ${own.scripts.filter(({ wrong }) => wrong.length === 0).length} of ${own.scripts.length} as their scripts say`);
  for (const line of describeSecrets(own.secrets)) console.log(line);
}
console.log(`\nreport: ${reportFile}`);
for (const line of broken) console.error(`broken: ${line}`);
process.exitCode = broken.length > 0 ? 1 : 0;
