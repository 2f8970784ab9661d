import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { LocaleFiles } from './assistant/phrases.ts';

const folder = fileURLToPath(new URL('./locales', import.meta.url));

/** Every phrase of the house, by language. */
export async function readPhrases(): Promise<LocaleFiles> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const entries = await Promise.all(files.map(async (name) =>
    [name.replace('.json', ''), JSON.parse(await readFile(`${folder}/${name}`, 'utf8')) as Record<string, unknown>] as const));
  return Object.fromEntries(entries);
}
