/**
 * How an input gets into a prompt. `data` is text of contacts, articles or the model itself: it is
 * fenced with a marker that nobody can guess and stands in the user part only. `word` is one short
 * line from our own code, such as a language's name, and may stand anywhere.
 */
export const INPUT_KINDS = ['data', 'word'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

export interface PromptInput {
  readonly kind: InputKind;
  /** For who writes prompts. */
  readonly about: string;
}

/** A prompt as its file has it, shared parts put in, inputs still open. */
export interface Prompt {
  readonly id: string;
  /** Raised whenever the text changes, so that an answer tells by which words it came about. */
  readonly version: number;
  readonly purpose: string;
  readonly inputs: Readonly<Record<string, PromptInput>>;
  /** `text`, or the name of a schema of `OUTPUT_SCHEMAS`. */
  readonly output: string;
  readonly maxTokens: number;
  /** Inputs that make sense together, for tests and for people who try the prompt out. */
  readonly sample: Readonly<Record<string, string>>;
  readonly system: string;
  readonly user: string;
}

export const PROMPT_IDS = ['answer', 'condense', 'rerank', 'judge', 'summarise', 'suggest', 'translate', 'rewrite', 'translate-article'] as const;
export type PromptId = (typeof PROMPT_IDS)[number];

export type Prompts = Readonly<Record<PromptId, Prompt>>;
