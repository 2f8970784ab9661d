import * as z from 'zod';
import type { AuditAction } from '../../domain/audit.ts';
import type { Permission } from '../../domain/roles.ts';

/** One endpoint: what the router mounts, what OpenAPI shows and what the tests of permissions walk through. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  /**
   * Who may call it: anybody, a contact with a token, any agent who is signed in, either of them, whoever gave the
   * right password whether or not the second factor is settled (`claimant`), or an agent with the permission.
   */
  readonly access: 'public' | 'contact' | 'agent' | 'contact-or-agent' | 'claimant' | Permission;
  /** Screens ask it again and again by themselves: it keeps no session from being idle. */
  readonly polled?: true;
  readonly summary: string;
  /** As what it is written into the audit log once it was done: by whom, to what, and the names of the fields that were given. */
  readonly audit?: AuditAction;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject | z.ZodDiscriminatedUnion;
  /** By their names in lower case. */
  readonly headers?: z.ZodObject;
  /** Largest body in bytes where it is not JSON: the handler is given its bytes. It is read only after the caller is known. */
  readonly bytes?: number;
  /** Largest body in bytes that is JSON; a frame of the socket where it is not said. */
  readonly limit?: number;
  /** `null` where the answer is no JSON: the handler writes it. */
  readonly response: z.ZodType | null;
}

export const conversationParams = z.object({ conversationId: z.uuid() });
export const articleLink = z.object({ articleId: z.string(), title: z.string() });
