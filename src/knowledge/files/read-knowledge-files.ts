import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { KnowledgeFiles } from './knowledge-files.ts';
import { parseKnowledgeFiles } from './parse-knowledge-files.ts';

/** Files read at once: enough to hide the disk's latency, few enough for any limit on open files. */
const BATCH = 64;

/** Reads and parses a whole knowledge base. What is wrong with it is returned in `problems`, never thrown. */
export async function readKnowledgeFiles(folder: string): Promise<KnowledgeFiles> {
  const paths = await listFiles(folder);
  const texts = new Map<string, string>();
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    const read = await Promise.all(batch.map((path) => readFile(join(folder, path), 'utf8')));
    batch.forEach((path, i) => texts.set(path, read[i] ?? ''));
  }
  return parseKnowledgeFiles(folder, texts);
}

/** Every file of the folder, hidden ones apart, as a path below it with `/`, in order. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}
