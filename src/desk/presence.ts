import type { ApplyCommand } from '../conversation/apply-command.ts';
import { AppError } from '../domain/errors.ts';
import { presenceAt, type PresenceStatus } from '../domain/presence.ts';
import type { Clock, ConversationStore, DeskSettingsStore, Doorbell, Logger, PresenceStore } from '../ports.ts';

/** How often it is noted who is connected, and looked who is not. */
const BEAT_MS = 5_000;
/** Conversations of one agent that one look takes back; the rest wait for the next. */
const BATCH = 200;

export interface Presence {
  /** A socket of the agent opened; the returned function is called when it closes. */
  connect(agentId: string): () => void;
  set(agentId: string, status: PresenceStatus): Promise<void>;
  /** What every agent's status is worth now; who is not in it is offline. */
  list(): Promise<ReadonlyMap<string, PresenceStatus>>;
  /** Looks now who is gone, and gives back what they had. */
  releaseAbsent(): Promise<void>;
  stop(): void;
}

/**
 * Who is there. What an agent had who went offline, or whose connection is lost for longer than the
 * settings forgive, goes back to the head of its queue. Statuses are stored: after a restart, or in
 * another process, who does not come back is noticed all the same.
 */
export function createPresence({ presence, conversations, applyCommand, deskSettings, doorbell, isLeader, clock, logger }: {
  presence: PresenceStore;
  conversations: Pick<ConversationStore, 'countOwned' | 'list'>;
  applyCommand: ApplyCommand;
  deskSettings: Pick<DeskSettingsStore, 'current'>;
  doorbell: Pick<Doorbell, 'signal'>;
  /** Whether this process looks after what only one of several should. */
  isLeader: () => boolean;
  clock: Clock;
  logger: Logger;
}): Presence {
  /** Open sockets of each agent in this process. */
  const sockets = new Map<string, number>();
  let known: ReadonlyMap<string, PresenceStatus> = new Map();

  async function list(): Promise<ReadonlyMap<string, PresenceStatus>> {
    const lostAfterMs = deskSettings.current().settings.releaseAfterSeconds * 1000;
    const now = clock.now();
    return new Map((await presence.list()).map((row) => [row.agentId, presenceAt(row, now, lostAfterMs)]));
  }

  async function releaseAbsent(): Promise<void> {
    const [statuses, owned] = await Promise.all([list(), conversations.countOwned()]);
    for (const agentId of owned.keys()) {
      if ((statuses.get(agentId) ?? 'offline') === 'offline') await releaseAll(agentId);
    }
    for (const [agentId, status] of statuses) if (known.get(agentId) !== status) doorbell.signal({ type: 'presence', agentId });
    known = statuses;
  }

  async function releaseAll(agentId: string): Promise<void> {
    const theirs = (await conversations.list({ view: 'mine', agentId }, BATCH)).filter(({ snoozedUntil }) => snoozedUntil === null);
    if (theirs.length > 0) logger.info('conversations go back: their agent is offline', { agentId, conversations: theirs.length });
    for (const { id } of theirs) await applyCommand(id, { type: 'release-absent', agentId }).catch(ignoreRefusal);
  }

  async function beat(): Promise<void> {
    try {
      await presence.touch([...sockets.keys()]);
      if (isLeader()) await releaseAbsent();
    } catch (error) {
      logger.error('it could not be looked who is there', { error: String(error) });
    }
  }

  const timer = setInterval(() => { void beat(); }, BEAT_MS);
  return {
    list,
    releaseAbsent,
    connect(agentId) {
      sockets.set(agentId, (sockets.get(agentId) ?? 0) + 1);
      void beat();
      return () => {
        const left = (sockets.get(agentId) ?? 1) - 1;
        if (left > 0) sockets.set(agentId, left);
        else sockets.delete(agentId);
      };
    },
    async set(agentId, status) {
      await presence.set(agentId, status);
      doorbell.signal({ type: 'presence', agentId });
      if (status === 'offline') await releaseAll(agentId);
    },
    stop() { clearInterval(timer); },
  };
}

/** Somebody was faster; that is as good. */
export function ignoreRefusal(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
