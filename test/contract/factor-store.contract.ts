import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock, Factor, FactorStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

const app = (id: string, agentId = 'ana', addedAt = 1): Factor => ({ id, agentId, kind: 'totp', name: 'Phone', addedAt, usedAt: null, sealed: 'sealed', counter: -1 });

/** What every implementation of FactorStore must do. */
export function describeFactorStore(name: string, open: (clock: Clock) => Promise<{ readonly factors: FactorStore; close(): Promise<void> }>): void {
  describe(`factor store: ${name}`, () => {
    const clock = createManualClock();
    let factors: FactorStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      const opened = await open(clock);
      ({ factors } = opened);
      close = () => opened.close();
    });
    afterEach(() => close());

    it('keeps factors in the order in which they were added, and counts them', async () => {
      await factors.add(app('late', 'ana', 2));
      await factors.add(app('early'));
      await factors.add({ ...app('key', 'ben'), kind: 'passkey' });
      expect(await factors.list('ana')).toEqual([app('early'), app('late', 'ana', 2)]);
      expect(Object.fromEntries(await factors.countAll())).toEqual({ ana: 2, ben: 1 });
    });

    it('lets a counter be used once, by one of two who come together, and never one before it', async () => {
      await factors.add(app('app'));
      expect((await Promise.all([factors.use('app', 5, 10), factors.use('app', 5, 11)])).sort()).toEqual([false, true]);
      expect(await factors.use('app', 4, 12)).toBe(false);
      expect(await factors.use('app', 6, 13)).toBe(true);
      expect(await factors.use('app', null, 14)).toBe(true);
      expect((await factors.list('ana'))[0]).toMatchObject({ counter: 6, usedAt: 14 });
      expect(await factors.use('nothing', 1, 1)).toBe(false);
    });

    it('removes one of the agent\'s own, or all with the recovery codes', async () => {
      for (const each of [app('one'), app('two'), app('three', 'ben')]) await factors.add(each);
      await factors.setRecovery('ana', ['x']);
      expect(await factors.remove('ben', 'one')).toBe(false);
      expect(await factors.remove('ana', 'one')).toBe(true);
      expect(await factors.removeAll('ana')).toBe(1);
      expect(await factors.countRecovery('ana')).toBe(0);
      expect(await factors.list('ben')).toHaveLength(1);
    });

    it('lets a recovery code be used once, and forgets those before the last set', async () => {
      await factors.setRecovery('ana', ['old']);
      await factors.setRecovery('ana', ['x', 'y']);
      await factors.setRecovery('ben', ['x']);
      expect((await Promise.all([factors.useRecovery('ana', 'x'), factors.useRecovery('ana', 'x')])).sort()).toEqual([false, true]);
      expect(await factors.useRecovery('ana', 'old')).toBe(false);
      expect([await factors.countRecovery('ana'), await factors.countRecovery('ben')]).toEqual([1, 1]);
    });

    it('ends what was begun once, keeps the last of an id, and forgets what is over', async () => {
      const begun = { id: 'one', agentId: 'ana', expiresAt: clock.now() + 1_000, data: 'first' };
      await factors.begin(begun);
      await factors.begin({ ...begun, agentId: null, data: 'second' });
      expect(await factors.findCeremony('one')).toEqual({ ...begun, agentId: null, data: 'second' });
      expect((await Promise.all([factors.end('one'), factors.end('one')])).sort()).toEqual([false, true]);
      await factors.begin(begun);
      clock.advance(1_000);
      expect(await factors.findCeremony('one')).toBeUndefined();
      await factors.begin({ ...begun, id: 'two', expiresAt: clock.now() + 1 });
      expect(await factors.end('one')).toBe(false);
    });
  });
}
