import type { WebSocket } from 'ws';
import type { EventFollower, Following } from '../../conversation/follow-events.ts';
import type { DeskFeed } from '../../desk/desk-feed.ts';
import type { ClaimNext } from '../../desk/claim-next.ts';
import type { Presence } from '../../desk/presence.ts';
import type { RunDeskCommand } from '../../desk/run-desk-command.ts';
import { mayRead } from '../../domain/access.ts';
import type { Agent } from '../../domain/agent.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/roles.ts';
import type { ConversationStore, Doorbell, Logger, ReadMarkStore, Signal } from '../../ports.ts';
import { PROTOCOL_VERSION } from '../../protocol/contact.ts';
import { deskClientFrameSchema, type DeskClientFrame, type DeskServerFrame } from '../../protocol/desk.ts';
import type { AgentSessions } from '../authentication/agent-sessions.ts';
import { viewAgent } from '../desk-views.ts';
import { CLOSE_CODES, openConnection, type Connection } from './connection.ts';
import { createViewers } from './viewers.ts';

export interface DeskGateway {
  /** The caller has found the agent by the session's token. */
  accept(socket: WebSocket, agent: Agent, token: string): void;
  /** How many are open. */
  count(): number;
  stop(): void;
}

export interface DeskGatewayOptions {
  readonly conversations: Pick<ConversationStore, 'get'>;
  readonly readMarks: ReadMarkStore;
  readonly sessions: Pick<AgentSessions, 'find'>;
  readonly follower: EventFollower;
  readonly feed: DeskFeed;
  readonly doorbell: Doorbell;
  readonly presence: Pick<Presence, 'connect' | 'list' | 'set'>;
  readonly runDeskCommand: RunDeskCommand;
  readonly claimNext: ClaimNext;
  readonly logger: Logger;
}

interface Desk {
  /** Who it is now: role and teams may change while the socket is open. */
  agent: Agent;
  readonly token: string;
  readonly connection: Connection;
  /** Conversations that this desk has open. */
  readonly followed: Map<string, Following>;
  /** Conversations that it was told of, so that it can be told when it may no longer see one. */
  readonly shown: Set<string>;
  /** The conversation on the screen, which colleagues see. */
  viewed: string | null;
  /** Frames that came before the socket closed may still be worked on. */
  closed: boolean;
}

/** How many conversations one desk may have open at once. */
const MAX_FOLLOWED = 50;
/** How often it is looked whether the session still holds; commands look every time. */
const RECHECK_MS = 30_000;
/** Who came and went is told at most this often. */
const GATHER_PRESENCE_MS = 250;

/** Serves `/ws/desk`: changes of every conversation that the agent may read, and the logs of those that are open. */
export function createDeskGateway(options: DeskGatewayOptions): DeskGateway {
  const { feed, doorbell, logger, presence } = options;
  const desks = new Set<Desk>();
  const stopFeed = feed.onChange((changed) => { broadcast(desks, changed); });
  // What was missed nobody can say: who comes back reads everything anew.
  const stopGaps = doorbell.onGap(() => { for (const { connection } of desks) connection.close(CLOSE_CODES.resync, 'resync'); });
  const signals = passSignals(desks, options);
  const recheck = setInterval(() => { for (const desk of desks) void renewAgent(desk, options); }, RECHECK_MS);

  return {
    accept(socket, agent, token) {
      const connection = openConnection(socket, {
        schema: deskClientFrameSchema,
        logger,
        onFrame: (frame) => work(desk, frame, options),
        onClose() {
          desk.closed = true;
          desks.delete(desk);
          disconnect();
          look(desk, null, doorbell);
          for (const following of desk.followed.values()) following.stop();
        },
      });
      const desk: Desk = { agent, token, connection, followed: new Map(), shown: new Set(), viewed: null, closed: false };
      desks.add(desk);
      const disconnect = presence.connect(agent.id);
      void connection.send({ type: 'welcome', protocol: PROTOCOL_VERSION, agent: viewAgent(agent) });
      signals.tellPresence([desk]);
    },
    count: () => desks.size,
    stop() {
      clearInterval(recheck);
      stopFeed();
      signals.stop();
      stopGaps();
    },
  };
}

