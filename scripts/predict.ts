/**
 * `npm run --silent predict < cases.jsonl > predictions.jsonl`: what the assistant would do with the
 * first message of a fresh conversation, one JSON object a line (docs/evaluation-format.md).
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { predictCase } from '../eval/predict-cases.ts';
import { AppError } from '../src/domain/errors.ts';
import { parseInput, parseJson } from '../src/protocol/parse.ts';
import { openAssistant } from './open-assistant.ts';

const caseSchema = z.object({ id: z.string(), text: z.string().min(1).max(100_000) });

async function main(): Promise<void> {
  const { assistant } = await openAssistant();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      const { reasons: _reasons, ...prediction } = await predictCase(assistant, parseInput(caseSchema, parseJson(line)));
      process.stdout.write(`${JSON.stringify(prediction)}\n`);
    } catch (error) {
      if (error instanceof AppError) throw new AppError(error.code, `line ${number}: ${error.message}`, { cause: error });
      throw error;
    }
  }
}

main().catch((error: unknown) => {
  console.error(`predict: ${error instanceof AppError ? error.message : String(error instanceof Error ? error.stack : error)}`);
  process.exitCode = 1;
});
