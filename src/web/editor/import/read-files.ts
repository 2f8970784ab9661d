import { IMPORT_KINDS, type ImportKind } from '../../../domain/import-kind.ts';

/** A file as it is sent: its name with its folders, and its bytes in base64. */
export interface SentFile {
  readonly path: string;
  readonly base64: string;
}

/** A file that somebody chose. */
export interface ChosenFile {
  /** Its name, with its folders where it came in one. */
  readonly path: string;
  readonly file: File;
}

/** Most of all files together that one import takes, in bytes. */
export const MAX_IMPORT_BYTES = 5_000_000;

export async function readFile({ path, file }: ChosenFile): Promise<SentFile> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => { resolve(typeof reader.result === 'string' ? reader.result : ''); };
    reader.onerror = () => { reject(reader.error ?? new Error(`${path} could not be read`)); };
    reader.readAsDataURL(file);
  });
  return { path, base64: url.slice(url.indexOf(',') + 1) };
}

const KINDS: Readonly<Record<string, ImportKind>> = { csv: 'csv', tsv: 'csv', json: 'json', md: 'markdown', markdown: 'markdown', yaml: 'markdown', yml: 'markdown', html: 'html', htm: 'html' };

export function kindOf(path: string): ImportKind | undefined {
  return KINDS[path.split('.').at(-1)?.toLowerCase() ?? ''];
}

/** What most of the files are, by their names; undefined where no name tells. */
export function guessKind(paths: readonly string[]): ImportKind | undefined {
  const kinds = paths.map(kindOf);
  const counts = IMPORT_KINDS.map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }));
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.kind;
}

/** Names that stand in every folder and hold no article. */
export function isArticleFile(path: string): boolean {
  return !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db');
}
