import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findForbiddenSpeech } from '../../src/assistant/answering/rules/find-forbidden-speech.ts';
import { tellFileType } from '../../src/conversation/tell-file-type.ts';
import { checkDocuments } from '../../src/knowledge/editing/check-documents.ts';
import { formatDifference, listPushed, nameOfImage, pushFiles, type PushOutcome } from '../../src/knowledge/editing/exchange-files.ts';
import { createImages } from '../../src/knowledge/editing/images.ts';
import { applyDifferences, seedDocuments } from '../../src/knowledge/editing/live-knowledge.ts';
import { parseKnowledgeFiles } from '../../src/knowledge/files/parse-knowledge-files.ts';
import { readKnowledgeTexts } from '../../src/knowledge/files/read-knowledge-files.ts';
import { assembleKnowledgeBase } from '../../src/knowledge/load-knowledge-base.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import type { Storage } from '../../src/ports.ts';
import { redactSecrets } from '../../src/secrets/redact-secrets.ts';

export interface PushCommand {
  readonly folder: string;
  /** Of the server: what editors cannot change comes from here. */
  readonly knowledgeDir: string;
  readonly dryRun: boolean;
  readonly publishes: boolean;
  readonly name: string;
  readonly note: string;
  readonly storage: Pick<Storage, 'documents' | 'images'>;
  readonly print: (line: string) => void;
}

/** Makes the folder's documents drafts, or publishes them. @returns the exit code. */
export async function runPush({ folder, knowledgeDir, dryRun, publishes, name, note, storage, print }: PushCommand): Promise<number> {
  const { documents } = storage;
  const { texts, problems } = await readKnowledgeTexts(folder);
  for (const problem of problems) print(formatProblem(problem));
  if (problems.length > 0) return 1;
  const shipped = (await readKnowledgeTexts(knowledgeDir)).texts;
  const source = { base: assembleKnowledgeBase(parseKnowledgeFiles(knowledgeDir, shipped)), texts: shipped };
  if (!dryRun) await seedDocuments(documents, source.texts);
  const published = await documents.readPublished(0);
  const differences = listPushed(published, texts);
  if (dryRun) for (const difference of differences) print(formatDifference(difference));
  const images = [...texts.keys()].filter((path) => path.startsWith('images/')).map((path) => path.slice('images/'.length));
  if (!dryRun && !await pushImages(folder, images, storage, print)) return 1;
  if (dryRun || differences.length === 0) {
    print(`${differences.length} documents differ from publication ${published.version}`);
    return 0;
  }
  const known = new Set([...await storage.images.listNames(), ...images]);
  const base = applyDifferences(source, published);
  const outcome = await pushFiles(differences, {
    documents, published, publishes, note, editor: { id: null, name },
    check: (changes) => checkDocuments(changes, base, known, { findForbiddenSpeech, redact: redactSecrets }),
  });
  return tell(outcome, print);
}

/** False where one has another name than its bytes give it, or is none. */
async function pushImages(folder: string, names: readonly string[], { images }: Pick<Storage, 'images'>, print: (line: string) => void): Promise<boolean> {
  const keep = createImages({ images, tellType: tellFileType });
  const known = new Set(await images.listNames());
  for (const name of names.filter((one) => !known.has(one))) {
    const content = await readFile(join(folder, 'images', name));
    if (nameOfImage(content, name.split('.').at(-1) ?? '') !== name) {
      print(`${join(folder, 'images', name)}: has another name than its content gives it (expected ${nameOfImage(content, name.split('.').at(-1) ?? 'png')})`);
      return false;
    }
    await keep.add(content);
  }
  return true;
}

function tell(outcome: PushOutcome, print: (line: string) => void): number {
  switch (outcome.state) {
    case 'published': print(`publication ${outcome.publication.id}: ${outcome.publication.changes.length} documents`); return 0;
    case 'drafted': print(`${outcome.drafts.length} drafts`); return 0;
    case 'refused': for (const problem of outcome.problems) print(formatProblem(problem)); return 1;
    case 'conflict': for (const path of outcome.paths) print(`${path}: somebody has a draft of it, or published it meanwhile`); return 1;
  }
}
