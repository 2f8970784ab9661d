import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { auditText, FIRST_PREVIOUS, type AuditAction, type AuditActor, type AuditEntry, type NewAuditEntry } from '../../domain/audit.ts';
import type { AuditFilter, AuditStore, BrokenChain, Clock } from '../../ports.ts';
import type { Database } from './database.ts';
import type { AuditTable, Tables } from './schema.ts';

/** Any number, the same for every process: who appends holds it, so that the chain has one end. */
const CHAIN_LOCK = 7_164_326;
const PAGE = 1_000;

/**
 * The chain makes a change in the middle show, and one at the end show to whoever noted the last hash
 * elsewhere (`npm run audit -- head`). Schneier and Kelsey, "Secure audit logs to support computer
 * forensics", ACM TISSEC 2(2), 1999, §3. Triggers refuse changes and deletions.
 */
export function createAuditStore(database: Database, clock: Clock): AuditStore {
  const { reader } = database;
  return {
    append: (entry) => database.write(async (transaction) => {
      if (database.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(transaction);
      const last = await transaction.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
      const linked = link(entry, { seq: (last?.seq ?? 0) + 1, at: clock.now(), previous: last?.hash ?? FIRST_PREVIOUS });
      await transaction.insertInto('audit').values(toRow(linked)).execute();
      return linked;
    }),

    async list(filter, before, limit) {
      const rows = await filtered(reader, filter)
        .$if(before !== null, (query) => query.where('seq', '<', before ?? 0))
        .orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(fromRow);
    },

    async verify() {
      let last = { seq: 0, hash: FIRST_PREVIOUS };
      for (;;) {
        const rows = await reader.selectFrom('audit').selectAll().where('seq', '>', last.seq).orderBy('seq').limit(PAGE).execute();
        for (const row of rows) {
          const broken = findBreak(last, fromRow(row));
          if (broken) return broken;
          last = row;
        }
        if (rows.length < PAGE) return { entries: last.seq, head: last.hash };
      }
    },
  };
}

function findBreak(last: { readonly seq: number; readonly hash: string }, entry: AuditEntry): BrokenChain | undefined {
  if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, problem: 'missing' };
  if (entry.previous !== last.hash) return { seq: entry.seq, problem: 'unlinked' };
  return hashOf(entry) === entry.hash ? undefined : { seq: entry.seq, problem: 'changed' };
}

function link({ action, actor, subject, details }: NewAuditEntry, place: Pick<AuditEntry, 'seq' | 'at' | 'previous'>): AuditEntry {
  const entry = { action, actor, subject, details, ...place };
  return { ...entry, hash: hashOf(entry) };
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(auditText(entry)).digest('hex');
}

function filtered(reader: Kysely<Tables>, { actions, actorId, subject, since, until }: AuditFilter) {
  return reader.selectFrom('audit').selectAll()
    .$if(actions !== undefined, (query) => query.where('action', 'in', [...actions ?? []]))
    .$if(actorId !== undefined, (query) => query.where('actor_id', '=', actorId ?? ''))
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .$if(since !== undefined, (query) => query.where('at', '>=', since ?? 0))
    .$if(until !== undefined, (query) => query.where('at', '<', until ?? 0));
}

function toRow({ seq, at, actor, action, subject, details, previous, hash }: AuditEntry): AuditTable {
  return { seq, at, actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name, action, subject, details: JSON.stringify(details), previous, hash };
}

function fromRow(row: AuditTable): AuditEntry {
  return {
    seq: row.seq, at: row.at, action: row.action as AuditAction, subject: row.subject, previous: row.previous, hash: row.hash,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name } as AuditActor,
    details: JSON.parse(row.details) as AuditEntry['details'],
  };
}
