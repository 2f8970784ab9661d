import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FIRST_PREVIOUS, type NewAuditEntry } from '../../src/domain/audit.ts';
import type { AuditStore, Clock, Storage } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

/** What every implementation of AuditStore must do. `tamper` runs SQL as who has the database's password would. */
export function describeAuditStore(name: string, open: (clock: Clock) => Promise<Pick<Storage, 'audit' | 'close'> & { tamper(statement: string): Promise<void> }>): void {
  describe(`audit store: ${name}`, () => {
    const clock = createManualClock();
    let opened: Awaited<ReturnType<typeof open>>;
    let audit: AuditStore;
    beforeEach(async () => {
      opened = await open(clock);
      audit = opened.audit;
    });
    afterEach(() => opened.close());

    const ana = { kind: 'agent', id: 'ana', name: 'Ana' } as const;
    const entry = (more: Partial<NewAuditEntry> = {}): NewAuditEntry => ({ action: 'settings.saved', actor: ana, subject: null, details: { version: 3, why: 'quieter nights' }, ...more });

    it('links each entry to the one before', async () => {
      const first = await audit.append(entry());
      clock.advance(5);
      const second = await audit.append(entry({ action: 'macro.removed', subject: 'm1', details: {} }));
      expect(first).toMatchObject({ seq: 1, previous: FIRST_PREVIOUS, details: { version: 3, why: 'quieter nights' } });
      expect(second).toMatchObject({ seq: 2, previous: first.hash, at: first.at + 5 });
      expect(await audit.list({}, null, 10)).toEqual([second, first]);
      expect(await audit.verify()).toEqual({ entries: 2, head: second.hash });
    });

    it('has one end however many write at once', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, index) => audit.append(entry({ subject: String(index) }))));
      expect(await audit.verify()).toMatchObject({ entries: 20 });
    });

    it('finds by action, actor, subject and time, in pages', async () => {
      for (let index = 0; index < 6; index++) {
        clock.advance(1_000);
        await audit.append(entry({ action: index % 2 === 0 ? 'contact.revealed' : 'settings.saved', subject: `c${index}`, actor: index < 3 ? ana : { kind: 'system', id: null, name: 'timers' } }));
      }
      const now = clock.now();
      const seqs = async (...asked: Parameters<AuditStore['list']>) => (await audit.list(...asked)).map(({ seq }) => seq);
      expect(await seqs({ actions: ['contact.revealed'] }, null, 2)).toEqual([5, 3]);
      expect(await seqs({ actions: ['contact.revealed'] }, 3, 2)).toEqual([1]);
      expect(await seqs({ actorId: 'ana' }, null, 10)).toEqual([3, 2, 1]);
      expect(await seqs({ subject: 'c4' }, null, 10)).toEqual([5]);
      expect(await seqs({ since: now - 1_000, until: now }, null, 10)).toEqual([5]);
    });

    it('cannot be changed by who does not take the triggers away', async () => {
      await audit.append(entry());
      await expect(opened.tamper("update audit set actor_name = 'Bo'")).rejects.toThrow(/append-only/);
      await expect(opened.tamper('delete from audit')).rejects.toThrow(/append-only/);
      expect(await audit.verify()).toMatchObject({ entries: 1 });
    });

    it.each([
      ["update audit set details = '{\"version\":4}' where seq = 2", { seq: 2, problem: 'changed' }],
      ['delete from audit where seq = 2', { seq: 2, problem: 'missing' }],
      ["update audit set previous = hash where seq = 3", { seq: 3, problem: 'unlinked' }],
    ])('tells where the chain was broken: %s', async (statement, broken) => {
      for (let index = 0; index < 4; index++) await audit.append(entry());
      await opened.tamper('drop triggers');
      await opened.tamper(statement);
      expect(await audit.verify()).toEqual(broken);
    });
  });
}
