import { v7 as uuidv7 } from 'uuid';
import type { Agent } from '../domain/agent.ts';
import { changeAgent, type AgentChange } from '../domain/change-agent.ts';
import { AppError } from '../domain/errors.ts';
import type { PresenceStatus } from '../domain/presence.ts';
import { allows } from '../domain/roles.ts';
import type { Redact } from '../domain/secrets.ts';
import type { AgentStore, Clock, ConversationStore, Doorbell } from '../ports.ts';
import type { Presence } from './presence.ts';

/** An agent with what they are doing now. */
export interface Person {
  readonly agent: Agent;
  readonly status: PresenceStatus;
  /** Conversations that they have, without those put aside. */
  readonly load: number;
}

export interface People {
  list(): Promise<Person[]>;
  /** Rejects with AppError `conflict` where the e-mail is taken. */
  create(form: Omit<Agent, 'id' | 'active' | 'createdAt'>, password: string): Promise<Person>;
  /** Who leaves, or handles conversations no more, gives back at once what they had. Rejects with AppError `not-found`, `forbidden` or `conflict`. */
  change(by: Agent, agentId: string, change: AgentChange): Promise<Person>;
  /** Whoever is signed in as them is signed out. */
  setPassword(agentId: string, password: string): Promise<void>;
}

/** The people of the desk: who they are, what they can do, and whether they work here still. */
export function createPeople({ agents, presence, conversations, doorbell, hashPassword, redact, clock }: {
  agents: Pick<AgentStore, 'list' | 'get' | 'create' | 'update' | 'setPassword'>;
  presence: Pick<Presence, 'list' | 'set'>;
  conversations: Pick<ConversationStore, 'countOwned'>;
  doorbell: Pick<Doorbell, 'signal'>;
  hashPassword: (password: string) => Promise<string>;
  redact: Redact;
  clock: Clock;
}): People {
  async function describe(all: readonly Agent[]): Promise<Person[]> {
    const [statuses, loads] = await Promise.all([presence.list(), conversations.countOwned()]);
    return all.map((agent) => ({ agent, status: statuses.get(agent.id) ?? 'offline', load: loads.get(agent.id) ?? 0 }));
  }

  async function tell(agent: Agent): Promise<Person> {
    doorbell.signal({ type: 'configuration' });
    const [person] = await describe([agent]);
    return person ?? { agent, status: 'offline', load: 0 };
  }

  return {
    list: async () => describe(await agents.list()),

    async create(form, password) {
      refuseSecret(form, redact);
      const agent: Agent = { ...form, id: uuidv7(), active: true, createdAt: clock.now() };
      await agents.create(agent, await hashPassword(password));
      return tell(agent);
    },

    async change(by, agentId, change) {
      refuseSecret(change, redact);
      const before = await agents.get(agentId);
      if (!before) throw new AppError('not-found', `there is no agent ${agentId}`);
      const after = changeAgent(by, before, change);
      if ('refused' in after) throw refusal(by, after);
      await agents.update(after);
      if (worksHere(before) && !worksHere(after)) await presence.set(agentId, 'offline');
      return tell(after);
    },

    async setPassword(agentId, password) {
      await agents.setPassword(agentId, await hashPassword(password));
      doorbell.signal({ type: 'configuration' });
    },
  };
}

function worksHere({ active, role }: Agent): boolean {
  return active && allows(role, 'conversations.handle');
}

function refusal(by: Agent, { refused, field }: { refused: 'role' | 'oneself'; field: string }): AppError {
  return new AppError('forbidden', refused === 'oneself' ? `${field}: nobody changes this of themselves` : `${field}: the role ${by.role} may not change this`, { field });
}

/** Names are shown to contacts and kept in logs. */
function refuseSecret({ name }: { readonly name?: string | undefined }, redact: Redact): void {
  if (name !== undefined && redact(name).text !== name) throw new AppError('invalid-input', 'name: expected a name, not a secret', { field: 'name' });
}
