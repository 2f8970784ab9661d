import type { ContactEvent } from '../../src/web/widget/conversation/contact-event.ts';
import type { OutboxEntry } from '../../src/web/widget/conversation/outbox.ts';
import type { Link, LinkListener, Position } from '../../src/web/widget/connection/link.ts';
import type { ContactConversation } from '../../src/protocol/contact.ts';

interface Conversation {
  readonly id: string;
  readonly contact: string;
  readonly events: ContactEvent[];
}

/** One client's line to the desk. Nothing moves along it until the test says so. */
export interface Line {
  readonly open: (options: { position: () => Position; listener: LinkListener }) => Link;
  /** A new connection, as after any loss: what was under way in either direction is gone. */
  connect(): void;
  lose(): void;
  /** The oldest thing under way arrives, whichever way it goes. */
  deliver(): void;
  deliverAll(): void;
  /** Up to where the client said that it was read. */
  readonly marks: readonly number[];
  /** The last frame from the desk arrives again. */
  repeatLast(): void;
}

export interface SimulatedDesk {
  line(): Line;
  /** The contact's texts, by conversation. */
  texts(): string[][];
  latestEvents(): readonly ContactEvent[];
  /** The assistant answers in the latest conversation, if there is one. */
  answer(): void;
  /** The latest conversation ends. */
  close(type: 'conversation.resolved' | 'conversation.settled'): void;
  /** Loses its data and its keys. */
  forget(): void;
}

/** The desk as the contact's client knows it: durable logs, idempotent sending, cursors, every tab live. */
export function createSimulatedDesk(): SimulatedDesk {
  let conversations: Conversation[] = [];
  let tokens = new Set<string>();
  let count = 0;
  const lines = new Set<{ readonly contact: () => string | null; push(conversation: Conversation): void }>();

  function append(conversation: Conversation, type: ContactEvent['type'], data: object): void {
    conversation.events.push({ conversationId: conversation.id, seq: conversation.events.length + 1, at: conversation.events.length, type, data } as ContactEvent);
    for (const line of lines) if (line.contact() === conversation.contact) line.push(conversation);
  }

  function begin(contact: string): Conversation {
    const conversation: Conversation = { id: `c${String(count += 1).padStart(6, '0')}`, contact, events: [] };
    conversations.push(conversation);
    append(conversation, 'conversation.started', { caseNumber: `case ${count}`, locale: 'en' });
    return conversation;
  }

  /** Returns the conversation, or undefined where it is not the contact's. */
  function receive(contact: string, { id, conversationId, body }: OutboxEntry): Conversation | undefined {
    if (body.type !== 'message') return undefined;
    const known = conversations.find(({ events }) => events.some((event) => event.type === 'message.received' && event.data.clientMessageId === id));
    if (known) return known;
    const conversation = conversationId === null ? begin(contact) : conversations.find((one) => one.id === conversationId && one.contact === contact);
    if (conversation) append(conversation, 'message.received', { clientMessageId: id, text: body.text });
    return conversation;
  }

  function line(): Line {
    const marks: number[] = [];
    let underWay: (() => void)[] = [];
    let last = (): void => {};
    let contact: string | null = null;
    let up = false;
    let cursor = { id: '', seq: 0 };
    let options: { position: () => Position; listener: LinkListener } | undefined;
    const down = (frame: (listener: LinkListener) => void): void => {
      underWay.push(() => { last = () => { if (options) frame(options.listener); }; last(); });
    };
    const self = {
      contact: () => (up ? contact : null),
      push(conversation: Conversation) {
        if (conversation.id < cursor.id) return;
        if (conversation.id !== cursor.id) cursor = { id: conversation.id, seq: 0 };
        const events = conversation.events.slice(cursor.seq);
        cursor = { id: conversation.id, seq: conversation.events.length };
        down((listener) => { listener.onEvents(conversation.id, events); });
      },
    };
    lines.add(self);

    function connect(): void {
      lose();
      const position = options?.position();
      if (!options || !position) return;
      up = true;
      const token = position.token !== null && tokens.has(position.token) ? position.token : `token ${count += 1}`;
      tokens.add(token);
      contact = token;
      const latest = conversations.findLast((one) => one.contact === token);
      cursor = { id: latest?.id ?? '', seq: latest && position.conversationId === latest.id ? position.cursor : 0 };
      down((listener) => {
        listener.onWelcome(token, latest ? stateOf(latest) : null);
        listener.onStatus('online');
      });
      if (latest && latest.events.length > cursor.seq) self.push(latest);
    }

    function lose(): void {
      underWay = [];
      if (up) options?.listener.onStatus('offline');
      up = false;
    }

    return {
      open(given) {
        options = given;
        return {
          send(entry) {
            const from = contact;
            if (!up || from === null) return false;
            underWay.push(() => {
              const conversation = receive(from, entry);
              down((listener) => {
                if (conversation) listener.onAcknowledged(entry.id, conversation.id);
                else listener.onRefused(entry.id, { later: false });
              });
            });
            return true;
          },
          typing() {},
          read(_conversationId, seq) {
            if (up) marks.push(seq);
            return up;
          },
          restart: connect,
          stop: lose,
        };
      },
      connect,
      lose,
      marks,
      deliver() { underWay.shift()?.(); },
      deliverAll() { while (underWay.length > 0) underWay.shift()?.(); },
      repeatLast() { if (up) last(); },
    };
  }

  return {
    line,
    texts: () => conversations.map(({ events }) => events.flatMap((event) => (event.type === 'message.received' ? [event.data.text] : []))),
    latestEvents: () => conversations.at(-1)?.events ?? [],
    answer() {
      const latest = conversations.at(-1);
      if (latest) append(latest, 'message.sent', { author: { kind: 'assistant' }, kind: 'answer', text: 'An answer.', locale: 'en', citations: [], choices: [] });
    },
    close(type) {
      const latest = conversations.at(-1);
      if (latest) append(latest, type, type === 'conversation.resolved' ? { name: 'Ana' } : {});
    },
    forget() {
      conversations = [];
      tokens = new Set();
    },
  };
}

function stateOf({ id, events }: Conversation): ContactConversation {
  return { id, caseNumber: 'case', locale: 'en', status: 'open', owner: { kind: 'assistant' }, place: null, waitMinutes: null, seq: events.length, rating: null, askedWhetherSolved: false, reachable: false, staffed: true, readSeq: 0 };
}
