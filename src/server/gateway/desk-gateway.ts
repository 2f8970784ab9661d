import type { WebSocket } from 'ws';
import type { EventFollower, Following } from '../../conversation/follow-events.ts';
import type { DeskFeed } from '../../desk/desk-feed.ts';
import type { RunDeskCommand } from '../../desk/run-desk-command.ts';
import { mayRead } from '../../domain/access.ts';
import type { Agent } from '../../domain/agent.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/roles.ts';
import type { ConversationStore, Doorbell, Logger } from '../../ports.ts';
import { PROTOCOL_VERSION } from '../../protocol/contact.ts';
import { deskClientFrameSchema, type DeskClientFrame } from '../../protocol/desk.ts';
import { viewAgent } from '../desk-views.ts';
import { openConnection, type Connection } from './connection.ts';

export interface DeskGateway {
  /** The caller has authenticated the agent. */
  accept(socket: WebSocket, agent: Agent): void;
  stop(): void;
}

export interface DeskGatewayOptions {
  readonly conversations: Pick<ConversationStore, 'get'>;
  readonly follower: EventFollower;
  readonly feed: DeskFeed;
  readonly doorbell: Doorbell;
  readonly runDeskCommand: RunDeskCommand;
  readonly logger: Logger;
}

interface Session {
  readonly agent: Agent;
  readonly connection: Connection;
  /** Conversations that this desk has open. */
  readonly followed: Map<string, Following>;
}

/** How many conversations one desk may have open at once. */
const MAX_FOLLOWED = 50;

/** Serves `/ws/desk`: changes of every conversation that the agent may read, and the logs of those that are open. */
export function createDeskGateway(options: DeskGatewayOptions): DeskGateway {
  const { feed, doorbell, logger } = options;
  const sessions = new Set<Session>();

  const stopFeed = feed.onChange((changed) => { broadcast(sessions, changed); });
  const stopSignals = doorbell.onSignal((signal) => {
    for (const { followed, connection } of sessions) if (followed.has(signal.conversationId)) connection.send(signal);
  });

  return {
    accept(socket, agent) {
      const connection = openConnection(socket, {
        schema: deskClientFrameSchema,
        logger,
        onFrame: (frame) => work(session, frame, options),
        onClose() {
          sessions.delete(session);
          for (const following of session.followed.values()) following.stop();
        },
      });
      const session: Session = { agent, connection, followed: new Map() };
      sessions.add(session);
      connection.send({ type: 'welcome', protocol: PROTOCOL_VERSION, agent: viewAgent(agent) });
    },
    stop() {
      stopFeed();
      stopSignals();
    },
  };
}

async function work(session: Session, frame: DeskClientFrame, options: DeskGatewayOptions): Promise<void> {
  const { agent, connection, followed } = session;
  switch (frame.type) {
    case 'follow':
      await follow(session, frame, options);
      return;
    case 'unfollow':
      followed.get(frame.conversationId)?.stop();
      followed.delete(frame.conversationId);
      return;
    case 'command': {
      const { seq } = await options.runDeskCommand(agent, frame.conversationId, frame.command);
      connection.send({ type: 'ack', id: frame.id, conversationId: frame.conversationId, seq });
      return;
    }
    case 'typing':
      await tellTyping(agent, frame.conversationId, options);
      return;
    case 'ping':
      connection.send({ type: 'pong' });
  }
}

async function follow({ agent, connection, followed }: Session, { conversationId, after }: { conversationId: string; after: number }, options: DeskGatewayOptions): Promise<void> {
  const conversation = await options.conversations.get(conversationId);
  if (!conversation || !mayRead(agent, conversation)) {
    throw new AppError('not-found', `there is no conversation ${conversationId}`, { field: 'conversationId' });
  }
  if (followed.size >= MAX_FOLLOWED) throw new AppError('too-many-requests', `at most ${MAX_FOLLOWED} conversations can be followed at once`);
  followed.get(conversationId)?.stop();
  followed.set(conversationId, options.follower.follow({
    conversationId, after, audience: 'agents',
    onEvents: (events) => { connection.send({ type: 'events', conversationId, events }); },
  }));
}

/** The contact sees only the owner type: a colleague who writes a note is none of the contact's business. */
async function tellTyping(agent: Agent, conversationId: string, { conversations, doorbell }: DeskGatewayOptions): Promise<void> {
  const owner = (await conversations.get(conversationId))?.owner;
  if (owner?.kind === 'agent' && owner.agentId === agent.id) {
    doorbell.signal({ type: 'typing', conversationId, from: 'agent', name: agent.name });
  }
}

/** Most agents who oversee see the same, so what they see is serialised once. */
function broadcast(sessions: ReadonlySet<Session>, changed: readonly Conversation[]): void {
  const serialised = new Map<string, string>();
  for (const { agent, connection } of sessions) {
    const key = allows(agent.role, 'conversations.read-all') ? 'all' : agent.id;
    const frame = serialised.get(key) ?? JSON.stringify(changesFor(agent, changed));
    serialised.set(key, frame);
    connection.send(frame);
  }
}

function changesFor(agent: Agent, changed: readonly Conversation[]): object {
  const visible = changed.filter((conversation) => mayRead(agent, conversation));
  const gone = changed.filter((conversation) => !mayRead(agent, conversation)).map(({ id }) => id);
  return { type: 'conversations', conversations: visible, gone };
}
