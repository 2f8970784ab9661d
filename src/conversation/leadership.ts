import { randomUUID } from 'node:crypto';
import type { LeaseStore, Logger } from '../ports.ts';

/** A leader that dies is followed after this at most. */
const LEASE_MS = 4_000;
const RENEW_MS = 1_000;

export interface Leadership {
  /** Whether this process does what only one of them should do. Never waits. */
  isLeader(): boolean;
  stop(): Promise<void>;
}

/**
 * One of the processes that share a database looks after timers, routing and what was left undone. The
 * lease only spares double work: what is done twice all the same, the log refuses. Time is measured from
 * before the lease was asked for and by a clock that never jumps, so that a process that was paused
 * knows on waking that it leads no more.
 */
export async function startLeadership({ leases, logger }: { leases: LeaseStore; logger: Logger }): Promise<Leadership> {
  const holder = randomUUID();
  let heldUntil = -Infinity;

  async function renew(): Promise<void> {
    const asked = performance.now();
    try {
      heldUntil = await leases.take('desk', holder, LEASE_MS) ? asked + LEASE_MS : -Infinity;
    } catch (error) {
      logger.warn('the lease could not be renewed', { error: String(error) });
    }
  }

  await renew();
  const timer = setInterval(() => { void renew(); }, RENEW_MS);
  return {
    isLeader: () => performance.now() < heldUntil,
    async stop() {
      clearInterval(timer);
      heldUntil = -Infinity;
      await leases.giveUp('desk', holder).catch(() => undefined);
    },
  };
}
