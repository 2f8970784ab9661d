import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Outgoing } from './outbox.ts';
import { aHearing, aNote, anAnswer, aRating, aReply, aTurn, received, started } from './testing.ts';
import { buildTimeline } from './timeline.ts';

const oneDay = (): string => 'today';
const outgoing = (clientMessageId: string): Outgoing =>
  ({ clientMessageId, conversationId: 'c1', kind: 'reply', text: 'on its way', at: 60_000, state: 'sending', error: null });

describe('buildTimeline', () => {
  it('shows what was understood at the message that it is about, and a rating at its answer', () => {
    const items = buildTimeline([started(1), received(2), aTurn(3, 2), anAnswer(4), aRating(5, 4, true), aRating(6, 4, false)], [], oneDay);
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'system', 'contact', 'sent']);
    expect(items[2]).toMatchObject({ heard: { seq: 3 } });
    expect(items[3]).toMatchObject({ helpful: false });
  });

  it('shows what was heard while people had the conversation at its message, and no line of its own', () => {
    const items = buildTimeline([received(1), aReply(2), received(3), aHearing(4, 3)], [], oneDay);
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'contact', 'sent', 'contact']);
    expect(items[1]).toMatchObject({ heard: null });
    expect(items[3]).toMatchObject({ heard: { type: 'message.understood', seq: 4 } });
  });

  it('begins a day where the reader\'s date changes', () => {
    const items = buildTimeline([started(1), received(2), received(3)], [], (at) => (at < 3_000 ? 'one' : 'two'));
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'system', 'contact', 'day', 'contact']);
    expect(items[4]).toMatchObject({ continues: false });
  });

  it('leaves out the header where the same person goes on, and not after somebody else', () => {
    const items = buildTimeline([received(1), received(2), aReply(3), aNote(4), aReply(5)], [], oneDay);
    expect(items.slice(1).map((item) => 'continues' in item && item.continues)).toEqual([false, true, false, false, false]);
  });

  it('shows every message once, whether its event or its copy in the outbox came first', () => {
    const ids = ['message-1', 'message-2', 'message-3'];
    fc.assert(fc.property(fc.subarray(ids), fc.subarray(ids), (inLog, inOutbox) => {
      const items = buildTimeline(inLog.map((id, index) => aReply(index + 1, id)), inOutbox.map(outgoing), oneDay);
      const keys = items.map(({ key }) => key).filter((key) => ids.includes(key));
      expect([...keys].sort()).toEqual([...new Set([...inLog, ...inOutbox])].sort());
    }));
  });
});
