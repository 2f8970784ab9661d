/**
 * `npm run --silent predict < cases.jsonl > predictions.jsonl`: what the assistant would do with the
 * first message of a fresh conversation, one JSON object a line (docs/evaluation-format.md).
 * Only `id` and `text` of a case are read.
 */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createLogger } from '../src/adapters/system/logger.ts';
import { createAssistant, type Assistant } from '../src/assistant/create-assistant.ts';
import { createTranslate } from '../src/assistant/phrases.ts';
import { DEFAULT_POLICY } from '../src/assistant/policy.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/domain/errors.ts';
import { DEFAULT_LOCALE } from '../src/domain/locales.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { parseInput, parseJson } from '../src/protocol/parse.ts';
import { readPhrases } from '../src/read-phrases.ts';

const caseSchema = z.object({ id: z.string(), text: z.string().min(1).max(100_000) });

async function predict(assistant: Assistant, line: string): Promise<object> {
  const { id, text } = parseInput(caseSchema, parseJson(line));
  const begun = performance.now();
  const { understood: { ranking }, understanding, verdict, locale, message } = await assistant.consider(text, DEFAULT_LOCALE);
  return {
    id, locale,
    intent: understanding.intent,
    urgency: understanding.urgency,
    action: verdict.action,
    articles: ranking.map(({ articleId, score }) => ({ id: articleId, score })),
    reply: message.text,
    ms: Math.round((performance.now() - begun) * 100) / 100,
  };
}

async function main(): Promise<void> {
  const config = readConfig(process.env, fileURLToPath(new URL('..', import.meta.url)));
  const logger = createLogger('warn');
  const knowledge = await openKnowledge({ folder: config.knowledgeDir, cacheFolder: config.cacheDir, logger });
  const assistant = createAssistant({ knowledge: () => knowledge, translate: createTranslate(await readPhrases()), policy: DEFAULT_POLICY });
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      process.stdout.write(`${JSON.stringify(await predict(assistant, line))}\n`);
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
