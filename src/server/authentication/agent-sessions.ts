import type { Agent } from '../../domain/agent.ts';
import { needsSecondFactor } from '../../domain/roles.ts';
import type { AgentStore, Clock, Doorbell, SecondProof, SessionStore, StoredSession, Visit } from '../../ports.ts';
import { hashToken, randomToken } from './tokens.ts';

/** A working day; agents sign in once a shift. */
export const SESSION_MS = 12 * 60 * 60 * 1000;
/** When it was last used is noted at most this often. */
const SEEN_STEP_MS = 60_000;
/** For so long after password or factor was asked for, nobody is asked again before they change what they sign in with. */
const FRESH_MS = 10 * 60_000;

/** What the operator asks of sessions. */
export interface SessionPolicy {
  /** Ms after which a session that nobody did anything with is over. */
  readonly idleMs: number;
  /** Whether roles that may do much cannot do without a second factor. */
  readonly secondFactor: 'required' | 'optional';
}

/** Who is signed in, and with which session. */
export interface Holder {
  readonly agent: Agent;
  readonly session: StoredSession;
  /** Proved anew lately who they are. */
  readonly fresh: boolean;
}

export interface AgentSessions {
  /** The token for the cookie. */
  open(agent: Agent, visit: Visit, proof: SecondProof | null): Promise<string>;
  /**
   * Undefined where the session is unknown, over, was idle for too long, its agent left, or its agent's role now
   * asks for more than was proved.
   * @param use `'seen'` where somebody does something with it, as opposed to a screen that asks by itself.
   */
  find(token: string, use?: 'seen'): Promise<Agent | undefined>;
  hold(token: string): Promise<Holder | undefined>;
  /** That the holder proved who they are just now. */
  prove(session: StoredSession, proof: SecondProof | null): Promise<void>;
  /** The agent's sessions that still hold, the one that was used last first. */
  list(agentId: string): Promise<StoredSession[]>;
  /** Ends a session and closes what it has open, in every process; false where it is not one of the agent's. */
  revoke(agentId: string, sessionId: string): Promise<boolean>;
  /** Ends all of the agent's sessions but one; how many. */
  revokeOthers(agentId: string, but: string | null): Promise<number>;
}

export function createAgentSessions({ agents, sessions, doorbell, policy, clock }: {
  agents: Pick<AgentStore, 'get'>;
  sessions: SessionStore;
  doorbell: Pick<Doorbell, 'signal'>;
  policy: SessionPolicy;
  clock: Clock;
}): AgentSessions {
  const holds = ({ expiresAt, seenAt }: StoredSession): boolean => expiresAt > clock.now() && seenAt + policy.idleMs > clock.now();

  async function hold(token: string): Promise<Holder | undefined> {
    const session = await sessions.find(hashToken(token));
    if (!session || !holds(session)) return undefined;
    const agent = await agents.get(session.agentId);
    if (!agent?.active) return undefined;
    // Who was given a role that may do much signs in anew, and enrols.
    if (session.proof === null && policy.secondFactor === 'required' && needsSecondFactor(agent.role)) return undefined;
    return { agent, session, fresh: session.provedAt + FRESH_MS > clock.now() };
  }

  return {
    hold,

    async open(agent, visit, proof) {
      const token = randomToken();
      const now = clock.now();
      await sessions.open({ ...visit, id: hashToken(token), agentId: agent.id, openedAt: now, seenAt: now, provedAt: now, expiresAt: now + SESSION_MS, proof });
      return token;
    },

    async find(token, use) {
      const holder = await hold(token);
      if (holder && use === 'seen' && holder.session.seenAt + SEEN_STEP_MS <= clock.now()) await sessions.see(holder.session.id, clock.now());
      return holder?.agent;
    },

    prove: (session, proof) => sessions.prove(session.id, proof, clock.now()),

    list: async (agentId) => (await sessions.list(agentId)).filter(holds),

    async revoke(agentId, sessionId) {
      const closed = await sessions.close(agentId, sessionId);
      if (closed) doorbell.signal({ type: 'session', agentId });
      return closed;
    },

    async revokeOthers(agentId, but) {
      const closed = await sessions.closeOthers(agentId, but);
      if (closed > 0) doorbell.signal({ type: 'session', agentId });
      return closed;
    },
  };
}