/** Tells desks what is true only now, each what it has open. */
function passSignals(desks: ReadonlySet<Desk>, { doorbell, presence, readMarks, sessions, logger }: DeskGatewayOptions): { tellPresence(to: Iterable<Desk>): void; stop(): void } {
  const viewers = createViewers();

  function toFollowers(conversationId: string, frame: DeskServerFrame): void {
    for (const { followed, connection } of desks) if (followed.has(conversationId)) void connection.send(frame);
  }

  let telling: NodeJS.Timeout | undefined;

  async function tellPresence(to: Iterable<Desk>): Promise<void> {
    const text = JSON.stringify({ type: 'presence', agents: Object.fromEntries(await presence.list()) });
    for (const { connection } of to) void connection.send(text);
  }

  function failed(error: unknown): void {
    logger.error('desks could not be told', { error: String(error) });
  }

  async function pass(signal: Signal): Promise<void> {
    switch (signal.type) {
      case 'typing':
        toFollowers(signal.conversationId, signal);
        return;
      case 'writing':
        toFollowers(signal.conversationId, signal);
        return;
      case 'read':
        toFollowers(signal.conversationId, { type: 'read', conversationId: signal.conversationId, ...await readMarks.get(signal.conversationId) });
        return;
      case 'viewing':
        viewers.note(signal);
        toFollowers(signal.conversationId, { type: 'viewing', conversationId: signal.conversationId, agents: viewers.of(signal.conversationId) });
        return;
      case 'presence':
        // A shift begins: many come at once, and all are told of all.
        telling ??= setTimeout(() => {
          telling = undefined;
          tellPresence(desks).catch(failed);
        }, GATHER_PRESENCE_MS);
        return;
      case 'session':
        for (const desk of desks) if (desk.agent.id === signal.agentId) await renewAgent(desk, { sessions, logger });
        return;
      case 'configuration':
        // It may be the agent who was changed: who left is signed out at once.
        for (const desk of desks) if (await renewAgent(desk, { sessions, logger })) void desk.connection.send({ type: 'configuration' });
        return;
      case 'partial': // Colleagues read what was said, not how it came to be.
    }
  }

  const stop = doorbell.onSignal((signal) => {
    if (desks.size === 0 && signal.type !== 'viewing') return;
    pass(signal).catch(failed);
  });
  return {
    tellPresence: (to) => { tellPresence(to).catch(failed); },
    stop() {
      clearTimeout(telling);
      stop();
    },
  };
}

/**
 * The agent as it is stored now; closes the desk where the session is over or the role no longer handles conversations.
 * @param use `'seen'` where the agent did something.
 */
async function renewAgent(desk: Desk, { sessions, logger }: Pick<DeskGatewayOptions, 'sessions' | 'logger'>, use?: 'seen'): Promise<Agent | undefined> {
  try {
    const agent = await sessions.find(desk.token, use);
    if (agent && allows(agent.role, 'conversations.handle')) {
      desk.agent = agent;
      return agent;
    }
    const code = agent ? 'forbidden' : 'unauthenticated';
    desk.connection.close(CLOSE_CODES[code], code);
  } catch (error) {
    logger.error('a session could not be looked up', { error: String(error) });
  }
  return undefined;
}

async function work(desk: Desk, frame: DeskClientFrame, options: DeskGatewayOptions): Promise<void> {
  const { connection, followed } = desk;
  if (frame.type === 'ping') {
    void connection.send({ type: 'pong' });
    return;
  }
  const agent = await renewAgent(desk, options, 'seen');
  if (!agent) return;
  switch (frame.type) {
    case 'follow':
      await follow(desk, frame, options);
      void connection.send({ type: 'read', conversationId: frame.conversationId, ...await options.readMarks.get(frame.conversationId) });
      return;
    case 'unfollow':
      unfollow(followed, frame.conversationId);
      return;
    case 'command': {
      const { seq } = await options.runDeskCommand(agent, frame.conversationId, frame.command);
      void connection.send({ type: 'ack', id: frame.id, conversationId: frame.conversationId, seq });
      return;
    }
    case 'claim-next': {
      const claimed = await options.claimNext(agent);
      if (!claimed) throw new AppError('not-found', 'nobody waits in these queues');
      void connection.send({ type: 'ack', id: frame.id, ...claimed });
      return;
    }
    case 'typing':
      if (frame.to !== 'colleagues') await tellTyping(agent, frame.conversationId, options);
      else if (followed.has(frame.conversationId)) options.doorbell.signal({ type: 'writing', conversationId: frame.conversationId, agentId: agent.id });
      return;
    case 'view':
      if (frame.conversationId === null || followed.has(frame.conversationId)) look(desk, frame.conversationId, options.doorbell);
      return;
    case 'read':
      await noteRead(agent, frame, options);
      return;
    case 'presence':
      await options.presence.set(agent.id, frame.status);
  }
}

