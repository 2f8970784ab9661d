import type { History } from './check-conversation.ts';
import type { ContactActor } from './contact-actor.ts';
import type { DeskLine } from './desk-line.ts';
import type { WireEvent } from './ledger.ts';
import { wait, type Shared } from './shared.ts';

/** So many are read at once. */
const AT_ONCE = 8;

interface ContactState { readonly status: string; readonly owner: { readonly kind: string }; readonly seq: number }
interface DeskState { readonly id: string; readonly seq: number; readonly status: string; readonly owner: { readonly kind: string; readonly agentId?: string; readonly team?: string } }

/** Where every conversation stands in the lists of the desk. */
type Places = ReadonlyMap<string, { readonly queues: string[]; readonly agents: string[] }>;

/**
 * Every conversation of the contacts as both sides read it now.
 * @param overseer may read all; without one only the contacts' side is checked.
 */
export async function readHistories(contacts: readonly ContactActor[], agents: readonly DeskLine[], overseer: DeskLine | undefined, shared: Shared): Promise<readonly History[]> {
  const places = overseer && await readPlaces(overseer, agents);
  const wanted = contacts.flatMap(({ line, conversations }) => [...conversations].map((conversationId) => ({ conversationId, token: line.token ?? '' })));
  const histories: History[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = wanted.pop(); next; next = wanted.pop()) {
      const { conversationId, token } = next;
      const contactSide = await readContactSide(shared.urls[0] ?? '', token, conversationId);
      if (contactSide === 'unknown') {
        shared.ledger.report({ kind: 'lost', conversationId, detail: 'its contact is told that there is no such conversation' });
        continue;
      }
      const deskSide = overseer && await overseer.get<{ conversation: DeskState; events: WireEvent[] }>(`/api/desk/conversations/${conversationId}`);
      histories.push({
        conversationId, contactLog: contactSide.events, state: deskSide?.conversation ?? contactSide.conversation, deskLog: deskSide?.events,
        places: places && (places.get(conversationId) ?? { queues: [], agents: [] }),
      });
    }
  }));
  return histories;
}

/** Tries for a while: right after a fault, not everything that is asked is answered. */
async function readContactSide(url: string, token: string, conversationId: string): Promise<{ events: WireEvent[]; conversation: ContactState } | 'unknown'> {
  const events: WireEvent[] = [];
  for (let tries = 0; ;) {
    try {
      const response = await fetch(`${url}/api/contact/conversations/${conversationId}/events?after=${events.at(-1)?.seq ?? 0}`, { headers: { authorization: `Bearer ${token}` } });
      if (response.status === 404) return 'unknown';
      if (!response.ok) throw new Error(`a contact's log: ${response.status} ${await response.text()}`);
      const page = await response.json() as { events: WireEvent[]; conversation: ContactState };
      events.push(...page.events);
      if (page.events.length === 0) return { events, conversation: page.conversation };
    } catch (error) {
      tries += 1;
      if (tries > 20) throw error;
      await wait(250);
    }
  }
}

async function readPlaces(overseer: DeskLine, agents: readonly DeskLine[]): Promise<Places> {
  const places = new Map<string, { queues: string[]; agents: string[] }>();
  const at = (id: string): { queues: string[]; agents: string[] } => {
    const known = places.get(id) ?? { queues: [], agents: [] };
    places.set(id, known);
    return known;
  };
  for (const { id, owner } of await readAll(overseer, 'queue')) at(id).queues.push(owner.team ?? '');
  for (const agent of agents) for (const { id } of await readAll(agent, 'mine')) at(id).agents.push(agent.agentId);
  return places;
}

async function readAll(line: DeskLine, view: 'queue' | 'mine'): Promise<readonly DeskState[]> {
  const all: DeskState[] = [];
  for (let after = ''; ;) {
    const { conversations, next } = await line.get<{ conversations: DeskState[]; next: string | null }>(`/api/desk/conversations?view=${view}&limit=1000${after && `&after=${encodeURIComponent(after)}`}`);
    all.push(...conversations);
    if (next === null) return all;
    after = next;
  }
}
