import { describe, expect, it } from '@jest/globals';
import { aConversation, aMe, ownedBy } from './testing.ts';
import { isUnread } from './unread.ts';

const me = aMe();

describe('isUnread', () => {
  it.each([
    ['mine, with a message after what I read', { ...ownedBy('ana'), contactSeq: 9, unansweredSeq: 9 }, 4, true],
    ['mine, read and not answered', { ...ownedBy('ana'), contactSeq: 9, unansweredSeq: 9 }, 9, false],
    ['mine, and not known up to where I read', { ...ownedBy('ana'), contactSeq: 9, unansweredSeq: 9 }, undefined, true],
    ['mine, answered', { ...ownedBy('ana'), contactSeq: 9, unansweredSeq: null }, undefined, false],
    ['a colleague\'s', { ...ownedBy('bo'), contactSeq: 9, unansweredSeq: 9 }, undefined, false],
    ['a colleague\'s that mentions me', { ...ownedBy('bo'), mentioned: ['ana'] }, undefined, true],
    ['waiting in the queue', { contactSeq: 9, unansweredSeq: 9 }, undefined, false],
  ])('of one that is %s', (_name, conversation, readSeq, expected) => {
    expect(isUnread(aConversation(conversation), me, readSeq)).toBe(expected);
  });
});
