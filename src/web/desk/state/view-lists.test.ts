import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { URGENCIES } from '../../../domain/urgencies.ts';
import { aConversation, aMe, ownedBy } from './testing.ts';
import type { DeskConversation } from './model.ts';
import { moveInLists, takePage, type ViewLists } from './view-lists.ts';
import { isInView, ORDERS, VIEWS, type View } from './views.ts';

const me = aMe();
const NOBODY: ReadonlySet<string> = new Set();
const mapOf = (conversations: readonly DeskConversation[]) => new Map(conversations.map((conversation) => [conversation.id, conversation]));
const listed = (view: View, conversations: ReadonlyMap<string, DeskConversation>): string[] =>
  [...conversations.values()].filter((one) => isInView(view, one, me)).sort(ORDERS[view]).map(({ id }) => id);
const whole = (conversations: ReadonlyMap<string, DeskConversation>): ViewLists =>
  Object.fromEntries(VIEWS.map((view) => [view, { ids: listed(view, conversations), edge: null, next: null }]));

/** Conversations that often tie, so that every tie-break matters. */
const anything = (id: string): fc.Arbitrary<DeskConversation> => fc.record({
  urgency: fc.constantFrom(...URGENCIES), queuedAt: fc.nat(3), updatedAt: fc.nat(3), unansweredAt: fc.option(fc.nat(3)), snoozedUntil: fc.option(fc.nat(3)),
  status: fc.constantFrom('open' as const, 'open' as const, 'resolved' as const), mentioned: fc.constantFrom([], ['ana']),
  owner: fc.constantFrom(ownedBy('ana').owner, ownedBy('bo').owner, aConversation().owner, { kind: 'assistant' as const }),
  dueAt: fc.option(fc.nat(3)),
}).map(({ dueAt, ...each }) => aConversation({ id, ...each, sla: { spentMs: 0, runningSince: null, dueAt: dueAt === null ? {} : { resolution: dueAt }, warnAt: {} } }));
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const some = fc.subarray(IDS).chain((ids) => fc.tuple(...ids.map(anything)));

describe('moveInLists', () => {
  it('ends where sorting everything anew would, whatever changes, comes and goes', () => {
    fc.assert(fc.property(some, fc.array(fc.tuple(some, fc.subarray(IDS))), (first, changes) => {
      let conversations = mapOf(first);
      let lists = whole(conversations);
      for (const [changed, gone] of changes) {
        const after = new Map([...conversations, ...mapOf(changed)]);
        for (const id of gone) after.delete(id);
        lists = moveInLists(lists, conversations, after, [...changed.map(({ id }) => id), ...gone], me);
        conversations = after;
        expect(lists).toEqual(whole(conversations));
      }
    }));
  });

  it('leaves lists alone that nothing happened in, so that nothing is drawn again', () => {
    const before = mapOf([aConversation({ id: 'a' }), aConversation({ id: 'b', ...ownedBy('ana') })]);
    const after = new Map(before).set('b', aConversation({ id: 'b', ...ownedBy('ana'), seq: 2 }));
    const lists = whole(before);
    expect(moveInLists(lists, before, after, ['b'], me)).toBe(lists);
  });

  it('lists nothing beyond what was read', () => {
    const edge = aConversation({ id: 'edge', queuedAt: 5 });
    const lists: ViewLists = { queue: { ids: ['edge'], edge, next: 'more' } };
    const before = mapOf([edge]);
    const after = mapOf([edge, aConversation({ id: 'near', queuedAt: 4 }), aConversation({ id: 'far', queuedAt: 6 })]);
    expect(moveInLists(lists, before, after, ['near', 'far'], me).queue?.ids).toEqual(['near', 'edge']);
  });
});

describe('takePage', () => {
  const rows = IDS.map((id, index) => aConversation({ id, queuedAt: index }));

  it('lists page by page what the whole list has', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), (size) => {
      const known = new Map<string, DeskConversation>();
      let ids: readonly string[] = [];
      for (let start = 0; start < rows.length; start += size) {
        const page = rows.slice(start, start + size);
        for (const row of page) known.set(row.id, row);
        ids = takePage('queue', { conversations: page, next: start + size < rows.length ? 'more' : null }, known, NOBODY, me).ids;
      }
      expect(ids).toEqual(IDS);
    }));
  });

  it('keeps what was told while the page was on its way', () => {
    const told = aConversation({ id: 'told', queuedAt: 2.5 });
    const list = takePage('queue', { conversations: rows.slice(0, 4), next: 'more' }, mapOf([...rows.slice(0, 4), told]), NOBODY, me);
    expect(list.ids).toEqual(['a', 'b', 'c', 'told', 'd']);
  });

  it('drops what was known from before the connection was lost and is not there any more', () => {
    const list = takePage('queue', { conversations: rows.slice(1, 3), next: null }, mapOf(rows.slice(0, 3)), new Set(['a', 'b']), me);
    expect(list.ids).toEqual(['b', 'c']);
  });
});
