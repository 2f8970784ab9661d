import type { ImportKind } from '../../domain/import-kind.ts';
import { decodeText } from './decode-text.ts';
import { unreadable, type ReadFile } from './import-row.ts';
import { readCsv } from './read-csv.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';

export interface ImportFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const READERS: Readonly<Record<ImportKind, (text: string, file: string) => ReadFile>> = { csv: readCsv, json: readJson, markdown: readMarkdown, html: readHtml };

/** What the files say, all together: rows, and what could not be read. Never rejects, whatever the bytes are. */
export async function readImport(kind: ImportKind, files: readonly ImportFile[]): Promise<Required<ReadFile>> {
  const read: ReadFile[] = [];
  for (const file of files) {
    read.push(readOne(kind, file));
    // Contacts are answered between two files.
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  return {
    rows: read.flatMap(({ rows }) => rows), errors: read.flatMap(({ errors }) => errors),
    images: read.flatMap(({ images = [] }) => images), facts: read.flatMap(({ facts = [] }) => facts),
  };
}

function readOne(kind: ImportKind, { path, bytes }: ImportFile): ReadFile {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return unreadable(path, { code: decoded.code, problem: decoded.problem, expected: 'a text file in UTF-8: save it again in that encoding', line: decoded.line });
  if (decoded.text.trim() === '') return unreadable(path, { code: 'empty-file', problem: 'is empty', expected: 'a file with articles' });
  return READERS[kind](decoded.text, path);
}
