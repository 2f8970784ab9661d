import type { FileType } from '../domain/files.ts';

/** A file as it arrived, before or after a message carried it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Of the bytes as they arrived; those of a picture are stored drawn anew. */
  readonly sha256: string;
  /** Who sent it: one of the two is null. */
  readonly contactId: string | null;
  readonly agentId: string | null;
  /** Null until a message carries it. */
  readonly conversationId: string | null;
}

/**
 * A picture drawn anew from its pixels, without what else was in the file: where it was taken, what is appended
 * to it. Of a moving one the first frame, as PNG. `'unreadable'` where it is no picture or has too many pixels;
 * `'as-is'` where this kind cannot be drawn here.
 */
export type CleanImage = (content: Uint8Array, type: FileType) => Promise<{ readonly content: Uint8Array; readonly type: FileType } | 'unreadable' | 'as-is'>;

/** Looks for viruses; the name of what was found. Rejects with AppError `unavailable` where the scanner gives no answer. */
export type ScanFile = (content: Uint8Array) => Promise<'clean' | { readonly found: string }>;

export interface AttachmentStore {
  /** Durable when it resolves; `'too-many'`, and nothing, where the sender has so many that no message carries. */
  add(file: Omit<StoredFile, 'conversationId'>, content: Uint8Array, mostLoose: number): Promise<'added' | 'too-many'>;
  find(fileId: string): Promise<StoredFile | undefined>;
  read(fileId: string): Promise<Uint8Array | undefined>;
  /** Ties files to the conversation whose message carries them; false, and nothing, where one is unknown, of another sender, or tied elsewhere. */
  attach(fileIds: readonly string[], conversationId: string, sender: { readonly contactId: string } | { readonly agentId: string }): Promise<boolean>;
  /** Removes what no message came to carry since before `at`; how many there were. */
  removeLoose(at: number): Promise<number>;
}
