import { describe, expect, it } from '@jest/globals';
import { listSlaRows, urgencyOfDue } from './sla-view.ts';
import { aConversation, ownedBy } from './testing.ts';

const clock = { spentMs: 0, runningSince: 1, dueAt: {}, warnAt: {} };

describe('listSlaRows', () => {
  it('lists what runs, then what was missed, in the order of the targets', () => {
    const conversation = aConversation({ ...ownedBy('ana'), handedAt: 0, respondedAt: 9, breached: { 'first-response': 5 }, sla: { ...clock, dueAt: { resolution: 90 }, warnAt: { resolution: 70 } } });
    expect(listSlaRows(conversation)).toEqual([
      { target: 'first-response', state: 'missed', dueAt: 5 },
      { target: 'resolution', state: 'running', dueAt: 90, warnAt: 70 },
    ]);
  });

  it('says that the resolution stands still while the contact has the word', () => {
    const paused = aConversation({ ...ownedBy('ana'), handedAt: 0, respondedAt: 9, sla: { ...clock, runningSince: null } });
    expect(listSlaRows(paused)).toEqual([{ target: 'resolution', state: 'paused' }]);
    expect(listSlaRows({ ...paused, status: 'resolved' })).toEqual([]);
    expect(listSlaRows({ ...paused, owner: { kind: 'assistant' } })).toEqual([]);
  });
});

describe('urgencyOfDue', () => {
  it('is near from the warning on, and overdue from the due time on', () => {
    expect([0, 69, 70, 89, 90].map((now) => urgencyOfDue({ warnAt: 70, dueAt: 90 }, now))).toEqual(['calm', 'calm', 'near', 'near', 'overdue']);
  });
});
