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

/** Parses JSON and validates it; AppError `not-json` where it is none. */
export function parseJson<T extends z.ZodType>(schema: T, text: string): z.infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('not-json', 'expected a JSON object', { cause });
  }
  return parseInput(schema, value);
}
