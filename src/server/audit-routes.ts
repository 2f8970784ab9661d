import type { AuditEntry } from '../domain/audit.ts';
import type { AuditFilter, AuditStore } from '../ports.ts';
import { BOM, toCsv } from '../desk/report-csv.ts';
import type { MountRoute } from './http/mount-route.ts';

const MOST_ROWS = 50_000;
const PAGE = 1_000;

/** What was done, by whom, for those who answer for it. */
export function mountAuditRoutes(mount: MountRoute, { audit }: { audit: AuditStore }): void {
  mount('listAudit', async ({ query: { before, limit, ...filter } }) => ({ entries: (await audit.list(toFilter(filter), before ?? null, limit)).map(viewEntry) }));

  mount('verifyAudit', async () => {
    const outcome = await audit.verify();
    return 'problem' in outcome ? { state: 'broken', ...outcome } : { state: 'unbroken', ...outcome };
  });

  mount('downloadAudit', async ({ query }, { response }) => {
    const rows: AuditEntry[] = [];
    for (let before: number | null = null; rows.length < MOST_ROWS;) {
      const page: AuditEntry[] = await audit.list(toFilter(query), before, PAGE);
      rows.push(...page);
      if (page.length < PAGE) break;
      before = page.at(-1)?.seq ?? null;
    }
    response.attachment('vigil-audit.csv');
    response.set('Cache-Control', 'private, no-store').type('text/csv; charset=utf-8').end(BOM + toCsv([COLUMNS, ...rows.slice(0, MOST_ROWS).map(toCells)]));
  });
}

const COLUMNS = ['seq', 'at', 'action', 'actor_kind', 'actor_id', 'actor_name', 'subject', 'details', 'hash'];

function toCells({ seq, at, action, actor, subject, details, hash }: AuditEntry): (string | number)[] {
  return [seq, new Date(at).toISOString(), action, actor.kind, actor.id ?? '', actor.name, subject ?? '', JSON.stringify(details), hash];
}

function toFilter({ action, ...rest }: { readonly action?: AuditEntry['action'] | undefined } & { readonly [K in 'actorId' | 'subject']?: string | undefined } & { readonly [K in 'since' | 'until']?: number | undefined }): AuditFilter {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...given, ...(action === undefined ? {} : { actions: [action] }) };
}

function viewEntry({ seq, at, action, actor, subject, details, hash }: AuditEntry) {
  return { seq, at, action, actor: { ...actor }, subject, details: { ...details }, hash };
}
