import type { Response } from 'express';
import type { Files, Sender } from '../conversation/files.ts';
import { mayRead } from '../domain/access.ts';
import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import { allows } from '../domain/roles.ts';
import type { AttachmentStore, ConversationStore, StoredFile } from '../ports.ts';
import type { Admission } from './admission/admission.ts';
import type { ReadOrigin } from './admission/client-address.ts';
import type { MountRoute } from './http/mount-route.ts';

type Reader = { readonly contactId: string } | { readonly agent: Agent };

/** Files that go along with messages: in, and out again to those who may see them. */
export function mountFileRoutes(mount: MountRoute, { files, attachments, conversations, admission, readOrigin }: {
  files: Pick<Files, 'keep'>;
  attachments: Pick<AttachmentStore, 'find' | 'read'>;
  conversations: Pick<ConversationStore, 'get'>;
  admission: Pick<Admission, 'admitUpload'>;
  readOrigin: ReadOrigin;
}): void {
  mount('uploadContactFile', ({ contactId, headers, body }) => keep(headers['x-file-name'], body, { contactId }),
    ({ contactId }, request) => { admission.admitUpload({ contactId, origin: readOrigin(request) }); });
  mount('uploadAgentFile', ({ agent, headers, body }) => keep(headers['x-file-name'], body, { agentId: agent.id }));

  async function keep(name: string, body: Uint8Array, sender: Sender) {
    const { id, name: kept, type, bytes } = await files.keep(name, body, sender);
    return { id, name: kept, type, bytes };
  }

  mount('readFile', async ({ params: { fileId }, ...reader }, { response }) => {
    const file = await attachments.find(fileId);
    // Of what one may not see one does not learn that it is there.
    const content = file && await maySee(file, reader) ? await attachments.read(fileId) : undefined;
    if (!file || !content) throw new AppError('not-found', `there is no file ${fileId}`);
    sendFile(response, file, content);
  });

  async function maySee({ conversationId, contactId, agentId }: StoredFile, reader: Reader): Promise<boolean> {
    if (conversationId === null) return 'agent' in reader ? agentId === reader.agent.id : contactId === reader.contactId;
    const conversation = await conversations.get(conversationId);
    if (!conversation) return false;
    return 'agent' in reader
      ? allows(reader.agent.role, 'conversations.handle') && mayRead(reader.agent, conversation)
      : conversation.contactId === reader.contactId;
  }
}

/** A stranger's bytes: saved where they are opened, drawn at most by a page of ours, never run, never guessed at, in no cache. */
function sendFile(response: Response, { name, type }: StoredFile, content: Uint8Array): void {
  response.attachment(name);
  response.set({
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  });
  response.end(content);
}
