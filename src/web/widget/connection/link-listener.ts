import type { ContactConversation } from '../../../protocol/contact.ts';
import type { Network } from '../../shared/network.ts';
import { reconnectDelay } from '../../shared/reconnect-policy.ts';
import type { ContactEvent } from '../conversation/contact-event.ts';
import { addEvents } from '../conversation/conversation-log.ts';
import { acknowledge, forgetConversation, markDisconnected, refuse, settle } from '../conversation/outbox.ts';
import { anotherConversation, type ClientStore } from './client-state.ts';
import type { ContactMemory } from './contact-memory.ts';
import type { LinkListener } from './link.ts';

export interface LinkListenerOptions {
  readonly store: ClientStore;
  readonly memory: ContactMemory;
  readonly network: Pick<Network, 'after' | 'random'>;
  readonly now: () => number;
  /** Sends what may be sent. */
  readonly flush: () => void;
  /** Connects anew, as whom the memory names. */
  readonly restart: () => void;
}

/** How long somebody is shown as typing after the last sign of it, ms. */
const TYPING_MS = 6_000;

/** What becomes of the client's state by what the link says. */
export function createLinkListener({ store, memory, network, now, flush, restart }: LinkListenerOptions): LinkListener {
  const { state, update } = store;
  /** Tokens that the server did not know: tried once, not for ever. */
  const refusedTokens = new Set<string>();
  let cancelTyping = (): void => {};

  return {
    onWelcome(token, conversation) {
      const stored = memory.token();
      // Two tabs of a new contact were welcomed at once: the first token that was written down is
      // right, unless this tab has a conversation or the server does not know that token either.
      if (stored !== null && stored !== token && conversation === null && state().log === null && !refusedTokens.has(stored)) {
        refusedTokens.add(stored);
        restart();
        return;
      }
      memory.setToken(token);
      if (conversation) welcome(store, conversation);
      else welcomeStranger(store);
    },
    onEvents(id, events) {
      const before = state().log;
      const log = addEvents(before, id, events);
      if (log === before) return;
      const another = before !== null && log?.id !== before.id;
      update({
        ...(another ? anotherConversation(id) : {}), ...(endsTyping(events) ? { typing: null, partial: '' } : {}),
        log, loaded: true, outbox: settle(state().outbox, log?.events ?? []),
      });
      noteOpenConversation(store, memory, now());
      flush();
    },
    ...createMarks(store),
    onTyping(id, from) {
      if (id !== state().log?.id) return;
      cancelTyping();
      cancelTyping = network.after(TYPING_MS, () => { update({ typing: null }); });
      update({ typing: from });
    },
    onPartial(id, { at, text }) {
      const { log, partial } = state();
      // A piece that does not follow on what is there was missed in between: the whole answer comes anyway.
      if (id === log?.id && at <= partial.length) update({ partial: partial.slice(0, at) + text });
    },
    onAcknowledged(id, conversationId) {
      const { log, outbox } = state();
      const begun = log === null || conversationId > log.id;
      update({ outbox: acknowledge(outbox, id, conversationId), ...(begun ? anotherConversation(conversationId) : {}) });
      flush();
    },
    onRefused: createOnRefused(store, { network, now, flush }),
    onStatus(status) {
      update({ status, ...(status === 'online' ? {} : { outbox: markDisconnected(state().outbox), typing: null, partial: '' }) });
      flush();
    },
  };
}

/** The server asks to try again, when it says, or as after any failure. */
function createOnRefused({ state, update }: ClientStore, { network, now, flush }: Pick<LinkListenerOptions, 'network' | 'now' | 'flush'>): LinkListener['onRefused'] {
  return (id, reason) => {
    update({ outbox: refuse(state().outbox, id, reason) });
    const { retryAfter } = reason;
    const entry = state().outbox.find((other) => other.id === id);
    if (retryAfter) {
      // Spread out: whoever was turned away together does not come back together.
      const waitMs = retryAfter * 1000 * (1 + network.random() / 4);
      const busyUntil = now() + waitMs;
      update({ busyUntil });
      network.after(waitMs, () => {
        if (state().busyUntil !== busyUntil) return;
        update({ busyUntil: 0 });
        flush();
      });
    } else if (entry?.state === 'waiting') network.after(reconnectDelay(entry.attempts + 1, network.random()), flush);
  };
}

/** What stands beside the log and is told again whenever it changes. */
function createMarks({ state, update }: ClientStore): Pick<LinkListener, 'onPlace' | 'onRead'> {
  return {
    onPlace(id, place, waitMinutes, staffed) {
      const now = state();
      if (id === now.log?.id && (place !== now.place || waitMinutes !== now.waitMinutes || staffed !== now.staffed)) update({ place, waitMinutes, staffed });
    },
    onRead(id, seq) {
      if (id === state().log?.id && seq > state().readSeq) update({ readSeq: seq });
    },
  };
}

function welcome({ state, update }: ClientStore, { id, seq, place, waitMinutes, staffed, readSeq }: ContactConversation): void {
  const { log } = state();
  if (log === null || id > log.id) {
    // Only what was there before the page was opened is history; what came while it was offline is news.
    update({ ...anotherConversation(id), place, waitMinutes, staffed, readSeq, historyEnd: log === null ? seq : 0, loaded: false });
  } else if (id === log.id) {
    update({ place, waitMinutes, staffed, readSeq });
  }
}

/** The server knows no conversation of this contact; where the client does, the server has lost it. */
function welcomeStranger({ state, update }: ClientStore): void {
  const { log, outbox } = state();
  const lost = log !== null || outbox.some(({ conversationId }) => conversationId !== null);
  update({ loaded: true, ...(lost ? { log: null, outbox: forgetConversation(outbox) } : {}) });
}

/** So long a conversation that a colleague closed is still come back to: a day later it is asked whether it is solved. */
const AFTERMATH_MS = 3 * 86_400_000;

/** An open conversation, or one that a colleague closed lately, is come back to on the next page without being asked. */
function noteOpenConversation({ state }: ClientStore, memory: ContactMemory, now: number): void {
  const { log } = state();
  const last = log?.events.findLast(({ type }) => type === 'conversation.resolved' || type === 'conversation.settled' || type === 'message.received');
  const goesOn = last?.type === 'message.received' || (last?.type === 'conversation.resolved' && last.at > now - AFTERMATH_MS);
  memory.setOpenConversation(log && goesOn ? log.id : null);
}

/** Whoever was typing has said it, or has left. */
function endsTyping(events: readonly ContactEvent[]): boolean {
  return events.some(({ type }) => type === 'message.sent' || (type.startsWith('conversation.') && type !== 'conversation.rated'));
}
