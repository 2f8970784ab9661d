import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { SIGN_IN_RATES, type Rate } from '../../domain/admission.ts';
import { STANDARD_CAPACITY, type Agent } from '../../domain/agent.ts';
import { AppError } from '../../domain/errors.ts';
import { LOCALE_TAGS } from '../../domain/locales.ts';
import { TEAMS } from '../../domain/teams.ts';
import type { AgentStore, AttemptStore, Clock } from '../../ports.ts';
import { hashPassword, verifyPassword } from './password.ts';

/** A working day; agents sign in once a shift. */
export const SESSION_MS = 12 * 60 * 60 * 1000;

export interface SignedIn {
  readonly agent: Agent;
  /** 256 random bits for the cookie. Only its hash is stored. */
  readonly token: string;
}

export interface AgentSessions {
  /** Makes the invitation for the first administrator while there is no agent; undefined once there is one. */
  invite(): Promise<string | undefined>;
  /** Rejects with AppError `already-set-up`. */
  setUp(form: { invitation: string; email: string; name: string; password: string }): Promise<SignedIn>;
  /**
   * Rejects with AppError `wrong-credentials`, as slowly for an unknown e-mail as for a wrong password, or
   * `too-many-requests` where too many attempts went before, in whichever process.
   * @param address where it comes from; null where nobody can say.
   */
  signIn(email: string, password: string, address: string | null): Promise<SignedIn>;
  signOut(token: string): Promise<void>;
  find(token: string): Promise<Agent | undefined>;
}

export function createAgentSessions({ agents, attempts, clock }: { agents: AgentStore; attempts: AttemptStore; clock: Clock }): AgentSessions {
  let decoyHash: Promise<string> | undefined;

  async function open(agent: Agent): Promise<SignedIn> {
    const token = randomToken();
    await agents.openSession(hash(token), { agentId: agent.id, expiresAt: clock.now() + SESSION_MS });
    return { agent, token };
  }

  return {
    async invite() {
      if (await agents.count() > 0) return undefined;
      const invitation = randomToken();
      await agents.setInvitation(hash(invitation));
      return invitation;
    },

    async setUp({ invitation, email, name, password }) {
      // Before the costly hash, lest anybody make the server compute for nothing.
      if (await agents.count() > 0) throw alreadySetUp();
      const agent: Agent = { id: uuidv7(), email, name, role: 'admin', teams: TEAMS, locales: LOCALE_TAGS, level: 3, capacity: STANDARD_CAPACITY, active: true, createdAt: clock.now() };
      const outcome = await agents.createFirst(agent, await hashPassword(password), hash(invitation));
      if (outcome === 'already-set-up') throw alreadySetUp();
      return open(agent);
    },

    async signIn(email, password, address) {
      // Before anything is computed, and counted before it is known whether it was right: many at once are many.
      const buckets = attemptsOf(email, address);
      const waitMs = await attempts.take(buckets);
      if (waitMs > 0) throw new AppError('too-many-requests', 'too many attempts to sign in', { retryAfter: Math.ceil(waitMs / 1000) });
      const known = await agents.findByEmail(email);
      decoyHash ??= hashPassword(randomToken());
      const right = await verifyPassword(password, known?.passwordHash ?? await decoyHash);
      if (!known?.agent.active || !right) throw new AppError('wrong-credentials', 'e-mail or password is wrong');
      await attempts.forget(buckets.map(({ key }) => key));
      return open(known.agent);
    },

    signOut: (token) => agents.closeSession(hash(token)),

    async find(token) {
      const session = await agents.findSession(hash(token));
      if (!session || session.expiresAt <= clock.now()) return undefined;
      const agent = await agents.get(session.agentId);
      return agent?.active ? agent : undefined;
    },
  };
}

/** The e-mail address stands here as a hash: the table of attempts is not one of people. */
function attemptsOf(email: string, address: string | null): { key: string; rate: Rate }[] {
  const who = hash(email.toLowerCase());
  const from = address ?? 'unknown';
  return [
    { key: `here ${who} ${from}`, rate: SIGN_IN_RATES.here },
    ...(address === null ? [] : [{ key: `place ${address}`, rate: SIGN_IN_RATES.place }]),
    { key: `everywhere ${who}`, rate: SIGN_IN_RATES.everywhere },
  ];
}

function alreadySetUp(): AppError {
  return new AppError('already-set-up', 'this invitation was used or replaced; sign in, or read the newest link in the terminal', { field: 'invitation' });
}

function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
