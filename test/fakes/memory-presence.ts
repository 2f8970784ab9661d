import type { Clock, PresenceRow, PresenceStore } from '../../src/ports.ts';

/** The port in memory, for tests. */
export function createMemoryPresence(clock: Clock): PresenceStore {
  const rows = new Map<string, PresenceRow>();
  return {
    async set(agentId, status) {
      await Promise.resolve();
      rows.set(agentId, { agentId, status, seenAt: clock.now(), changedAt: clock.now() });
    },
    async touch(agentIds) {
      await Promise.resolve();
      for (const agentId of agentIds) rows.set(agentId, { ...rows.get(agentId) ?? { agentId, status: 'available', changedAt: clock.now() }, seenAt: clock.now() });
    },
    async list() {
      await Promise.resolve();
      return [...rows.values()];
    },
  };
}
