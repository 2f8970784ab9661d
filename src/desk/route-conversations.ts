import { ignoreRefusal, type ApplyCommand } from '../conversation/apply-command.ts';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/errors.ts';
import type { Command } from '../domain/ownership.ts';
import { allows } from '../domain/roles.ts';
import { chooseAgent, type Candidate } from '../domain/routing.ts';
import { TEAMS, type Team } from '../domain/teams.ts';
import type { AgentStore, Clock, ConversationStore, DeskSettingsStore, Doorbell, Logger } from '../ports.ts';
import type { DeskFeed } from './desk-feed.ts';
import type { Presence } from './presence.ts';

/** What nothing rang for is looked at this often: a settled capacity, a setting that changed. */
const LOOK_EVERY_MS = 5_000;
/** So many of a queue are looked at in one go. */
const BATCH = 100;
/** How far back it is looked who knew the contact. */
const EARLIER = 5;

export interface Router {
  /** Gives out now what can be given out. */
  route(): Promise<void>;
  stop(): void;
}

/**
 * Gives waiting conversations to agents: all of teams whose assignment is automatic, and of every team
 * those that came back to somebody who knew them.
 */
export function startRouter({ conversations, agents, presence, applyCommand, deskSettings, feed, doorbell, isLeader, clock, logger }: {
  conversations: Pick<ConversationStore, 'list' | 'getMany' | 'countOwned' | 'listOfContact'>;
  agents: Pick<AgentStore, 'list'>;
  presence: Pick<Presence, 'list'>;
  applyCommand: ApplyCommand;
  deskSettings: Pick<DeskSettingsStore, 'current'>;
  feed: Pick<DeskFeed, 'onChange'>;
  doorbell: Pick<Doorbell, 'onSignal'>;
  /** Whether this process looks after what only one of several should. */
  isLeader: () => boolean;
  clock: Clock;
  logger: Logger;
}): Router {
  const lastGivenAt = new Map<string, number>();
  const route = oneAtATime(() => giveOut().catch((error: unknown) => { logger.error('routing failed', { error: String(error) }); }));

  /** Came back to somebody who knew them, and wait. */
  const cameBack = new Set<string>();

  async function giveOut(): Promise<void> {
    if (!isLeader()) return;
    const automatic = automaticTeams();
    if (automatic.length === 0 && cameBack.size === 0) return;
    const candidates = await listCandidates({ agents, presence, conversations }, lastGivenAt);
    for (const conversation of await conversations.getMany([...cameBack])) {
      const { id, lastAgent } = conversation;
      if (!conversation.cameBack) cameBack.delete(id);
      else await give(conversation, candidates, ({ id: agentId }) => agentId === lastAgent?.agentId);
    }
    for (const team of automatic) {
      for (const conversation of await conversations.list({ view: 'queue', teams: [team] }, BATCH)) await give(conversation, candidates, ({ id }) => id !== conversation.releasedBy);
    }
  }

  /** @param candidates their loads are kept as they are given more. */
  async function give(conversation: Conversation, candidates: Map<string, Candidate>, isMeant: (candidate: Candidate) => boolean): Promise<void> {
    const among = [...candidates.values()].filter(isMeant);
    // Who knew the contact is asked only where somebody can take it at all.
    if (!isLeader() || !chooseAgent(conversation, among, [])) return;
    const chosen = chooseAgent(conversation, among, await whoKnew(conversations, conversation));
    if (!chosen) return;
    await applyCommand(conversation.id, () => routeTo(chosen, isLeader())).then(() => {
      lastGivenAt.set(chosen.id, clock.now());
      candidates.set(chosen.id, { ...chosen, load: chosen.load + 1, lastGivenAt: clock.now() });
    }, ignoreRefusal);
  }

  function automaticTeams(): readonly Team[] {
    const { teams } = deskSettings.current().settings;
    return TEAMS.filter((team) => teams[team].assignment === 'automatic');
  }

  const stopFeed = feed.onChange((changed) => {
    if (!isLeader()) return;
    for (const one of changed) if (one.cameBack) cameBack.add(one.id);
    // Somebody waits, or an agent may have room again.
    if (cameBack.size > 0 || automaticTeams().length > 0) void route();
  });
  const stopSignals = doorbell.onSignal(({ type }) => { if (type === 'presence' || type === 'configuration') void route(); });
  const timer = setInterval(() => { void route(); }, LOOK_EVERY_MS);
  return {
    route,
    stop() {
      clearInterval(timer);
      stopFeed();
      stopSignals();
    },
  };
}

/** A slow look may end when another process leads already, which knows nothing of what is given here. */
function routeTo({ id, name }: Candidate, leads: boolean): Command {
  if (!leads) throw new AppError('conflict', 'another process gives out now');
  return { type: 'route', to: { agentId: id, name } };
}

/** Everybody who handles conversations, as routing sees them, by id. */
async function listCandidates({ agents, presence, conversations }: {
  agents: Pick<AgentStore, 'list'>; presence: Pick<Presence, 'list'>; conversations: Pick<ConversationStore, 'countOwned'>;
}, lastGivenAt: ReadonlyMap<string, number>): Promise<Map<string, Candidate>> {
  const [all, statuses, owned] = await Promise.all([agents.list(), presence.list(), conversations.countOwned()]);
  return new Map(all.filter(({ active, role }) => active && allows(role, 'conversations.handle')).map((agent) => [agent.id, {
    ...agent, status: statuses.get(agent.id) ?? 'offline', load: owned.get(agent.id) ?? 0, lastGivenAt: lastGivenAt.get(agent.id) ?? 0,
  }]));
}

/** Ids of the agents who had the contact's conversations, the latest first. */
async function whoKnew(conversations: Pick<ConversationStore, 'listOfContact'>, { contactId, lastAgent }: Conversation): Promise<string[]> {
  const earlier = await conversations.listOfContact(contactId, EARLIER);
  return [...new Set([lastAgent, ...earlier.map((one) => one.lastAgent)].flatMap((agent) => (agent ? [agent.agentId] : [])))];
}

/** Runs the work once at a time; asked for while it runs, it runs once more. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  return () => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await work();
      }
      running = undefined;
    })();
    return running;
  };
}
