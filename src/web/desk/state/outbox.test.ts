import { describe, expect, it } from '@jest/globals';
import { changeOutbox, settleOutbox, unacknowledged, type Outbox } from './outbox.ts';
import { aNote, aReply } from './testing.ts';

const queued = (clientMessageId: string) => ({ type: 'queued', message: { clientMessageId, conversationId: 'c1', kind: 'reply', text: 'Hello', at: 1 } }) as const;

describe('outbox', () => {
  it('queues a message once, however often it is told to', () => {
    const once = changeOutbox([], queued('message-1'));
    expect(changeOutbox(once, queued('message-1'))).toBe(once);
  });

  it('sends again what is neither acknowledged nor refused', () => {
    let outbox: Outbox = ['message-1', 'message-2', 'message-3'].reduce((all, id) => changeOutbox(all, queued(id)), [] as Outbox);
    outbox = changeOutbox(outbox, { type: 'accepted', clientMessageId: 'message-1' });
    outbox = changeOutbox(outbox, { type: 'failed', clientMessageId: 'message-2', error: 'not-owner' });
    expect(unacknowledged(outbox).map(({ clientMessageId }) => clientMessageId)).toEqual(['message-3']);
  });

  it('gives its place to the event that stands for it', () => {
    const outbox = ['message-1', 'message-2'].reduce((all, id) => changeOutbox(all, queued(id)), [] as Outbox);
    expect(settleOutbox(outbox, [aReply(3, 'message-1'), aNote(4)])).toMatchObject([{ clientMessageId: 'message-2' }]);
  });
});
