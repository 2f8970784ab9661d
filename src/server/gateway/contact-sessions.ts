import type { Signal } from '../../ports.ts';
import type { ContactServerFrame } from '../../protocol/contact.ts';
import type { EventFollower, Following } from '../../conversation/follow-events.ts';
import type { QueuePlaces } from '../../desk/queue-places.ts';
import type { Doorbell } from '../../ports.ts';
import type { Connection } from './connection.ts';

/** One browser tab of a contact: who it is, and the conversation that it follows. */
export interface ContactSession {
  readonly contactId: string;
  readonly connection: Connection;
}

interface State {
  conversationId: string | undefined;
  following: Following | undefined;
  stopPlaces: (() => void) | undefined;
}

export interface ContactSessions {
  enter(session: ContactSession): void;
  leave(session: ContactSession): void;
  /** From now on the session gets this conversation's events after a cursor, and its place in line. */
  follow(session: ContactSession, conversationId: string, after: number): void;
  /** How many are open. */
  count(): number;
  stop(): void;
}

/** All tabs of all contacts on this process, and what each of them follows. */
export function createContactSessions({ follower, places, doorbell }: {
  follower: EventFollower;
  places: QueuePlaces;
  doorbell: Doorbell;
}): ContactSessions {
  const states = new Map<ContactSession, State>();
  const ofContact = new Map<string, Set<ContactSession>>();
  const ofConversation = new Map<string, Set<ContactSession>>();

  const stopRings = doorbell.onRing(({ contactId, conversationId }) => {
    // A conversation that was begun in one tab appears in the others. Ids are in order of time.
    for (const session of ofContact.get(contactId) ?? []) {
      const current = states.get(session)?.conversationId;
      if (current === undefined || current < conversationId) follow(session, conversationId, 0);
    }
  });
  const stopSignals = doorbell.onSignal((signal) => {
    const frame = frameFor(signal);
    if (!frame) return;
    for (const { connection } of ofConversation.get(frame.conversationId) ?? []) void connection.send(frame);
  });

  function follow(session: ContactSession, conversationId: string, after: number): void {
    const state = states.get(session);
    if (!state) return;
    unfollow(session, state);
    state.conversationId = conversationId;
    addTo(ofConversation, conversationId, session);
    const { connection } = session;
    state.following = follower.follow({
      conversationId, after, audience: 'contact',
      onEvents: (events) => connection.send({ type: 'events', conversationId, events }),
    });
    state.stopPlaces = places.watch(conversationId, (waiting) => { void connection.send({ type: 'place', conversationId, ...waiting }); });
  }

  function unfollow(session: ContactSession, { conversationId, following, stopPlaces }: State): void {
    following?.stop();
    stopPlaces?.();
    if (conversationId !== undefined) removeFrom(ofConversation, conversationId, session);
  }

  return {
    follow,
    enter(session) {
      states.set(session, { conversationId: undefined, following: undefined, stopPlaces: undefined });
      addTo(ofContact, session.contactId, session);
    },
    leave(session) {
      const state = states.get(session);
      if (state) unfollow(session, state);
      states.delete(session);
      removeFrom(ofContact, session.contactId, session);
    },
    count: () => states.size,
    stop() {
      stopRings();
      stopSignals();
    },
  };
}

/** What a contact is shown of what is true only now. */
function frameFor(signal: Signal): Extract<ContactServerFrame, { conversationId: string; type: 'typing' | 'partial' | 'read' }> | undefined {
  switch (signal.type) {
    case 'typing': return signal.from === 'contact' ? undefined : signal;
    case 'partial': return signal;
    case 'read': return signal.by === 'agents' ? { type: 'read', conversationId: signal.conversationId, seq: signal.seq } : undefined;
    default: return undefined;
  }
}

function addTo<T>(index: Map<string, Set<T>>, key: string, member: T): void {
  const set = index.get(key) ?? new Set();
  index.set(key, set.add(member));
}

function removeFrom<T>(index: Map<string, Set<T>>, key: string, member: T): void {
  const set = index.get(key);
  set?.delete(member);
  if (set?.size === 0) index.delete(key);
}
