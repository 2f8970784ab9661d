import type { ConversationStore } from '../../src/ports.ts';

/** Protections that can be taken away, to see that the simulation misses them. */
export const MUTANTS = ['no compare-and-set', 'no client ids', 'no lease', 'no grace', 'no sweeper', 'no capacity', 'forgets what it stored'] as const;
export type Mutant = (typeof MUTANTS)[number];

/** The store without one of the protections. */
export function mutateStore(store: ConversationStore, mutant: Mutant | undefined): ConversationStore {
  let count = 0;
  switch (mutant) {
    case 'no compare-and-set':
      return { ...store, append: async (id, _seq, drafts) => store.append(id, (await store.get(id))?.seq ?? 0, drafts) };
    case 'no client ids':
      return { ...store, start: (conversation) => store.start({ ...conversation, startKey: `${conversation.startKey} ${count += 1}` }), findByClientMessageId: () => Promise.resolve(undefined) };
    case 'no grace':
      return { ...store, listUnanswered: (_before, limit) => store.listUnanswered(Infinity, limit) };
    case 'no sweeper':
      return { ...store, listUnanswered: () => Promise.resolve([]) };
    case 'no capacity':
      return { ...store, countOwned: () => Promise.resolve(new Map()) };
    case 'forgets what it stored':
      // Every fifth append is acknowledged before it is stored, and then it is not.
      return {
        ...store,
        async append(id, seq, drafts) {
          const before = await store.get(id);
          if ((count += 1) % 5 !== 0 || !before || before.seq !== seq) return store.append(id, seq, drafts);
          return { conversation: before, events: drafts.map((draft, index) => ({ ...draft, conversationId: id, seq: seq + index + 1, at: before.updatedAt })) };
        },
      };
    default:
      return store;
  }
}
