import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compareProblems, type Problem } from '../problem.ts';
import type { KnowledgeFiles } from './knowledge-files.ts';
import { parseKnowledgeFiles } from './parse-knowledge-files.ts';

/** Files read at once: enough to hide the disk's latency, few enough for any limit on open files. */
const BATCH = 64;

export interface KnowledgeTexts {
  /** By path below the folder, with `/`, in order. What stands in `images/` is there without its bytes. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files that are no text in UTF-8. */
  readonly problems: readonly Problem[];
}

/** Reads and parses a whole knowledge base. What is wrong with it is returned in `problems`, never thrown. */
export async function readKnowledgeFiles(folder: string): Promise<KnowledgeFiles> {
  const { texts, problems } = await readKnowledgeTexts(folder);
  const files = parseKnowledgeFiles(folder, texts);
  return { ...files, problems: [...files.problems, ...problems].sort(compareProblems) };
}

/** The texts of a knowledge base, byte for byte. */
export async function readKnowledgeTexts(folder: string): Promise<KnowledgeTexts> {
  const paths = await listFiles(folder);
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    const read = await Promise.all(batch.map((path) => (isImage(path) ? Promise.resolve(Buffer.of()) : readFile(join(folder, path)))));
    batch.forEach((path, i) => {
      try {
        texts.set(path, decoder.decode(read[i]));
      } catch {
        problems.push({ file: join(folder, path), line: lineOfBadByte(read[i]!), field: 'text', code: 'unreadable-character', values: {}, problem: 'has bytes that are no text', expected: 'UTF-8' });
      }
    });
  }
  return { texts, problems };
}

/** Images stand beside the texts, and only their names are read. */
function isImage(path: string): boolean {
  return path.startsWith('images/');
}

/** A line is decoded at a time: no byte of UTF-8 but the line feed itself is 10. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0, line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? undefined : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    start = end + 1;
  }
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
