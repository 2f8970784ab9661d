import { ignoreRefusal, type ApplyCommand } from '../conversation/apply-command.ts';
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
  /** Makes available who is offline: who takes conversations is there. */
  ensurePresent(agentId: string): Promise<void>;
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
  const sockets = createSocketCounts();
  const releaseAll = createReleaseAll({ conversations, applyCommand, logger });
  let known: ReadonlyMap<string, PresenceStatus> = new Map();
  /** Nobody was seen while nothing served; those who were there get their time to come back. */
  const startedAt = clock.now();

  const lostAfterMs = (): number => deskSettings.current().settings.releaseAfterSeconds * 1000;
  /** @param since nobody counts as lost for what was before. */
  async function listSince(since: number): Promise<ReadonlyMap<string, PresenceStatus>> {
    const now = clock.now();
    return new Map((await presence.list()).map((row) => [row.agentId, presenceAt({ ...row, seenAt: Math.max(row.seenAt, since) }, now, lostAfterMs())]));
  }

  async function releaseAbsent(): Promise<void> {
    const [statuses, owned] = await Promise.all([listSince(startedAt), conversations.countOwned()]);
    for (const agentId of owned.keys()) {
      // Whose presence was never noted is given the same time. Who was paused since it looked may lead no more, and those it missed may be back.
      if (isLeader() && (statuses.get(agentId) ?? presenceAt({ status: 'available', seenAt: startedAt }, clock.now(), lostAfterMs())) === 'offline') await releaseAll(agentId);
    }
    for (const [agentId, status] of statuses) if (known.get(agentId) !== status) doorbell.signal({ type: 'presence', agentId });
    known = statuses;
  }

  async function setStatus(agentId: string, status: PresenceStatus): Promise<void> {
    await presence.set(agentId, status);
    known = new Map(known).set(agentId, status);
    doorbell.signal({ type: 'presence', agentId });
  }

  async function beat(): Promise<void> {
    try {
      await presence.touch(sockets.agents());
      if (isLeader()) await releaseAbsent();
    } catch (error) {
      logger.error('it could not be looked who is there', { error: String(error) });
    }
  }

  const timer = setInterval(() => { void beat(); }, BEAT_MS);
  return {
    list: () => listSince(0),
    releaseAbsent,
    connect(agentId) {
      const close = sockets.open(agentId);
      void beat();
      return close;
    },
    async ensurePresent(agentId) {
      // Asked with every claim; the store is only where this process does not know.
      if (known.get(agentId) !== undefined && known.get(agentId) !== 'offline') return;
      if ((await listSince(0)).get(agentId) !== 'away') await setStatus(agentId, 'available');
    },
    async set(agentId, status) {
      await setStatus(agentId, status);
      if (status === 'offline') await releaseAll(agentId);
    },
    stop() { clearInterval(timer); },
  };
}

/** Gives back what an agent has who is not there. */
function createReleaseAll({ conversations, applyCommand, logger }: { conversations: Pick<ConversationStore, 'list'>; applyCommand: ApplyCommand; logger: Logger }): (agentId: string) => Promise<void> {
  return async function releaseAll(agentId) {
    const theirs = (await conversations.list({ view: 'mine', agentId }, BATCH)).filter(({ snoozedUntil }) => snoozedUntil === null);
    if (theirs.length > 0) logger.info('conversations go back: their agent is offline', { agentId, conversations: theirs.length });
    for (const { id } of theirs) await applyCommand(id, { type: 'release-absent', agentId }).catch(ignoreRefusal);
  };
}

/** Open sockets of each agent in this process. */
function createSocketCounts(): { open(agentId: string): () => void; agents(): string[] } {
  const counts = new Map<string, number>();
  return {
    open(agentId) {
      counts.set(agentId, (counts.get(agentId) ?? 0) + 1);
      return () => {
        const left = (counts.get(agentId) ?? 1) - 1;
        if (left > 0) counts.set(agentId, left);
        else counts.delete(agentId);
      };
    },
    agents: () => [...counts.keys()],
  };
}
