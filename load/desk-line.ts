import { randomUUID } from 'node:crypto';
import type { DeskCommand } from '../src/protocol/desk.ts';
import type { Choose } from './choose.ts';
import { createEventViews } from './event-views.ts';
import { keepSocket, type Frame } from './keep-socket.ts';
import type { WireEvent } from './ledger.ts';
import { wait, type Shared } from './shared.ts';

export interface Account {
  readonly email: string;
  readonly password: string;
}

/** `unknown` where the line broke before anybody answered; otherwise what the desk said. */
export type Outcome = { readonly conversationId: string; readonly seq: number } | { readonly code: string };

const REQUEST_MS = 15_000;

/** An agent's desk: signed in, connected, and back by itself. */
export interface DeskLine {
  readonly agentId: string;
  readonly name: string;
  command(conversationId: string, command: DeskCommand): Promise<Outcome>;
  claimNext(): Promise<Outcome>;
  /** What this agent has, as the desk told last. */
  owned(): readonly string[];
  /** Highest `seq` seen of a conversation. */
  cursorOf(conversationId: string): number;
  get<T>(path: string): Promise<T>;
  drop(): void;
  close(): void;
}

interface Seen { readonly id: string; readonly seq: number; readonly status: string; readonly owner: { readonly kind: string; readonly agentId?: string } }

/** Signs in, however often it takes. @throws where the desk refuses the account. */
export async function openDeskLine(account: Account, choose: Choose, shared: Shared): Promise<DeskLine> {
  const { ledger } = shared;
  const { cookie, agentId } = await signIn(account, choose, shared);
  const name = `agent ${account.email}`;
  const owned = createOwned(name, agentId, shared, (frame) => { socket.send(frame); });
  const commands = createCommands(choose, shared, (frame) => socket.send(frame));
  let order = 0;

  function onFrame(frame: Frame): void {
    switch (frame.type) {
      case 'welcome':
        commands.onLine();
        owned.followAll();
        get<{ conversations: Seen[] }>('/api/desk/conversations?view=mine').then(({ conversations }) => { owned.note(conversations, []); }, () => undefined);
        return;
      case 'conversations': owned.note(frame['conversations'] as Seen[], frame['gone'] as string[]); return;
      case 'events': owned.take(frame['events'] as WireEvent[]); return;
      case 'ack': commands.settle(String(frame['id']), { conversationId: String(frame['conversationId']), seq: Number(frame['seq']) }); return;
      case 'error': commands.refuse(String(frame['id']), String(frame['code']));
    }
  }

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(choose.pick(shared.urls) + path, { headers: { cookie }, signal: AbortSignal.timeout(REQUEST_MS) });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return await response.json() as T;
  }

  const socket = keepSocket({ path: '/ws/desk', headers: () => ({ cookie }), side: 'desk', choose, shared, onFrame, onOpen: () => undefined });
  return {
    agentId, name, get,
    owned: owned.list,
    cursorOf: owned.cursorOf,
    async command(conversationId, command) {
      const id = 'clientMessageId' in command ? command.clientMessageId : undefined;
      const place = order++;
      const outcome = await commands.say({ type: 'command', conversationId, command }, id !== undefined);
      // Of a transfer with a note, the acknowledgement names the transfer and not the note.
      const isMessage = command.type === 'reply' || command.type === 'note';
      if (isMessage && 'seq' in outcome) ledger.acknowledge({ id: command.clientMessageId, conversationId, seq: outcome.seq, sender: name, order: place });
      return outcome;
    },
    async claimNext() {
      const begun = performance.now();
      const outcome = await commands.say({ type: 'claim-next' }, false);
      if ('seq' in outcome) {
        shared.measures.time('claim', performance.now() - begun);
        owned.note([{ id: outcome.conversationId, seq: outcome.seq, status: 'open', owner: { kind: 'agent', agentId } }], []);
      }
      return outcome;
    },
    drop: socket.drop,
    close: socket.close,
  };
}

interface Owned {
  list(): readonly string[];
  cursorOf(conversationId: string): number;
  /** States as the desk tells them; the highest `seq` of each counts. */
  note(states: readonly Seen[], gone: readonly string[]): void;
  take(events: readonly WireEvent[]): void;
  followAll(): void;
}

