import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Doorbell, Ring, Signal } from '../../src/ports.ts';

export interface OpenedDoorbell {
  /** One to ring at and one to hear from: two processes, or the same. */
  readonly here: Doorbell;
  readonly there: Doorbell;
  /** Resolves when what was rung has been heard. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What every implementation of Doorbell must do. */
export function describeDoorbell(name: string, open: () => Promise<OpenedDoorbell>): void {
  describe(`doorbell: ${name}`, () => {
    let opened: OpenedDoorbell;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    it('is heard by everybody who listens, in the order of ringing', async () => {
      const heard: Ring[][] = [[], []];
      for (const list of heard) opened.there.onRing((ring) => { list.push(ring); });
      const rings = ['1', '2', '3'].map((conversationId) => ({ conversationId, contactId: 'c' }));
      for (const ring of rings) opened.here.ring(ring);
      await opened.settle();
      expect(heard).toEqual([rings, rings]);
    });

    it('is not heard by who has stopped listening', async () => {
      const heard: Ring[] = [];
      const stop = opened.there.onRing((ring) => { heard.push(ring); });
      stop();
      opened.here.ring({ conversationId: '1', contactId: 'c' });
      await opened.settle();
      expect(heard).toEqual([]);
    });

    it('carries signals apart from rings', async () => {
      const heard: (Ring | Signal)[] = [];
      opened.there.onSignal((signal) => { heard.push(signal); });
      const signal: Signal = { type: 'typing', conversationId: '1', from: 'agent', name: 'Ana' };
      opened.here.signal(signal);
      opened.here.ring({ conversationId: '1', contactId: 'c' });
      await opened.settle();
      expect(heard).toContainEqual(signal);
      expect(heard.filter((one) => !('type' in one))).toEqual([]);
    });
  });
}
