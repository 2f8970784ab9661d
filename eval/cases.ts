import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../src/domain/errors.ts';
import { localeSchema } from '../src/domain/locales.ts';
import { ACTIONS, INTENT_IDS } from '../src/domain/intents.ts';
import { URGENCIES } from '../src/domain/urgencies.ts';
import { parseInput, parseJson } from '../src/protocol/parse.ts';

const caseSchema = z.object({
  id: z.string().min(1),
  /** `dev` is for choosing weights and thresholds, `test` is never tuned to. An exchange's own cases need not say. */
  split: z.enum(['dev', 'test']).default('test'),
  text: z.string().min(1),
  locale: localeSchema.nullable(),
  intent: z.enum(INTENT_IDS),
  urgency: z.enum(URGENCIES),
  action: z.enum(ACTIONS),
  articles: z.array(z.string()),
});

/** The first message of a fresh conversation, and what is right; docs/evaluation-format.md. */
export type EvaluationCase = z.infer<typeof caseSchema>;

/** @throws AppError naming file, line and field. */
export function parseCases(text: string, file: string): EvaluationCase[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parseInput(caseSchema, parseJson(line))];
    } catch (error) {
      if (error instanceof AppError) throw new AppError(error.code, `${file}:${index + 1} ${error.message}`, { cause: error });
      throw error;
    }
  });
}

/** The cases of one file, or of every `.jsonl` of a folder. Ids must not repeat. */
export async function readCases(path: string): Promise<EvaluationCase[]> {
  const files = path.endsWith('.jsonl') ? [path] : (await readdir(path)).filter((name) => name.endsWith('.jsonl')).sort().map((name) => join(path, name));
  const cases = (await Promise.all(files.map(async (file) => parseCases(await readFile(file, 'utf8'), file)))).flat();
  const seen = new Set<string>();
  for (const { id } of cases) {
    if (seen.has(id)) throw new AppError('invalid-input', `${path}: the id ${id} stands twice`, { field: 'id' });
    seen.add(id);
  }
  return cases;
}
