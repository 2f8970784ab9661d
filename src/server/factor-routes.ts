import type { Request, Response } from 'express';
import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import { needsSecondFactor } from '../domain/roles.ts';
import type { AgentStore, SecondProof } from '../ports.ts';
import type { AgentSessions, SessionPolicy } from './authentication/agent-sessions.ts';
import type { Identified } from './authentication/identify-claimant.ts';
import type { Claimant } from './authentication/factor-ceremonies.ts';
import { namedActor, type NoteSignIn } from './authentication/note-sign-in.ts';
import type { SecondFactors } from './authentication/second-factors.ts';
import type { SignIn } from './authentication/sign-in.ts';
import { viewAgent } from './desk-views.ts';
import type { Cookies } from './http/cookies.ts';
import type { MountRoute } from './http/mount-route.ts';
import type { Enter, ReadVisit } from './session-routes.ts';

interface FactorParts {
  readonly factors: SecondFactors;
  readonly signIn: SignIn;
  readonly sessions: AgentSessions;
  readonly agents: Pick<AgentStore, 'get'>;
  readonly note: NoteSignIn;
  readonly enter: Enter;
  readonly readVisit: ReadVisit;
  readonly cookies: Cookies;
  readonly policy: SessionPolicy;
  readonly assist: boolean;
}

/** Second factors: on the way in, and one's own. */
export function mountFactorRoutes(mount: MountRoute, parts: FactorParts): void {
  mountClaimantRoutes(mount, parts);
  mountOwnFactorRoutes(mount, parts);
}

/** For whoever gave the right password. */
function mountClaimantRoutes(mount: MountRoute, { factors, signIn, sessions, note, enter, readVisit, assist }: FactorParts): void {
  /** The end of a sign-in, or somebody who is signed in said again who they are. */
  async function proved(claimant: Identified, proof: SecondProof, request: Request, response: Response) {
    if (claimant.session === null) return enter(await signIn.finish(claimant.step, claimant, readVisit(request), proof), response);
    await sessions.prove(claimant.session, proof);
    return { state: 'signed-in' as const, agent: viewAgent(claimant.agent), assist };
  }

  async function answer(claimant: Identified, request: Request, check: () => Promise<SecondProof>): Promise<SecondProof> {
    try {
      return await check();
    } catch (error) {
      if (error instanceof AppError && (error.code === 'wrong-code' || error.code === 'too-many-requests')) {
        await note('factor.failed', namedActor(claimant.agent), readVisit(request), { reason: error.code });
      }
      throw error;
    }
  }

  mount('answerCode', async ({ claimant, body }, { request, response }) => {
    const { address } = readVisit(request);
    return proved(claimant, await answer(claimant, request, () => factors.answerCode(claimant, body.code, address)), request, response);
  });
  mount('startPasskeyAnswer', async ({ claimant }) => ({ options: { ...await factors.startAnswer(claimant) } }));
  mount('answerPasskey', async ({ claimant, body }, { request, response }) => {
    const { address } = readVisit(request);
    return proved(claimant, await answer(claimant, request, () => factors.answerPasskey(claimant, body.response, address)), request, response);
  });

  /** Where it was the end of a sign-in, the session comes with it. */
  async function added(claimant: Identified, kind: SecondProof, recoveryCodes: readonly string[] | null, request: Request, response: Response) {
    const entered = await proved(claimant, kind, request, response);
    return { recoveryCodes: recoveryCodes && [...recoveryCodes], entered: claimant.session === null ? entered : null };
  }

  mount('startTotp', ({ claimant }) => factors.startTotp(claimant));
  mount('addTotp', async ({ claimant, body }, { request, response, note: say }) => {
    const codes = await factors.addTotp(claimant, body);
    say({ subject: claimant.agent.id, details: { kind: 'totp', name: body.name } });
    return added(claimant, 'totp', codes, request, response);
  });
  mount('startPasskey', async ({ claimant }) => ({ options: { ...await factors.startPasskey(claimant) } }));
  mount('addPasskey', async ({ claimant, body }, { request, response, note: say }) => {
    const codes = await factors.addPasskey(claimant, body);
    say({ subject: claimant.agent.id, details: { kind: 'passkey', name: body.name } });
    return added(claimant, 'passkey', codes, request, response);
  });
}

/** For who is signed in. */
function mountOwnFactorRoutes(mount: MountRoute, { factors, signIn, sessions, agents, readVisit, cookies, policy }: FactorParts): void {
  const isRequired = ({ role }: Agent): boolean => policy.secondFactor === 'required' && needsSecondFactor(role);

  mount('confirmPassword', async ({ agent, body }, { request }) => {
    const holder = await requireHolder(request);
    if ((await factors.describe(agent.id)).factors.length > 0) throw new AppError('conflict', 'answer with a second factor');
    await signIn.checkCredentials({ email: agent.email, password: body.password }, readVisit(request), cookies.readDevice(request));
    await sessions.prove(holder.session, null);
    return {};
  });

  mount('listFactors', async ({ agent }, { request }) => {
    const [described, { fresh }] = await Promise.all([factors.describe(agent.id), requireHolder(request)]);
    return { ...described, factors: described.factors.map(({ id, kind, name, addedAt, usedAt }) => ({ id, kind, name, addedAt, usedAt })), required: isRequired(agent), fresh };
  });
  mount('removeFactor', async ({ agent, params }, { request }) => {
    const holder = await requireHolder(request);
    await factors.remove(asClaimant(holder), params.factorId, isRequired(agent));
    await sessions.revokeOthers(agent.id, holder.session.id);
    return {};
  });
  mount('renewRecoveryCodes', async ({ agent }, { request, note }) => {
    note({ subject: agent.id, details: { kind: 'recovery' } });
    return { recoveryCodes: [...await factors.renewRecovery(asClaimant(await requireHolder(request)))] };
  });
  mount('resetPersonFactors', async ({ agent, params }) => {
    if (agent.id === params.agentId) throw new AppError('forbidden', 'nobody does this for themselves; remove a factor instead', { field: 'agentId' });
    if (!await agents.get(params.agentId)) throw new AppError('not-found', `there is no agent ${params.agentId}`);
    const removed = await factors.reset(params.agentId);
    await sessions.revokeOthers(params.agentId, null);
    return { removed };
  });

  async function requireHolder(request: Request) {
    const holder = await sessions.hold(cookies.readSession(request) ?? '');
    if (!holder) throw new AppError('unauthenticated', 'sign in at /desk first');
    return holder;
  }
}

function asClaimant({ agent, session, fresh }: NonNullable<Awaited<ReturnType<AgentSessions['hold']>>>): Claimant {
  return { agent, ticket: session.id, stage: 'full', fresh };
}
