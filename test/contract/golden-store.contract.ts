import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { GoldenQuestion } from '../../src/domain/golden-question.ts';
import type { Clock, GoldenStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedGolden {
  readonly golden: GoldenStore;
  close(): Promise<void>;
}

const question = (utterance: string, more: Partial<GoldenQuestion> = {}): GoldenQuestion => ({ id: uuidv7(), utterance, locale: 'en', articleId: 'deposit-late', action: null, ...more });

/** What every implementation of GoldenStore must do. */
export function describeGoldenStore(name: string, open: (clock: Clock) => Promise<OpenedGolden>): void {
  describe(`golden questions: ${name}`, () => {
    let opened: OpenedGolden;
    beforeEach(async () => { opened = await open(createManualClock()); });
    afterEach(() => opened.close());

    it('lists them by article, locale and words, whole', async () => {
      const [fee, late, chinese, early] = [question('fee?', { articleId: 'withdrawal-fees', action: 'clarify' }), question('late'), question('充值没到账', { locale: 'zh-CN' }), question('it is early')];
      for (const one of [fee, late, chinese, early]) expect(await opened.golden.save(one)).toBe('saved');
      expect(await opened.golden.list()).toEqual([early, late, chinese, fee]);
    });

    it('replaces the one with the same id', async () => {
      const first = question('where is it');
      await opened.golden.save(first);
      const second = { ...first, utterance: 'where is my deposit', articleId: 'deposit-fees', action: 'answer' as const };
      expect(await opened.golden.save(second)).toBe('saved');
      expect(await opened.golden.list()).toEqual([second]);
    });

    it('keeps the same words once in a locale', async () => {
      const first = question('where is it');
      const other = question('something else');
      await opened.golden.save(first);
      await opened.golden.save(other);
      expect(await opened.golden.save(question('where is it', { articleId: 'deposit-fees' }))).toBe('duplicate');
      expect(await opened.golden.save({ ...other, utterance: 'where is it' })).toBe('duplicate');
      expect(await opened.golden.save(question('where is it', { locale: 'de' }))).toBe('saved');
      expect(await opened.golden.list()).toHaveLength(3);
    });

    it('gives the same words to one of two who pin them at once', async () => {
      const saved = await Promise.all([question('at once'), question('at once')].map((one) => opened.golden.save(one)));
      expect(saved.sort()).toEqual(['duplicate', 'saved']);
      expect(await opened.golden.list()).toHaveLength(1);
    });

    it('removes once, and says whether there was one', async () => {
      const gone = question('gone');
      await opened.golden.save(gone);
      expect(await opened.golden.remove(gone.id)).toBe(true);
      expect(await opened.golden.remove(gone.id)).toBe(false);
      expect(await opened.golden.list()).toEqual([]);
    });
  });
}
