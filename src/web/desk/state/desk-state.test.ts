import { describe, expect, it } from '@jest/globals';
import { initialDeskState, reduceDesk, type DeskAction, type DeskState } from './desk-state.ts';
import { aConversation, aMe, ownedBy, received, started } from './testing.ts';

const after = (...actions: DeskAction[]): DeskState => actions.reduce(reduceDesk, initialDeskState(aMe(), []));
const arrived = (...ids: string[]): DeskAction => ({ type: 'conversations.arrived', conversations: ids.map((id) => aConversation({ id })) });
const loaded = (...ids: string[]): DeskAction => ({ type: 'view.loaded', view: 'queue', page: { conversations: ids.map((id) => aConversation({ id })), next: null } });
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
    const state = after(arrived('a'), loaded('a'), { type: 'link.renewed' }, arrived('a', 'new'), loaded(), { type: 'views.confirmed' });
    expect(known(state)).toEqual(['a', 'new']);
    expect(state.lists.queue?.ids).toEqual(['a', 'new']);
  });

  it('keeps the conversation that is open, whether a list has it or not', () => {
    const state = after(arrived('a'), { type: 'conversation.opened', conversationId: 'a' }, { type: 'link.renewed' }, loaded('b'), { type: 'views.confirmed' });
    expect(known(state)).toEqual(['a', 'b']);
  });

  it('moves a conversation between lists as it is told of', () => {
    const mine = aConversation({ id: 'a', seq: 2, ...ownedBy('ana') });
    const state = after(loaded('a', 'b'), { type: 'view.loaded', view: 'mine', page: { conversations: [], next: null } }, { type: 'conversations.arrived', conversations: [mine] });
    expect([state.lists.queue?.ids, state.lists.mine?.ids]).toEqual([['b'], ['a']]);
  });

  it('counts what is told of, and says when the server has to count again', () => {
    const told = after(loaded('a', 'b'), { type: 'totals.told', totals: { queue: 7, critical: 0, open: 9 } }, { type: 'conversations.arrived', conversations: [aConversation({ id: 'a', seq: 2, ...ownedBy('bo') })] });
    expect([told.totals, told.totalsHold]).toEqual([{ queue: 6, critical: 0, open: 9 }, true]);
    expect(reduceDesk(told, arrived('unknown')).totalsHold).toBe(false);
  });

  it('does not keep for ever what passes by', () => {
    const passing = Array.from({ length: 7_000 }, (_, index) => aConversation({ id: `p${String(index)}`, owner: { kind: 'queue', team: 'trading' }, team: 'trading', updatedAt: index * 10 }));
    const told = Array.from({ length: 14 }, (_, index): DeskAction => ({ type: 'conversations.arrived', conversations: passing.slice(index * 500, (index + 1) * 500) }));
    const state = after(loaded('a'), ...told);
    expect(state.conversations.size).toBeLessThan(5_100);
    expect(state.conversations.has('a')).toBe(true);
    expect(state.conversations.has('p6999')).toBe(true);
  });

  it('stops saying that the contact types when the message is there', () => {
    const typing: DeskAction = { type: 'typing.seen', conversationId: 'c1', typing: { from: 'contact', name: null, at: 1 } };
    const events: DeskAction = { type: 'events.arrived', conversationId: 'c1', events: [started(1), received(2)] };
    expect(after(typing).typing.size).toBe(1);
    expect(after(typing, events).typing.size).toBe(0);
  });
});
