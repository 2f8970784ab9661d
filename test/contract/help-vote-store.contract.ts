import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock, HelpVote, HelpVoteStore } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedHelpVotes {
  readonly helpVotes: HelpVoteStore;
  close(): Promise<void>;
}

const vote = (voter: string, more: Partial<HelpVote> = {}): HelpVote & { voter: string } => ({ articleId: 'deposit-late', locale: 'en', revision: 'a1', helped: true, day: '2026-11-20', voter, ...more });

/** What every implementation of HelpVoteStore must do. */
export function describeHelpVoteStore(name: string, open: (clock: Clock) => Promise<OpenedHelpVotes>): void {
  describe(`help votes: ${name}`, () => {
    let opened: OpenedHelpVotes;
    beforeEach(async () => { opened = await open(createManualClock()); });
    afterEach(() => opened.close());

    it('counts votes by day, article, locale and revision', async () => {
      const votes = [vote('a'), vote('b'), vote('c', { helped: false }), vote('d', { locale: 'ja' }), vote('e', { revision: 'b2' }), vote('f', { day: '2026-11-19' }), vote('g', { articleId: 'api-key' })];
      for (const one of votes) expect(await opened.helpVotes.add(one)).toBe(true);
      const row = (helped: number, notHelped: number, more: Partial<HelpVote> = {}) => ({ articleId: 'deposit-late', locale: 'en', revision: 'a1', day: '2026-11-20', helped, notHelped, ...more });
      expect(await opened.helpVotes.list({ since: '2026-11-19' })).toEqual([
        row(1, 0, { day: '2026-11-19' }), row(1, 0, { articleId: 'api-key' }), row(2, 1), row(1, 0, { revision: 'b2' }), row(1, 0, { locale: 'ja' }),
      ]);
      expect(await opened.helpVotes.list({ since: '2026-11-20', articleId: 'api-key' })).toEqual([row(1, 0, { articleId: 'api-key' })]);
      expect(await opened.helpVotes.list({ since: '2026-11-21' })).toEqual([]);
    });

    it('counts a voter once a day for an article', async () => {
      expect(await opened.helpVotes.add(vote('a'))).toBe(true);
      expect(await opened.helpVotes.add(vote('a', { helped: false, locale: 'ja', revision: 'b2' }))).toBe(false);
      expect(await opened.helpVotes.add(vote('a', { articleId: 'api-key' }))).toBe(true);
      expect(await opened.helpVotes.add(vote('a', { day: '2026-11-21' }))).toBe(true);
    });

    it('counts every one of many at once', async () => {
      await Promise.all(Array.from({ length: 12 }, (_one, i) => opened.helpVotes.add(vote(`v${i}`, { helped: i % 3 > 0 }))));
      expect(await opened.helpVotes.list({ since: '2026-11-20' })).toEqual([expect.objectContaining({ helped: 8, notHelped: 4 })]);
    });

    it('has one salt a day, and another on the next', async () => {
      const [one, same] = await Promise.all([opened.helpVotes.salt('2026-11-20'), opened.helpVotes.salt('2026-11-20')]);
      expect(one).toBe(same);
      expect(await opened.helpVotes.salt('2026-11-21')).not.toBe(one);
    });
  });
}
