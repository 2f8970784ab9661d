import type { Signal } from '../../ports.ts';

type Viewing = Extract<Signal, { type: 'viewing' }>;

/** Who looks at which conversation, counted from what was signalled: one agent may look from two windows. */
export function createViewers(): {
  note(viewing: Viewing): void;
  of(conversationId: string): { agentId: string; name: string }[];
} {
  const counts = new Map<string, Map<string, { readonly name: string; readonly windows: number }>>();
  return {
    note({ conversationId, agentId, name, viewing }) {
      const here = counts.get(conversationId) ?? new Map<string, { readonly name: string; readonly windows: number }>();
      const windows = (here.get(agentId)?.windows ?? 0) + (viewing ? 1 : -1);
      if (windows > 0) here.set(agentId, { name, windows });
      else here.delete(agentId);
      if (here.size > 0) counts.set(conversationId, here);
      else counts.delete(conversationId);
    },
    of: (conversationId) => [...counts.get(conversationId) ?? []].map(([agentId, { name }]) => ({ agentId, name })),
  };
}