/** What an agent has, each with its log on the screen. */
function createOwned(name: string, agentId: string, { ledger, measures, sentAt }: Shared, send: (frame: object) => void): Owned {
  const views = createEventViews(name, ledger);
  const since = new Map<string, number>();
  const latest = new Map<string, number>();

  function follow(conversationId: string): void {
    send({ type: 'follow', conversationId, after: views.cursorOf(conversationId) });
  }

  function noteOne({ id, seq, owner, status }: Seen): void {
    if (seq < (latest.get(id) ?? 0)) return;
    latest.set(id, seq);
    const isMine = status === 'open' && owner.kind === 'agent' && owner.agentId === agentId;
    if (isMine && !since.has(id)) {
      since.set(id, performance.now());
      follow(id);
    } else if (!isMine && since.delete(id)) {
      send({ type: 'unfollow', conversationId: id });
    }
  }

  return {
    list: () => [...since.keys()],
    cursorOf: views.cursorOf,
    followAll: () => { for (const id of since.keys()) follow(id); },
    note(states, gone) {
      for (const state of states) noteOne(state);
      for (const id of gone) since.delete(id);
    },
    take(events) {
      for (const event of events) {
        if (!views.take(event) || event.type !== 'message.received') continue;
        const begun = sentAt.get(String(event.data['clientMessageId']));
        // What was written before they took it was on no desk of theirs.
        if (begun !== undefined && begun > (since.get(event.conversationId) ?? Infinity)) measures.time('seen on desk', performance.now() - begun);
      }
    },
  };
}

interface Commands {
  say(frame: object, repeats: boolean): Promise<Outcome>;
  settle(id: string, outcome: Outcome): void;
  refuse(id: string, code: string): void;
  /** There is a line again. */
  onLine(): void;
}

/**
 * What was said and not answered yet. What has an id by which a second one is known is said again on
 * every new line, and after a failure; of the rest nobody knows what became of it.
 */
function createCommands(choose: Choose, { measures }: Shared, send: (frame: object) => boolean): Commands {
  const pending = new Map<string, { readonly frame: object; readonly repeats: boolean; readonly settle: (outcome: Outcome) => void }>();

  function settle(id: string, outcome: Outcome): void {
    const one = pending.get(id);
    pending.delete(id);
    one?.settle(outcome);
  }

  return {
    settle,
    say: (frame, repeats) => new Promise((resolve) => {
      const id = randomUUID();
      pending.set(id, { frame: { ...frame, id }, repeats, settle: resolve });
      if (!send({ ...frame, id }) && !repeats) settle(id, { code: 'unknown' });
    }),
    refuse(id, code) {
      const one = pending.get(id);
      if (!one?.repeats || !['internal', 'unavailable'].includes(code)) {
        settle(id, { code });
        return;
      }
      measures.count(`desk: ${code}`);
      setTimeout(() => { if (pending.has(id)) send(one.frame); }, choose.between(200, 500));
    },
    onLine() {
      for (const [id, { frame, repeats }] of pending) {
        if (repeats) send(frame);
        else settle(id, { code: 'unknown' });
      }
    },
  };
}

async function signIn(account: Account, choose: Choose, { urls, measures }: Shared): Promise<{ cookie: string; agentId: string }> {
  for (;;) {
    try {
      const response = await fetch(`${choose.pick(urls)}/api/desk/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account), signal: AbortSignal.timeout(REQUEST_MS) });
      const body = await response.json() as { agent?: { id: string }; state?: string; error?: { code: string; message: string } };
      if (body.agent) return { cookie: (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '', agentId: body.agent.id };
      if (response.ok) throw Object.assign(new Error(`${account.email} has to give a second factor (${body.state ?? ''}), which this tool has not: use an agent's account without one`), { final: true });
      if (response.status === 401) throw Object.assign(new Error(`${account.email} cannot sign in: ${body.error?.message ?? response.status}`), { final: true });
      measures.count(`desk: sign-in ${body.error?.code ?? response.status}`);
    } catch (error) {
      if (error instanceof Error && 'final' in error) throw error;
      measures.count('desk: no answer');
    }
    await wait(choose.between(500, 1_500));
  }
}
