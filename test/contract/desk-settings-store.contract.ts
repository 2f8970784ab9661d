import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { STANDARD_SETTINGS, type DeskSettings } from '../../src/domain/desk-settings.ts';
import type { Clock, DeskSettingsStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedDeskSettings {
  readonly deskSettings: DeskSettingsStore;
  /** Another process on the same data; closed with the first. */
  openAnother(): Promise<DeskSettingsStore>;
  close(): Promise<void>;
}

const settleAfter = (hours: number): DeskSettings => ({ ...STANDARD_SETTINGS, settleHours: hours });

/** What every implementation of DeskSettingsStore must do. */
export function describeDeskSettingsStore(name: string, open: (clock: Clock) => Promise<OpenedDeskSettings>): void {
  describe(`desk settings store: ${name}`, () => {
    let opened: OpenedDeskSettings;
    beforeEach(async () => { opened = await open(createManualClock()); });
    afterEach(() => opened.close());

    it('has the standard settings until somebody saves', async () => {
      expect(opened.deskSettings.current()).toEqual({ version: 0, settings: STANDARD_SETTINGS });
      expect(await opened.deskSettings.refresh()).toEqual({ version: 0, settings: STANDARD_SETTINGS });
    });

    it('counts versions, and has at once what was saved', async () => {
      expect(await opened.deskSettings.save(settleAfter(2), 0)).toEqual({ version: 1, settings: settleAfter(2) });
      expect(opened.deskSettings.current()).toEqual({ version: 1, settings: settleAfter(2) });
      expect(await opened.deskSettings.save(settleAfter(3), 1)).toMatchObject({ version: 2 });
      expect(await opened.deskSettings.refresh()).toEqual({ version: 2, settings: settleAfter(3) });
    });

    it('refuses who read an older version, and keeps what is there', async () => {
      await opened.deskSettings.save(settleAfter(2), 0);
      expect(await opened.deskSettings.save(settleAfter(9), 0)).toBe('conflict');
      expect(await opened.deskSettings.save(settleAfter(9), 5)).toBe('conflict');
      expect(opened.deskSettings.current()).toEqual({ version: 1, settings: settleAfter(2) });
    });

    it('lets exactly one of several save at the same time', async () => {
      const outcomes = await Promise.all([1, 2, 3].map((hours) => opened.deskSettings.save(settleAfter(hours), 0)));
      expect(outcomes.filter((outcome) => outcome !== 'conflict')).toHaveLength(1);
      expect(await opened.deskSettings.refresh()).toEqual(outcomes.find((outcome) => outcome !== 'conflict'));
    });

    it('tells another process, once it asks, what was saved', async () => {
      const another = await opened.openAnother();
      await opened.deskSettings.save(settleAfter(4), 0);
      expect(another.current().version).toBe(0);
      expect(await another.refresh()).toEqual({ version: 1, settings: settleAfter(4) });
      expect(another.current().version).toBe(1);
      expect(await another.save(settleAfter(5), 1)).toMatchObject({ version: 2 });
      expect(await opened.deskSettings.save(settleAfter(6), 1)).toBe('conflict');
    });
  });
}