/** Colleagues are told which conversation is on this agent's screen. */
function look(desk: Desk, conversationId: string | null, doorbell: Pick<Doorbell, 'signal'>): void {
  if (desk.viewed === conversationId || (desk.closed && conversationId !== null)) return;
  const who = { type: 'viewing' as const, agentId: desk.agent.id, name: desk.agent.name };
  if (desk.viewed !== null) doorbell.signal({ ...who, conversationId: desk.viewed, viewing: false });
  if (conversationId !== null) doorbell.signal({ ...who, conversationId, viewing: true });
  desk.viewed = conversationId;
}

/** What the owner has read counts; a supervisor who looks in has not answered for it. */
async function noteRead(agent: Agent, { conversationId, seq }: { conversationId: string; seq: number }, { conversations, readMarks, doorbell }: DeskGatewayOptions): Promise<void> {
  const conversation = await conversations.get(conversationId);
  if (conversation?.owner.kind !== 'agent' || conversation.owner.agentId !== agent.id || seq > conversation.seq) return;
  if (await readMarks.move(conversationId, 'agents', seq)) doorbell.signal({ type: 'read', conversationId, by: 'agents', seq });
}

async function follow({ agent, connection, followed }: Desk, { conversationId, after }: { conversationId: string; after: number }, options: DeskGatewayOptions): Promise<void> {
  const conversation = await options.conversations.get(conversationId);
  if (!conversation || !mayRead(agent, conversation)) {
    throw new AppError('not-found', `there is no conversation ${conversationId}`, { field: 'conversationId' });
  }
  unfollow(followed, conversationId);
  if (followed.size >= MAX_FOLLOWED) throw new AppError('too-many-requests', `at most ${MAX_FOLLOWED} conversations can be followed at once`);
  followed.set(conversationId, options.follower.follow({
    conversationId, after, audience: 'agents',
    onEvents: (events) => connection.send({ type: 'events', conversationId, events }),
  }));
}

function unfollow(followed: Desk['followed'], conversationId: string): void {
  followed.get(conversationId)?.stop();
  followed.delete(conversationId);
}

/** The contact sees only the owner type: a colleague who writes a note is none of the contact's business. */
async function tellTyping(agent: Agent, conversationId: string, { conversations, doorbell }: DeskGatewayOptions): Promise<void> {
  const owner = (await conversations.get(conversationId))?.owner;
  if (owner?.kind === 'agent' && owner.agentId === agent.id) {
    doorbell.signal({ type: 'typing', conversationId, from: 'agent', name: agent.name });
  }
}

/** Desks that see the same are sent the same bytes: with hundreds of them, serialising is most of the work. */
function broadcast(desks: ReadonlySet<Desk>, changed: readonly Conversation[]): void {
  const texts = new Map<Conversation, string>();
  const frames = new Map<string, Buffer>();
  const textOf = (conversation: Conversation): string => {
    const known = texts.get(conversation) ?? JSON.stringify(conversation);
    texts.set(conversation, known);
    return known;
  };
  const frameOf = (visible: readonly Conversation[], gone: readonly string[]): Buffer => {
    const key = [...visible.map(({ id }) => id), '', ...gone].join();
    const known = frames.get(key) ?? Buffer.from(`{"type":"conversations","conversations":[${visible.map(textOf).join(',')}],"gone":${JSON.stringify(gone)}}`);
    frames.set(key, known);
    return known;
  };
  for (const desk of desks) tellChanges(desk, changed, frameOf);
}

/** What the agent may see of the changes; and which conversations, shown before, the agent may see no more. */
function tellChanges({ agent, connection, followed, shown }: Desk, changed: readonly Conversation[], frameOf: (visible: readonly Conversation[], gone: readonly string[]) => Buffer): void {
  const visible = changed.filter((conversation) => mayRead(agent, conversation));
  const gone = visible.length === changed.length ? [] : changed.filter((one) => !visible.includes(one) && (shown.has(one.id) || followed.has(one.id))).map(({ id }) => id);
  for (const { id } of visible) shown.add(id);
  for (const id of gone) {
    unfollow(followed, id);
    shown.delete(id);
  }
  if (visible.length > 0 || gone.length > 0) void connection.send(frameOf(visible, gone));
}
