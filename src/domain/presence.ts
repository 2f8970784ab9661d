import * as z from 'zod';

/**
 * Whether an agent is there: `available` takes conversations, `away` keeps what they have and gets
 * nothing new, `offline` has gone, and what they had goes back to its queue.
 */
export const PRESENCE_STATUSES = ['available', 'away', 'offline'] as const;
export const presenceSchema = z.enum(PRESENCE_STATUSES);
export type PresenceStatus = z.infer<typeof presenceSchema>;

/**
 * What a stored status is worth now: who has not been seen for too long is offline, whatever they chose.
 * @param lostAfterMs how long a lost connection is forgiven.
 */
export function presenceAt(row: { readonly status: PresenceStatus; readonly seenAt: number } | undefined, now: number, lostAfterMs: number): PresenceStatus {
  if (!row || now - row.seenAt > lostAfterMs) return 'offline';
  return row.status;
}
