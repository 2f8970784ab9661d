import { describe, expect, it } from '@jest/globals';
import type { DeskClientFrame } from '../../../protocol/desk.ts';
import { initialDeskState, reduceDesk } from '../state/desk-state.ts';
import { aMe } from '../state/testing.ts';
import { createFollowing } from './following.ts';
import { createStore } from './store.ts';

function setUp() {
  const sent: DeskClientFrame[] = [];
  const line = { isUp: true };
  const following = createFollowing({
    store: createStore(initialDeskState(aMe(), []), reduceDesk),
    loader: { refresh: () => Promise.resolve() },
    transmit(frame) {
      if (line.isUp) sent.push(frame);
      return line.isUp;
    },
  });
  return { following, line, take: () => sent.splice(0) };
}

const views = (frames: readonly DeskClientFrame[]): (string | null)[] => frames.flatMap((frame) => (frame.type === 'view' ? [frame.conversationId] : []));

describe('following', () => {
  it('tells colleagues what is on the screen, after the server knows that it is followed', () => {
    const { following, take } = setUp();
    following.open('c1');
    expect(take().map(({ type }) => type)).toEqual(['follow', 'view']);
    following.open('c2');
    expect(take().map(({ type }) => type)).toEqual(['unfollow', 'follow', 'view']);
    following.open(null);
    expect(views(take())).toEqual([null]);
  });

  it('looks at nothing while the window is behind others, also when another conversation is opened meanwhile', () => {
    const { following, take } = setUp();
    following.open('c1');
    following.setVisible(false);
    following.setVisible(false);
    expect(views(take())).toEqual(['c1', null]);
    following.open('c2');
    expect(views(take())).toEqual([null]);
    following.setVisible(true);
    expect(views(take())).toEqual(['c2']);
  });

  it('tells how far was read once, and again after a lost connection', () => {
    const { following, line, take } = setUp();
    following.open('c1');
    take();
    following.noteRead('c1', 3);
    following.noteRead('c1', 3);
    following.noteRead('c1', 2);
    expect(take()).toEqual([{ type: 'read', conversationId: 'c1', seq: 3 }]);
    line.isUp = false;
    following.noteRead('c1', 5);
    line.isUp = true;
    following.resume();
    take();
    following.noteRead('c1', 5);
    expect(take()).toEqual([{ type: 'read', conversationId: 'c1', seq: 5 }]);
  });
});
