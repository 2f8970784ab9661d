import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock, PresenceStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedPresence {
  readonly presence: PresenceStore;
  close(): Promise<void>;
}

/** What every implementation of PresenceStore must do. */
export function describePresenceStore(name: string, open: (clock: Clock) => Promise<OpenedPresence>): void {
  describe(`presence store: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedPresence;
    beforeEach(async () => { opened = await open(clock); });
    afterEach(() => opened.close());

    it('knows nobody at first, and who connects is available', async () => {
      expect(await opened.presence.list()).toEqual([]);
      await opened.presence.touch([]);
      await opened.presence.touch(['ana', 'ben']);
      const now = clock.now();
      expect([...await opened.presence.list()].sort((a, b) => (a.agentId < b.agentId ? -1 : 1))).toEqual([
        { agentId: 'ana', status: 'available', seenAt: now, changedAt: now },
        { agentId: 'ben', status: 'available', seenAt: now, changedAt: now },
      ]);
    });

    it('keeps the status that was chosen, however often its agent is seen', async () => {
      await opened.presence.set('ana', 'away');
      const changedAt = clock.now();
      clock.advance(5_000);
      await opened.presence.touch(['ana']);
      expect(await opened.presence.list()).toEqual([{ agentId: 'ana', status: 'away', seenAt: clock.now(), changedAt }]);
    });

    it('counts choosing a status as being seen', async () => {
      await opened.presence.touch(['ana']);
      clock.advance(5_000);
      await opened.presence.set('ana', 'offline');
      expect(await opened.presence.list()).toEqual([{ agentId: 'ana', status: 'offline', seenAt: clock.now(), changedAt: clock.now() }]);
    });
  });
}
