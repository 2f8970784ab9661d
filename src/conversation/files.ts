import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../domain/errors.ts';
import type { Attachment } from '../domain/events.ts';
import { ALLOWED_FILES, cleanFileName, MAX_LOOSE_FILES, MAX_PIXELS, type FileType } from '../domain/files.ts';
import type { Redact } from '../domain/secrets.ts';
import type { AttachmentStore, CleanImage, Logger, ScanFile, StoredFile } from '../ports.ts';
import { tellFileType } from './tell-file-type.ts';

export type Sender = { readonly contactId: string } | { readonly agentId: string };

export interface Files {
  /**
   * Keeps a file for a message that its sender will write. Rejects with AppError `invalid-input` where it
   * is empty, of no kind that may be sent or with a virus in it, `too-many-requests` where too many wait already,
   * and `unavailable` where it cannot be scanned. A picture is kept as it is drawn anew; `sha256` is of what arrived.
   */
  keep(name: string, content: Uint8Array, sender: Sender): Promise<Attachment>;
  /**
   * What a message carries of these files. Rejects with AppError `invalid-input` where one is unknown or
   * another's, or another conversation has it.
   * @param conversationId null where the message begins one, or began it and is sent again.
   */
  describe(fileIds: readonly string[], sender: Sender, conversationId: string | null): Promise<Attachment[]>;
  /** Ties them to the conversation whose message carries them; again is harmless. Rejects as `describe` does. */
  tie(fileIds: readonly string[], conversationId: string, sender: Sender): Promise<void>;
}

/** Files that contacts and agents send along. They are uploaded first, and belong to who uploaded them until a message carries them. */
export function createFiles({ attachments, redact, cleanImage, scan, logger }: {
  attachments: Pick<AttachmentStore, 'add' | 'find' | 'attach'>;
  /** Names are written by people, too. */
  redact: Redact;
  cleanImage: CleanImage;
  /** Absent where no scanner is configured. */
  scan?: ScanFile | undefined;
  logger: Pick<Logger, 'warn'>;
}): Files {
  async function scanned(content: Uint8Array): Promise<void> {
    const result = await scan?.(content);
    if (result === undefined || result === 'clean') return;
    logger.warn('a file with a virus was refused', { found: result.found });
    throw new AppError('invalid-input', 'body: a virus was found in this file', { field: 'body' });
  }

  async function cleaned(content: Uint8Array, type: FileType): Promise<{ content: Uint8Array; type: FileType }> {
    const clean = type.startsWith('image/') ? await cleanImage(content, type) : 'as-is';
    if (clean === 'unreadable') throw new AppError('invalid-input', `body: expected a picture that can be drawn, with at most ${MAX_PIXELS / 1_000_000} megapixels`, { field: 'body' });
    return clean === 'as-is' ? { content, type } : clean;
  }

  return {
    async keep(name, content, sender) {
      if (content.byteLength === 0) throw new AppError('invalid-input', 'body: expected the bytes of a file, and it is empty', { field: 'body' });
      const told = await tellFileType(content);
      if (!told) throw new AppError('invalid-input', `body: expected ${ALLOWED_FILES}, and its content is something else`, { field: 'body' });
      await scanned(content);
      const { content: kept, type } = await cleaned(content, told);
      const file = {
        id: uuidv7(), name: cleanFileName(redact(name).text, type), type, bytes: kept.byteLength,
        sha256: createHash('sha256').update(content).digest('hex'),
      };
      const owner = 'contactId' in sender ? { contactId: sender.contactId, agentId: null } : { contactId: null, agentId: sender.agentId };
      if (await attachments.add({ ...file, ...owner }, kept, MAX_LOOSE_FILES) === 'too-many') {
        throw new AppError('too-many-requests', `${MAX_LOOSE_FILES} files wait for a message already; send them, or wait a day until they are forgotten`);
      }
      return file;
    },
    async describe(fileIds, sender, conversationId) {
      return Promise.all(fileIds.map(async (id, index) => {
        const file = await attachments.find(id);
        if (!file || !isOf(file, sender) || isElsewhere(file, conversationId)) throw unknownFile(`attachments.${index}`);
        const { name, type, bytes, sha256 } = file;
        return { id, name, type, bytes, sha256 };
      }));
    },
    async tie(fileIds, conversationId, sender) {
      if (!await attachments.attach(fileIds, conversationId, sender)) throw unknownFile('attachments');
    },
  };
}

function isOf({ contactId, agentId }: StoredFile, sender: Sender): boolean {
  return 'contactId' in sender ? contactId === sender.contactId : agentId === sender.agentId;
}

function isElsewhere(file: StoredFile, conversationId: string | null): boolean {
  return file.conversationId !== null && conversationId !== null && file.conversationId !== conversationId;
}

function unknownFile(field: string): AppError {
  return new AppError('invalid-input', `${field}: expected the id of a file that you uploaded and no other conversation has`, { field });
}
