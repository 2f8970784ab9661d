import type { Problem } from '../problem.ts';

/** A file that was understood, with the way back from a value to its line. */
export interface ParsedFile<T> {
  readonly file: string;
  readonly value: T;
  /** Line, from 1, of the value at a path such as `phrasings.3`; of the nearest value around it where there is none. */
  lineOf(field: string): number;
}

/** Parsers return what is wrong instead of throwing, so that one run reports everything. */
export type Parsed<T> =
  | { readonly ok: true; readonly parsed: ParsedFile<T> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The same file with its value turned into another; lines are looked up as before. */
export function mapParsed<T, U>(result: Parsed<T>, convert: (value: T) => U): Parsed<U> {
  if (!result.ok) return result;
  return { ok: true, parsed: { ...result.parsed, value: convert(result.parsed.value) } };
}
