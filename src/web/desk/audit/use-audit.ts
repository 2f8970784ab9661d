import { useCallback, useEffect, useState } from 'react';
import type { RouteOutput } from '../../../protocol/http.ts';
import { useDeskApi } from '../connection/desk-context.tsx';

export type AuditEntry = RouteOutput<'listAudit'>['entries'][number];

/** What the list is narrowed to; an empty text narrows nothing. Days are the reader's. */
export interface AuditFilter {
  readonly action: string;
  readonly actorId: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: AuditFilter = { action: '', actorId: '', subject: '', from: '', to: '' };
const PAGE = 100;

/** For the address of the list and of its CSV. */
export function toAuditQuery({ from, to, ...rest }: AuditFilter): Record<string, string | undefined> {
  const given = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value.trim() === '' ? undefined : value.trim()]));
  return { ...given, since: startOf(from, 0), until: startOf(to, 1) };
}

function startOf(day: string, later: number): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + later);
  return String(start.getTime());
}

export interface Audit {
  /** Null until it was read for the first time. */
  readonly entries: readonly AuditEntry[] | null;
  readonly hasMore: boolean;
  readonly failed: boolean;
  readonly reload: () => void;
  readonly readMore: () => void;
}

/** The entries for a filter, page by page. */
export function useAudit(filter: AuditFilter): Audit {
  const api = useDeskApi();
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<Pick<Audit, 'entries' | 'hasMore' | 'failed'>>({ entries: null, hasMore: false, failed: false });
  const reload = useCallback(() => { setAsked((count) => count + 1); }, []);

  useEffect(() => {
    let isCurrent = true;
    api.listAudit({ ...toAuditQuery(filter), limit: String(PAGE) }).then(
      ({ entries }) => { if (isCurrent) setState({ entries, hasMore: entries.length === PAGE, failed: false }); },
      () => { if (isCurrent) setState((before) => ({ ...before, failed: true })); },
    );
    return () => { isCurrent = false; };
  }, [api, filter, asked]);

  const readMore = (): void => {
    const last = state.entries?.at(-1);
    if (!last) return;
    api.listAudit({ ...toAuditQuery(filter), before: String(last.seq), limit: String(PAGE) }).then(
      ({ entries }) => { setState((before) => ({ entries: [...before.entries ?? [], ...entries], hasMore: entries.length === PAGE, failed: false })); },
      () => { setState((before) => ({ ...before, failed: true })); },
    );
  };
  return { ...state, reload, readMore };
}
