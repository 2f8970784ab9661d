import type { LanguageModel } from '../../ports.ts';
import type { Prompts } from '../../prompts/prompt.ts';
import type { DetectLanguage } from './rules/watch-language.ts';

/** What every use of the model needs. */
export interface AnsweringOptions {
  readonly model: Pick<LanguageModel, 'id' | 'stream' | 'write' | 'judge'>;
  readonly prompts: Prompts;
  /** A marker that nobody can guess, new at every call: 16 or more lower-case letters and digits. See `randomMarker`. */
  readonly random: () => string;
  readonly detectLanguage: DetectLanguage;
}

/** What every request tells of itself. */
export interface RequestOptions {
  /** Id of the conversation whose budget is charged. */
  readonly chargeTo: string;
  readonly signal?: AbortSignal | undefined;
}
