import { v7 as uuidv7 } from 'uuid';
import { STANDARD_CAPACITY, type Agent } from '../../domain/agent.ts';
import { AppError } from '../../domain/errors.ts';
import { LOCALE_TAGS } from '../../domain/locales.ts';
import { needsSecondFactor } from '../../domain/roles.ts';
import { TEAMS } from '../../domain/teams.ts';
import type { AgentStore, Clock, FactorStore, SecondProof, Visit } from '../../ports.ts';
import type { AgentSessions, SessionPolicy } from './agent-sessions.ts';
import type { CheckCredentials } from './check-credentials.ts';
import type { Claimant } from './factor-ceremonies.ts';
import { namedActor, type NoteSignIn } from './note-sign-in.ts';
import { hashPassword } from './password.ts';
import { hashToken, randomToken } from './tokens.ts';

/** How far a sign-in came. Only `signed-in` is a session; with the others nothing can be done but to go on. */
export type Entered =
  | { readonly state: 'signed-in'; readonly agent: Agent; readonly token: string }
  | { readonly state: 'second-factor' | 'enrol'; readonly agent: Agent; readonly step: string };

export interface SignIn {
  /** Makes the invitation for the first administrator while there is no agent; undefined once there is one. */
  invite(): Promise<string | undefined>;
  /** Rejects with AppError `already-set-up`. */
  setUp(form: { invitation: string; email: string; name: string; password: string }, visit: Visit): Promise<Entered>;
  /**
   * Goes on from where somebody is known: by the password, with `proof` null, or by what another house vouches for.
   * A second factor that they have is asked for, and one that their role needs is to be added.
   */
  enter(agent: Agent, visit: Visit, proof: SecondProof | null): Promise<Entered>;
  /** Rejects as `CheckCredentials` does. */
  signIn: (...credentials: Parameters<CheckCredentials>) => Promise<Entered>;
  checkCredentials: CheckCredentials;
  /** Who gave the right password; undefined where that is too long ago. */
  claim(step: string): Promise<Claimant | undefined>;
  /** The second factor was right, or is there now. Rejects with AppError `unauthenticated` where that was too late. */
  finish(step: string, claimant: Claimant, visit: Visit, proof: SecondProof): Promise<Entered>;
}

/** From the password to the second factor. */
const STEP_MS = 10 * 60_000;

export function createSignIn({ agents, factors, sessions, checkCredentials, note, policy, clock }: {
  agents: Pick<AgentStore, 'count' | 'get' | 'setInvitation' | 'createFirst'>;
  factors: Pick<FactorStore, 'list' | 'begin' | 'findCeremony' | 'end'>;
  sessions: Pick<AgentSessions, 'open'>;
  checkCredentials: CheckCredentials;
  note: NoteSignIn;
  policy: SessionPolicy;
  clock: Clock;
}): SignIn {
  async function open(agent: Agent, visit: Visit, proof: SecondProof | null): Promise<Entered> {
    const token = await sessions.open(agent, visit, proof);
    await note('agent.signed-in', namedActor(agent), visit, { proof });
    return { state: 'signed-in', agent, token };
  }

  async function enter(agent: Agent, visit: Visit, proof: SecondProof | null): Promise<Entered> {
    if (proof !== null) return open(agent, visit, proof);
    const has = (await factors.list(agent.id)).length > 0;
    if (!has && (policy.secondFactor === 'optional' || !needsSecondFactor(agent.role))) return open(agent, visit, null);
    const step = randomToken();
    await factors.begin({ id: hashToken(step), agentId: agent.id, expiresAt: clock.now() + STEP_MS, data: 'sign-in' });
    return { state: has ? 'second-factor' : 'enrol', agent, step };
  }

  return {
    enter, checkCredentials,

    signIn: async (form, visit, device) => enter(await checkCredentials(form, visit, device), visit, null),

    async invite() {
      if (await agents.count() > 0) return undefined;
      const invitation = randomToken();
      await agents.setInvitation(hashToken(invitation));
      return invitation;
    },

    async setUp({ invitation, email, name, password }, visit) {
      // Before the costly hash, lest anybody make the server compute for nothing.
      if (await agents.count() > 0) throw alreadySetUp();
      const agent: Agent = { id: uuidv7(), email, name, role: 'admin', teams: TEAMS, locales: LOCALE_TAGS, level: 3, capacity: STANDARD_CAPACITY, active: true, createdAt: clock.now() };
      const outcome = await agents.createFirst(agent, await hashPassword(password), hashToken(invitation));
      if (outcome === 'already-set-up') throw alreadySetUp();
      await note('agent.set-up', namedActor(agent), visit);
      return enter(agent, visit, null);
    },

    async claim(step) {
      const id = hashToken(step);
      const begun = await factors.findCeremony(id);
      const agent = begun?.data === 'sign-in' && begun.agentId !== null ? await agents.get(begun.agentId) : undefined;
      if (!agent?.active) return undefined;
      return { agent, ticket: id, stage: (await factors.list(agent.id)).length > 0 ? 'challenge' : 'enrol', fresh: true };
    },

    async finish(step, { agent }, visit, proof) {
      if (!await factors.end(hashToken(step))) throw new AppError('unauthenticated', 'this sign-in took too long, or was finished elsewhere; begin again');
      return open(agent, visit, proof);
    },
  };
}

function alreadySetUp(): AppError {
  return new AppError('already-set-up', 'this invitation was used or replaced; sign in, or read the newest link in the terminal', { field: 'invitation' });
}
