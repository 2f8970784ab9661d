import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Macro } from '../../src/domain/macro.ts';
import type { Clock, MacroStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedMacros {
  readonly macros: MacroStore;
  close(): Promise<void>;
}

const macro = (title: string): Macro => ({ id: uuidv7(), title, teams: ['payments'], texts: { en: 'Hello {{agent.name}}', 'zh-CN': '您好' } });

/** What every implementation of MacroStore must do. */
export function describeMacroStore(name: string, open: (clock: Clock) => Promise<OpenedMacros>): void {
  describe(`macro store: ${name}`, () => {
    let opened: OpenedMacros;
    beforeEach(async () => { opened = await open(createManualClock()); });
    afterEach(() => opened.close());

    it('lists macros by title, whole', async () => {
      const [wrong, ask] = [macro('Wrong network'), macro('Ask for the TXID')];
      await opened.macros.save(wrong);
      await opened.macros.save(ask);
      expect(await opened.macros.list()).toEqual([ask, wrong]);
    });

    it('replaces the one with the same id', async () => {
      const first = macro('First');
      await opened.macros.save(first);
      await opened.macros.save({ ...first, title: 'Second', teams: [], texts: { en: 'Bye' } });
      expect(await opened.macros.list()).toEqual([{ id: first.id, title: 'Second', teams: [], texts: { en: 'Bye' } }]);
    });

    it('removes once, and says whether there was one', async () => {
      const gone = macro('Gone');
      await opened.macros.save(gone);
      expect(await opened.macros.remove(gone.id)).toBe(true);
      expect(await opened.macros.remove(gone.id)).toBe(false);
      expect(await opened.macros.list()).toEqual([]);
    });
  });
}
