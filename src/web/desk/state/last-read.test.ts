import { describe, expect, it } from '@jest/globals';
import { lastReadByContact, lastReadByOwner } from './last-read.ts';
import { aNote, anAnswer, aReply, received } from './testing.ts';

describe('lastReadByContact', () => {
  it('is the last of the messages to the contact that was read', () => {
    const events = [received(1), aReply(2), aReply(3), aNote(4), aReply(5)];
    expect([0, 2, 4, 5].map((upTo) => lastReadByContact(events, upTo))).toEqual([null, 2, 3, 5]);
  });

  it('says nothing once the contact has answered', () => {
    expect(lastReadByContact([aReply(1), received(2)], 2)).toBeNull();
  });
});

describe('lastReadByOwner', () => {
  it('is the contact\'s last message that was read, until an agent has answered', () => {
    expect(lastReadByOwner([received(1), anAnswer(2), received(3)], 2)).toBe(1);
    expect(lastReadByOwner([received(1), aReply(2)], 2)).toBeNull();
  });
});
