import * as z from 'zod';
import { attachmentSchema } from '../../domain/events.ts';
import { ALLOWED_FILES, MAX_FILE_BYTES, MAX_LOOSE_FILES } from '../../domain/files.ts';
import type { Route } from './route.ts';

const upload = {
  headers: z.object({
    'x-file-name': z.string('expected the file\'s name, written by encodeURIComponent').max(2_000)
      .transform((name, context) => {
        try {
          return decodeURIComponent(name);
        } catch {
          context.addIssue('expected the file\'s name, written by encodeURIComponent');
          return z.NEVER;
        }
      }),
  }),
  bytes: MAX_FILE_BYTES,
  response: attachmentSchema.omit({ sha256: true }),
} as const;

const about = `${ALLOWED_FILES}, told by its content; at most ${MAX_FILE_BYTES / 1024 / 1024} MB, and ${MAX_LOOSE_FILES} of them that no message carries. A message then names its id; what none carried is removed after a day.`;

/** Files that go along with messages. */
export const FILE_ROUTES = {
  uploadContactFile: {
    method: 'post', path: '/api/contact/files', access: 'contact',
    summary: `Keeps a file for a message that the contact will send: ${about}`,
    ...upload,
  },
  uploadAgentFile: {
    method: 'post', path: '/api/desk/files', access: 'conversations.handle',
    summary: `Keeps a file for a reply that the agent will send: ${about}`,
    ...upload,
  },
  readFile: {
    method: 'get', path: '/api/files/:fileId', access: 'contact-or-agent',
    summary: 'The bytes of a file: for the contact of its conversation, for agents who may read that, and for who uploaded it while no message carries it.',
    params: z.object({ fileId: z.uuid() }), response: null,
  },
} as const satisfies Record<string, Route>;
