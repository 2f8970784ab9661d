import { AppError } from '../domain/errors.ts';
import type { Attachment } from '../domain/events.ts';
import type { AttachmentStore, StoredFile } from '../ports.ts';

export type Sender = { readonly contactId: string } | { readonly agentId: string };

export interface Files {
  /** What a message carries of these files. Rejects with AppError `invalid-input` where one is unknown or another's. */
  describe(fileIds: readonly string[], sender: Sender): Promise<Attachment[]>;
  /** Ties them to the conversation whose message carries them; again is harmless. Rejects as `describe` does. */
  tie(fileIds: readonly string[], conversationId: string, sender: Sender): Promise<void>;
}

/** Files that contacts and agents send along. They are uploaded first, and belong to who uploaded them until a message carries them. */
export function createFiles({ attachments }: { attachments: AttachmentStore }): Files {
  return {
    async describe(fileIds, sender) {
      return Promise.all(fileIds.map(async (id, index) => {
        const file = await attachments.find(id);
        if (!file || !isOf(file, sender)) throw unknownFile(`attachments.${index}`);
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

function unknownFile(field: string): AppError {
  return new AppError('invalid-input', `${field}: expected the id of a file that you uploaded and no other conversation has`, { field });
}
