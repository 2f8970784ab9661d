import { createHash } from 'node:crypto';
import type { Prompt } from './prompt.ts';

/** What `prompts/versions.json` keeps of each prompt, by id. */
export type PromptVersions = Readonly<Record<string, { readonly version: number; readonly sha256: string }>>;

/** Of everything that the model reads or that bounds what it may answer, shared parts included. */
export function hashPrompt({ system, user, output, maxTokens, inputs }: Prompt): string {
  const kinds = Object.entries(inputs).map(([name, { kind }]) => `${name}:${kind}`).sort();
  return createHash('sha256').update(JSON.stringify([system, user, output, maxTokens, kinds])).digest('hex');
}

/** The versions as they are now, and the prompts whose text changed though their version did not rise. */
export function compareVersions(prompts: readonly Prompt[], known: PromptVersions): { readonly versions: PromptVersions; readonly notRaised: readonly string[]; readonly isCurrent: boolean } {
  const inOrder = [...prompts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const versions: PromptVersions = Object.fromEntries(inOrder.map((prompt) => [prompt.id, { version: prompt.version, sha256: hashPrompt(prompt) }]));
  const notRaised = prompts.filter((prompt) => {
    const before = known[prompt.id];
    return before !== undefined && (prompt.version < before.version || (prompt.version === before.version && hashPrompt(prompt) !== before.sha256));
  });
  return { versions, notRaised: notRaised.map(({ id }) => id), isCurrent: JSON.stringify(versions) === JSON.stringify(known) };
}
