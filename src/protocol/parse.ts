import type { z } from 'zod';
import { AppError } from '../domain/errors.ts';

/** The value as the schema has it, or AppError `invalid-input` that names the first field that is wrong. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new AppError('invalid-input', `${field || 'the input'}: ${issue?.message ?? 'not valid'}`, field ? { field } : {});
}

/** AppError `not-json` where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('not-json', 'expected a JSON object', { cause });
  }
}
