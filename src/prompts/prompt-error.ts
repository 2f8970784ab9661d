/** Something in a prompt's file that must be mended before the server starts. */
export interface PromptProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
}

/** Prompts that cannot be used, with everything that is wrong with them. */
export class PromptError extends Error {
  override readonly name = 'PromptError';
  readonly problems: readonly PromptProblem[];

  constructor(problems: readonly PromptProblem[]) {
    super(problems.map(({ file, line, problem }) => `${file}:${line} ${problem}`).join('\n'));
    this.problems = problems;
  }
}
