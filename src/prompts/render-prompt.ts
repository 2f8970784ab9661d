import { AppError } from '../domain/errors.ts';
import { fenceText, describeFence } from './fence-text.ts';
import { FENCE_SLOT } from './parse-prompt.ts';
import type { Prompt } from './prompt.ts';

export interface RenderedPrompt {
  readonly system: string;
  readonly user: string;
  /** Id and version, as `answer@1`. */
  readonly prompt: string;
  readonly maxTokens: number;
}

/** Longest `word` input: it comes from our own tables. */
const MAX_WORD = 600;

/**
 * Fills a prompt in. @param marker fences data; made anew for every request by who renders, from a
 * source that nobody can guess. Throws AppError where an input is missing or a word is none.
 */
export function renderPrompt({ id, version, inputs, system, user, maxTokens }: Prompt, values: Readonly<Record<string, string>>, marker: string): RenderedPrompt {
  const fill = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, (_written, name: string) => {
    if (name === FENCE_SLOT) return describeFence(marker);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new AppError('internal', `prompt ${id}: the input "${name}" is missing`);
    return inputs[name]?.kind === 'data' ? fenceText(value, name, marker) : asWord(value, `${id}.${name}`);
  });
  return { system: fill(system), user: fill(user), prompt: `${id}@${version}`, maxTokens };
}

/** What stands outside a fence is one short line, so that nothing longer gets there by mistake. */
function asWord(value: string, name: string): string {
  if (value.length > MAX_WORD || /[\r\n\u2028\u2029]/.test(value)) throw new AppError('internal', `prompt input ${name}: expected one short line`);
  return value;
}
