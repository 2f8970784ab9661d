import { describe, expect, it } from '@jest/globals';
import { initialDeskState, reduceDesk, type DeskAction, type DeskState } from './desk-state.ts';
import { aConversation, aMe, received, started } from './testing.ts';

const after = (...actions: DeskAction[]): DeskState => actions.reduce(reduceDesk, initialDeskState(aMe(), []));
const arrived = (...ids: string[]): DeskAction => ({ type: 'conversations.arrived', conversations: ids.map((id) => aConversation({ id })) });
const loaded = (...ids: string[]): DeskAction => ({ type: 'view.loaded', view: 'open', conversations: ids.map((id) => aConversation({ id })), cut: false });
const known = ({ conversations }: DeskState): string[] => [...conversations.keys()];

describe('reduceDesk', () => {
  it('forgets conversations that the agent may no longer see, and says so where one is open', () => {
    const state = after(arrived('a', 'b'), { type: 'conversation.opened', conversationId: 'a' }, { type: 'conversations.arrived', conversations: [], gone: ['a'] });
    expect(known(state)).toEqual(['b']);
    expect(state.openMissing).toBe(true);
  });

  it('forgets what went out of sight while the connection was lost', () => {
    expect(known(after(arrived('a', 'b'), { type: 'link.renewed' }, loaded('b'), { type: 'views.confirmed' }))).toEqual(['b']);
  });

  it('keeps what the socket told after the reconnect, also where the list was read before', () => {
    expect(known(after(arrived('a'), { type: 'link.renewed' }, arrived('a', 'new'), loaded(), { type: 'views.confirmed' }))).toEqual(['a', 'new']);
  });

  it('forgets nothing where the list was cut', () => {
    const cut: DeskAction = { type: 'view.loaded', view: 'open', conversations: [], cut: true };
    expect(known(after(arrived('a'), { type: 'link.renewed' }, cut, { type: 'views.confirmed' }))).toEqual(['a']);
  });

  it('stops saying that the contact types when the message is there', () => {
    const typing: DeskAction = { type: 'typing.seen', conversationId: 'c1', typing: { from: 'contact', name: null, at: 1 } };
    const events: DeskAction = { type: 'events.arrived', conversationId: 'c1', events: [started(1), received(2)] };
    expect(after(typing).typing.size).toBe(1);
    expect(after(typing, events).typing.size).toBe(0);
  });
});
