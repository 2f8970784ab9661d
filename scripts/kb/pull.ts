import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readKnowledgeTexts } from '../../src/knowledge/files/read-knowledge-files.ts';
import { formatDifference, listPulled, listShownImages } from '../../src/knowledge/editing/exchange-files.ts';
import type { Storage } from '../../src/ports.ts';

export interface PullCommand {
  readonly folder: string;
  readonly dryRun: boolean;
  readonly storage: Pick<Storage, 'documents' | 'images'>;
  readonly print: (line: string) => void;
}

/** Writes what is published into the folder, byte for byte, with the images that it shows. @returns the exit code. */
export async function runPull({ folder, dryRun, storage, print }: PullCommand): Promise<number> {
  const published = await storage.documents.readPublished(0);
  if (published.version === 0) {
    print('nothing is published yet: the first start publishes KNOWLEDGE_DIR');
    return 1;
  }
  const { texts } = await readKnowledgeTexts(folder);
  const differences = listPulled(published, texts);
  for (const difference of differences) {
    print(dryRun ? formatDifference(difference) : `${difference.change.padEnd(8)} ${difference.path}`);
    if (!dryRun) await writeDocument(join(folder, difference.path), difference.text);
  }
  const images = listShownImages(published).filter((name) => !texts.has(`images/${name}`));
  for (const name of images) {
    const image = await storage.images.read(name);
    if (!image) continue;
    print(`new      images/${name}`);
    if (!dryRun) {
      await mkdir(join(folder, 'images'), { recursive: true });
      await writeFile(join(folder, 'images', name), image.content);
    }
  }
  print(`publication ${published.version}: ${differences.length + images.length} files ${dryRun ? 'differ' : 'written'}`);
  return 0;
}

async function writeDocument(file: string, text: string | null): Promise<void> {
  if (text === null) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
