/**
 * npm run --silent classify -- --train TRAIN.jsonl < TEST.jsonl > PREDICTIONS.jsonl
 * Trains the search's linear engine on lines {"text","label"} and labels the texts on standard input:
 * one line {"label","confidence"} a text, in order. Exit code 2 where the command or a line is wrong.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { classify, trainClassifier, type TextClassifier } from '../src/knowledge/search/classifier/text-classifier.ts';
import { extractFeatures } from '../src/knowledge/search/text/extract-features.ts';

const USAGE = 'usage: npm run --silent classify -- --train TRAIN.jsonl < TEST.jsonl';

const textSchema = z.object({ text: z.string() });
const exampleSchema = textSchema.extend({ label: z.string().min(1) });

async function readTrainingFile(file: string): Promise<z.infer<typeof exampleSchema>[]> {
  const examples = [];
  for await (const example of readLines(createReadStream(file), file, exampleSchema)) examples.push(example);
  if (new Set(examples.map(({ label }) => label)).size < 2) throw new Error(`${file}: needs examples of at least two labels`);
  return examples;
}

/** One value a line; blank lines are passed over. Throws with file and line where one is wrong. */
async function* readLines<T>(input: NodeJS.ReadableStream, name: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') yield parseLine(line, `${name}:${number}`, schema);
  }
}

function parseLine<T>(line: string, where: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${where}: is no JSON (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${where} ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is wrong'}`);
}

function predict(classifier: TextClassifier, text: string): { label: string; confidence: number } {
  const logProbabilities = classify(classifier, extractFeatures(text));
  const best = logProbabilities.indexOf(Math.max(...logProbabilities));
  return { label: classifier.labels[best] ?? '', confidence: Math.round(Math.exp(logProbabilities[best] ?? -Infinity) * 1e4) / 1e4 };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { train: { type: 'string' } } });
  if (values.train === undefined) throw new Error('--train is missing');
  const examples = await readTrainingFile(values.train);
  const classifier = trainClassifier(examples.map(({ text, label }) => ({ label, features: extractFeatures(text) })));
  for await (const { text } of readLines(process.stdin, 'standard input', textSchema)) {
    process.stdout.write(`${JSON.stringify(predict(classifier, text))}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`classify: ${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
});
