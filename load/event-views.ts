import type { Ledger, WireEvent } from './ledger.ts';

/** What one client has been shown, and where it would go on. */
export interface EventViews {
  /** False for what it has already. */
  take(event: WireEvent): boolean;
  /** Highest `seq` that it has; 0 for none. */
  cursorOf(conversationId: string): number;
  has(conversationId: string, seq: number): boolean;
}

/** Keeps cursors as docs/protocol.md says, and reports what a client that keeps them would never get to see. */
export function createEventViews(who: string, ledger: Pick<Ledger, 'see' | 'report'>): EventViews {
  const views = new Map<string, { cursor: number; readonly seqs: Set<number> }>();
  return {
    take(event) {
      const { conversationId, seq } = event;
      const view = views.get(conversationId) ?? { cursor: 0, seqs: new Set<number>() };
      views.set(conversationId, view);
      ledger.see(event);
      if (view.seqs.has(seq)) return false;
      if (seq < view.cursor) ledger.report({ kind: 'out of order', conversationId, detail: `${who} was shown event ${seq} after ${view.cursor}` });
      view.seqs.add(seq);
      view.cursor = Math.max(view.cursor, seq);
      return true;
    },
    cursorOf: (conversationId) => views.get(conversationId)?.cursor ?? 0,
    has: (conversationId, seq) => views.get(conversationId)?.seqs.has(seq) ?? false,
  };
}
