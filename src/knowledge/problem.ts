import type { ProblemCode } from '../domain/documents/problem-codes.ts';

/** Something in a knowledge base that an editor must mend. */
export interface Problem {
  /** Path of the file, as it was reached from the folder that was given. */
  readonly file: string;
  /** Line in that file, counted from 1. */
  readonly line: number;
  /** Path of the value within the file, as `phrasings.3`; `body` for Markdown. */
  readonly field: string;
  /** What kind of problem it is, and what a sentence about it is filled with, for whoever says it in another language. */
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  readonly problem: string;
  readonly expected: string;
}

export type ProblemValues = Readonly<Record<string, string | number>>;

/** `file:line field: problem (expected …)`, which terminals and editors turn into a link. */
export function formatProblem({ file, line, field, problem, expected }: Problem): string {
  return `${file}:${line} ${field}: ${problem} (expected ${expected})`;
}

/** By file, then line, so that a person mends one file at a time. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

/** A knowledge base that cannot be used, with everything that is wrong with it. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`the knowledge base has ${count}:`, ...problems.map(formatProblem)].join('\n'));
    this.problems = problems;
  }
}
