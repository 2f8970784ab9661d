import * as z from 'zod';
import { AUDIT_ACTIONS } from '../../domain/audit.ts';
import type { Route } from './route.ts';

const filterShape = {
  action: z.enum(AUDIT_ACTIONS).optional(),
  actorId: z.string().min(1).max(64).optional().describe('The id of an agent.'),
  subject: z.string().min(1).max(64).optional().describe('What it was done to: the id of an agent, a conversation, a contact.'),
  since: z.coerce.number().int().min(0).optional(),
  until: z.coerce.number().int().min(0).optional().describe('Excluded.'),
};

const entrySchema = z.object({
  seq: z.int(), at: z.int(), action: z.enum(AUDIT_ACTIONS),
  actor: z.object({ kind: z.enum(['agent', 'unknown', 'system']), id: z.string().nullable(), name: z.string() }),
  subject: z.string().nullable(), details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), hash: z.string(),
}).meta({ id: 'AuditEntry' });

/** What was done, by whom. */
export const AUDIT_ROUTES = {
  listAudit: {
    method: 'get', path: '/api/desk/audit', access: 'audit.read',
    summary: 'Entries of the audit log, the latest first.',
    query: z.object({ ...filterShape, before: z.coerce.number().int().min(1).optional().describe('`seq` of the last entry of the page before.'), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    response: z.object({ entries: z.array(entrySchema) }),
  },
  downloadAudit: {
    method: 'get', path: '/api/desk/audit/csv', access: 'audit.read',
    summary: 'The same as CSV, at most 50,000 entries.',
    query: z.object(filterShape), response: null,
  },
  verifyAudit: {
    method: 'post', path: '/api/desk/audit/verify', access: 'audit.read',
    summary: 'Computes every hash of the chain anew.',
    body: z.strictObject({}),
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('unbroken'), entries: z.int(), head: z.string() }),
      z.object({ state: z.literal('broken'), seq: z.int(), problem: z.enum(['changed', 'missing', 'unlinked']) }),
    ]),
  },
} as const satisfies Record<string, Route>;
