import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf } from '../domain/queue-order.ts';
import { STOPPED } from '../domain/sla.ts';
import { URGENCIES } from '../domain/urgencies.ts';
import { pageCursorSchema, readPageCursor, writePageCursor } from './page-cursor.ts';

const time = fc.nat({ max: Number.MAX_SAFE_INTEGER });

describe('page cursors', () => {
  it('say everything that a list is ordered by', () => {
    fc.assert(fc.property(fc.uuid(), fc.constantFrom(...URGENCIES), fc.option(time), time, fc.option(time), (id, urgency, queuedAt, updatedAt, due) => {
      const conversation = { id, urgency, queuedAt, updatedAt, sla: { ...STOPPED, dueAt: due === null ? {} : { resolution: due } } };
      const cursor = pageCursorSchema.parse(writePageCursor(conversation));
      expect(readPageCursor(cursor)).toEqual({ id, urgency, queuedAt, updatedAt, dueAt: deadlineOf(conversation) });
    }));
  });

  it('are nothing else', () => {
    for (const cursor of ['', 'high', 'urgent.1.1.1.00000000-0000-0000-0000-000000000000', 'high.1.1.1.x', 'high.1.1.-1.00000000-0000-0000-0000-000000000000']) {
      expect(pageCursorSchema.safeParse(cursor).success).toBe(false);
    }
  });
});
