import type { Agent } from '../domain/agent.ts';

export interface AgentCredentials {
  readonly agent: Agent;
  /** As the password hasher wrote it. */
  readonly passwordHash: string;
}

/** Agents, and the one-time invitation for the first administrator. */
export interface AgentStore {
  /** Rejects with AppError `conflict` where the e-mail is taken (compared without letter case). */
  create(agent: Agent, passwordHash: string): Promise<void>;
  /**
   * Creates the first administrator and uses the invitation up in one step; `'already-set-up'` where
   * the token is not the stored one or an agent exists.
   */
  createFirst(agent: Agent, passwordHash: string, invitationHash: string): Promise<'created' | 'already-set-up'>;
  setInvitation(invitationHash: string): Promise<void>;
  count(): Promise<number>;
  get(agentId: string): Promise<Agent | undefined>;
  /**
   * Rejects with AppError `not-found`, or `conflict` where the e-mail is taken (field `email`) or no active
   * administrator would be left (field `role`). Sessions of who is not active any more are closed with it.
   */
  update(agent: Agent): Promise<void>;
  /** Rejects with AppError `not-found`. All sessions of the agent are closed with it. */
  setPassword(agentId: string, passwordHash: string): Promise<void>;
  findByEmail(email: string): Promise<AgentCredentials | undefined>;
  list(): Promise<Agent[]>;
}
