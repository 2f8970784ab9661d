import type { ProblemCode } from '../../domain/documents/problem-codes.ts';
import type { ImportProblem } from '../../domain/import-problem.ts';
import type { ProblemValues } from '../problem.ts';

/** Something in a file that is to be imported and cannot be. */
export interface ImportError {
  readonly file: string;
  /** Counted from 1 among the articles of the file; null where it is about the file. */
  readonly row: number | null;
  /** Line of the file, from 1; null where it has none. */
  readonly line: number | null;
  readonly field: string;
  /** What kind of problem it is, and what a sentence about it is filled with, for whoever says it in another language. */
  readonly code: ImportProblem | ProblemCode;
  readonly values: ProblemValues;
  readonly problem: string;
  readonly expected: string;
}

/** An article in one language as a file has it; what the file does not say is left out. */
export interface ImportRow {
  readonly file: string;
  readonly row: number;
  readonly line: number | null;
  readonly id?: string | undefined;
  /** As it was written: it may be no language of ours. */
  readonly locale?: string | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly category?: string | undefined;
  readonly phrasings: readonly string[];
  readonly calmPhrasings: readonly string[];
  /** Markdown. */
  readonly body: string;
  /** It comes from a table or an export, which often hold HTML. */
  readonly mayBeHtml?: boolean;
  /** The whole file where it is one of ours, which stays as it is, byte for byte. */
  readonly text?: string | undefined;
}

/** `article.yaml` of a folder in our own form; it stays as it is, byte for byte. */
export interface ImportedFacts {
  readonly file: string;
  readonly articleId: string;
  readonly text: string;
}

export interface ImportImage {
  readonly file: string;
  readonly row: number;
  readonly source: string;
  readonly description: string;
}

/** What a parser makes of one file. Nothing is ever thrown: what cannot be read is an error. */
export interface ReadFile {
  readonly rows: readonly ImportRow[];
  readonly errors: readonly ImportError[];
  readonly images?: readonly ImportImage[];
  readonly facts?: readonly ImportedFacts[];
}

export const NOTHING_READ: ReadFile = { rows: [], errors: [] };

interface Unreadable extends Pick<ImportError, 'code' | 'problem' | 'expected'>, Partial<Pick<ImportError, 'row' | 'line' | 'field' | 'values'>> {}

/** A file of which nothing can be read. */
export function unreadable(file: string, { row = null, line = null, field = 'file', values = {}, ...problem }: Unreadable): ReadFile {
  return { rows: [], errors: [{ file, row, line, field, values, ...problem }] };
}
