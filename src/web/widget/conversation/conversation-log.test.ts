import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeEvents } from '../../../../test/fakes/contact-events.ts';
import type { ContactEvent } from './contact-event.ts';
import { addEvents, cursorOf, type ConversationLog } from './conversation-log.ts';

const script = writeEvents('b').add('conversation.started', { caseNumber: 'C1', locale: 'en' }).receive('m1').skip().answer()
  .receive('m2').skip().skip().answer().add('answer.rated', { ofSeq: 4, helpful: true }).events;

/** Frames as they may arrive: overlapping, repeated, in any order, each event at least once. */
function frames(events: readonly ContactEvent[]): fc.Arbitrary<ContactEvent[][]> {
  const more = fc.array(fc.subarray([...events]), { maxLength: 6 });
  return fc.tuple(fc.shuffledSubarray([...events], { minLength: events.length }), more, fc.integer({ min: 1, max: 4 })).map(([all, extra, size]) => {
    const cut = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
    return [...extra, ...cut];
  });
}

describe('addEvents', () => {
  it('is the same log however the events arrive', () => {
    fc.assert(fc.property(frames(script), (arriving) => {
      const log = arriving.reduce<ConversationLog | null>((state, events) => addEvents(state, 'b', events), null);
      expect(log).toEqual({ id: 'b', events: script });
    }));
  });

  it('changes nothing where nothing is new', () => {
    const log = addEvents(null, 'b', script);
    expect(addEvents(log, 'b', script.slice(2, 5))).toBe(log);
  });

  it('goes over to a newer conversation and ignores an older one', () => {
    const log = addEvents(null, 'b', script);
    expect(addEvents(log, 'a', writeEvents('a').receive('old').events)).toBe(log);
    const newer = writeEvents('c').receive('new').events;
    expect(addEvents(log, 'c', newer)).toEqual({ id: 'c', events: newer });
  });

  it('resumes after the last event that arrived', () => {
    expect(cursorOf(null)).toBe(0);
    expect(cursorOf(addEvents(null, 'b', script.slice(0, 3)))).toBe(4);
  });
});
