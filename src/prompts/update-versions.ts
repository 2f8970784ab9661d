import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compareVersions, type PromptVersions } from './prompt-versions.ts';
import { readPrompts } from './read-prompts.ts';

/** `node src/prompts/update-versions.ts`: writes prompts/versions.json, unless a text changed under its old version. */
const folder = fileURLToPath(new URL('../../prompts', import.meta.url));
const file = `${folder}/versions.json`;
const known = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as PromptVersions;
const { versions, notRaised } = compareVersions(Object.values(await readPrompts(folder)), known);

if (notRaised.length > 0) {
  process.stderr.write(`${notRaised.map((id) => `prompts/${id}.md changed: raise its version (now ${known[id]?.version})`).join('\n')}\n`);
  process.exitCode = 1;
} else {
  await writeFile(file, `${JSON.stringify(versions, null, 2)}\n`);
}
