import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock, ReadMarkStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedReadMarks {
  readonly readMarks: ReadMarkStore;
  close(): Promise<void>;
}

/** What every implementation of ReadMarkStore must do. */
export function describeReadMarkStore(name: string, open: (clock: Clock) => Promise<OpenedReadMarks>): void {
  describe(`read mark store: ${name}`, () => {
    let opened: OpenedReadMarks;
    beforeEach(async () => { opened = await open(createManualClock()); });
    afterEach(() => opened.close());

    it('has nothing read at first, and keeps the sides apart', async () => {
      expect(await opened.readMarks.get('c1')).toEqual({ contact: 0, agents: 0 });
      expect(await opened.readMarks.move('c1', 'contact', 4)).toBe(true);
      expect(await opened.readMarks.move('c1', 'agents', 2)).toBe(true);
      expect(await opened.readMarks.get('c1')).toEqual({ contact: 4, agents: 2 });
      expect(await opened.readMarks.get('c2')).toEqual({ contact: 0, agents: 0 });
    });

    it('only ever moves on', async () => {
      await opened.readMarks.move('c1', 'contact', 4);
      expect(await opened.readMarks.move('c1', 'contact', 4)).toBe(false);
      expect(await opened.readMarks.move('c1', 'contact', 3)).toBe(false);
      expect(await opened.readMarks.move('c1', 'contact', 5)).toBe(true);
      expect(await opened.readMarks.get('c1')).toEqual({ contact: 5, agents: 0 });
    });

    it('ends at the furthest, in whatever order it is told at once', async () => {
      await Promise.all([3, 9, 1, 7].map((seq) => opened.readMarks.move('c1', 'agents', seq)));
      expect(await opened.readMarks.get('c1')).toEqual({ contact: 0, agents: 9 });
    });
  });
}
