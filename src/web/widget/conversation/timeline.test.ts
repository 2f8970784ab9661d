import { describe, expect, it } from '@jest/globals';
import { writeEvents } from '../../../../test/fakes/contact-events.ts';
import { viewConversation } from './conversation-view.ts';
import { acknowledge, addEntry, refuse, type Outbox } from './outbox.ts';
import { timelineOf, type ContactRow, type TimelineRow } from './timeline.ts';

const at = Date.UTC(2026, 2, 12, 9, 1);
const write = (outbox: Outbox, id: string, conversationId: string | null = 'c'): Outbox =>
  addEntry(outbox, { id, at, conversationId, body: { type: 'message', text: id } });
const contactRows = (rows: readonly TimelineRow[]): ContactRow[] => rows.filter((row) => row.kind === 'contact');

describe('timelineOf', () => {
  it('puts what is not in the log yet after what is, with its state', () => {
    const view = viewConversation({ id: 'c', events: writeEvents('c').receive('m1').answer().events });
    const outbox = refuse(acknowledge(['m2', 'm3', 'm4'].reduce((box: Outbox, id) => write(box, id), []), 'm2', 'c'), 'm4', { later: false });
    expect(contactRows(timelineOf(view, outbox, 'UTC')).map(({ key, delivery }) => [key, delivery]))
      .toEqual([['m1', 'sent'], ['m2', 'sent'], ['m3', 'waiting'], ['m4', 'failed']]);
  });

  it('shows a message once while both log and outbox have it', () => {
    const view = viewConversation({ id: 'c', events: writeEvents('c').receive('m1').events });
    expect(contactRows(timelineOf(view, write([], 'm1'), 'UTC'))).toHaveLength(1);
  });

  it('shows what was written before the history is here, and nothing of other conversations once it is', () => {
    expect(contactRows(timelineOf(null, write(write([], 'm1', 'b'), 'm2', null), 'UTC'))).toHaveLength(2);
    const view = viewConversation({ id: 'c', events: writeEvents('c').receive('m0').events });
    expect(contactRows(timelineOf(view, write(write([], 'm1', 'b'), 'm2', null), 'UTC')).map(({ key }) => key)).toEqual(['m0', 'm2']);
  });

  it('groups what one speaker says at once', () => {
    const agent = { author: { kind: 'agent', name: 'Ana' }, kind: 'reply' } as const;
    const events = writeEvents('c').receive('m1').receive('m2').answer().answer(agent).answer(agent).answer({ ...agent, author: { kind: 'agent', name: 'Bo' } }).events;
    const rows = timelineOf(viewConversation({ id: 'c', events }), [], 'UTC');
    expect(rows.map((row) => ('first' in row ? [row.first, row.last] : []))).toEqual([
      [true, false], [false, true], [true, true], [true, false], [false, true], [true, true],
    ]);
  });

  it('begins a new group after a pause, and says when the day has changed', () => {
    const rows = timelineOf(viewConversation({ id: 'c', events: writeEvents('c', 8 * 3_600_000).receive('m1').receive('m2').events }), [], 'UTC');
    expect(rows.map(({ kind }) => kind)).toEqual(['contact', 'day', 'contact']);
    expect(contactRows(rows).every(({ first, last }) => first && last)).toBe(true);
  });
});
