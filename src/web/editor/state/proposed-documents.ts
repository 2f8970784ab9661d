import type { OpenDocument } from '../article/use-document.ts';

/** The open documents that are not as they are published, as the assistant is to know them. */
export function proposedDocuments(documents: readonly Pick<OpenDocument, 'path' | 'state'>[]): { path: string; text: string | null }[] {
  return documents.flatMap(({ path, state: { text, known } }) => (text !== null && text !== (known?.published?.text ?? null) ? [{ path, text }] : []));
}
