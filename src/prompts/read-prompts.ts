import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parsePrompt } from './parse-prompt.ts';
import { PromptError, type PromptProblem } from './prompt-error.ts';
import { PROMPT_IDS, type Prompt, type Prompts } from './prompt.ts';

/** Every prompt of a folder, proved. Throws PromptError with all that is wrong, file and line. */
export async function readPrompts(folder: string): Promise<Prompts> {
  const parts = new Map(await readTexts(join(folder, 'parts')));
  const found: Partial<Record<string, Prompt>> = {};
  const problems: PromptProblem[] = [];
  for (const [id, text] of await readTexts(folder)) {
    const file = join(folder, `${id}.md`);
    const parsed = parsePrompt(text, file, parts);
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (parsed.prompt.id !== id) problems.push({ file, line: 2, problem: `id: expected "${id}", as the file is named` });
    else found[id] = parsed.prompt;
  }
  const known = new Set([...Object.keys(found), ...problems.map(({ file }) => basename(file, '.md'))]);
  for (const id of PROMPT_IDS) if (!known.has(id)) problems.push({ file: join(folder, `${id}.md`), line: 1, problem: 'is missing' });
  if (problems.length > 0) throw new PromptError(problems);
  return found as Prompts;
}

/** Markdown files by name, in order; the README is for people. */
async function readTexts(folder: string): Promise<[string, string][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  return Promise.all(names.map(async (name): Promise<[string, string]> => [basename(name, '.md'), await readFile(join(folder, name), 'utf8')]));
}
