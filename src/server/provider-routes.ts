import type { Request, Response } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { SIGN_IN_RATES } from '../domain/admission.ts';
import { STANDARD_CAPACITY, type Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import type { Redact } from '../domain/secrets.ts';
import type { AgentStore, AttemptStore, Clock, FactorStore } from '../ports.ts';
import { namedActor, unknownActor, type NoteSignIn } from './authentication/note-sign-in.ts';
import { hashPassword } from './authentication/password.ts';
import { beginningSchema, type Provider, type Vouched } from './authentication/provider.ts';
import type { SecondFactors } from './authentication/second-factors.ts';
import type { SignIn } from './authentication/sign-in.ts';
import { hashToken, randomToken } from './authentication/tokens.ts';
import type { Cookies } from './http/cookies.ts';
import type { MountRoute } from './http/mount-route.ts';
import type { Enter, ReadVisit } from './session-routes.ts';

/** From leaving for the provider to coming back. */
const AWAY_MS = 15 * 60_000;

interface ProviderParts {
  readonly provider: Provider | undefined;
  readonly signIn: SignIn;
  readonly factors: Pick<SecondFactors, 'describe'>;
  readonly factorStore: Pick<FactorStore, 'begin' | 'findCeremony' | 'end'>;
  readonly attempts: Pick<AttemptStore, 'take'>;
  readonly agents: Pick<AgentStore, 'findByEmail' | 'create'>;
  readonly note: NoteSignIn;
  readonly enter: Enter;
  readonly readVisit: ReadVisit;
  readonly cookies: Cookies;
  readonly redact: Redact;
  readonly clock: Clock;
}

/** Signing in through the exchange's own sign-in, where one is configured. */
export function mountProviderRoutes(mount: MountRoute, parts: ProviderParts): void {
  const { provider, signIn, factors, factorStore, attempts, agents, note, enter, readVisit, cookies, clock } = parts;
  const hire = createHire(parts);

  mount('getSignInWays', async (_input, { request }) => {
    const claimant = await signIn.claim(cookies.readStep(request) ?? '');
    const described = claimant && await factors.describe(claimant.agent.id);
    return {
      provider: provider?.name ?? null,
      step: !described ? null : claimant.stage === 'enrol' ? { state: 'enrol', passkeys: described.passkeys } : { state: 'second-factor', methods: [...new Set(described.factors.map(({ kind }) => kind))] },
    };
  });

  mount('startProvider', async (_input, { request, response }) => {
    try {
      if (!provider) throw new AppError('not-found', 'no provider is configured');
      // Each leaves a row behind for a while: nobody fills the table by leaving again and again.
      if (await attempts.take([{ key: `away ${readVisit(request).address ?? 'unknown'}`, rate: SIGN_IN_RATES.place }]) > 0) throw new AppError('too-many-requests', 'too many attempts to sign in');
      const { url, beginning } = await provider.begin();
      const token = randomToken();
      await factorStore.begin({ id: hashToken(token), agentId: null, expiresAt: clock.now() + AWAY_MS, data: JSON.stringify(beginning) });
      response.cookie(...cookies.away(token)).redirect(303, url);
    } catch (error) {
      backToDesk(error, response);
    }
  });

  mount('finishProvider', async (_input, { request, response }) => {
    try {
      await enter(await comeBack(request), response);
      response.cookie(...cookies.away(undefined)).redirect(303, '/desk');
    } catch (error) {
      backToDesk(error, response);
    }
  });

  async function comeBack(request: Request) {
    const visit = readVisit(request);
    const id = hashToken(cookies.readAway(request) ?? '');
    const begun = await factorStore.findCeremony(id);
    const beginning = beginningSchema.safeParse(begun && JSON.parse(begun.data));
    if (!provider || begun?.agentId !== null || !beginning.success || !await factorStore.end(id)) throw new AppError('unauthenticated', 'this sign-in took too long, or was begun elsewhere; begin again');
    const vouched = await provider.finish(new URL(request.originalUrl, 'http://desk').search, beginning.data).catch(async (error: unknown) => {
      await note('agent.sign-in-failed', unknownActor(''), visit, { reason: 'provider' });
      throw error;
    });
    const agent = (await agents.findByEmail(vouched.email))?.agent ?? await hire(vouched);
    if (!agent?.active) {
      await note('agent.sign-in-failed', agent ? namedActor(agent) : unknownActor(vouched.email), visit, { reason: 'no account' });
      throw new AppError('forbidden', 'there is no account here for this e-mail address');
    }
    return signIn.enter(agent, visit, vouched.strong ? 'provider' : null);
  }
}

/** An account for somebody whom the provider gives a role; nobody knows its password. */
function createHire({ provider, agents, note, redact, clock }: Pick<ProviderParts, 'provider' | 'agents' | 'note' | 'redact' | 'clock'>): (vouched: Vouched) => Promise<Agent | undefined> {
  return async ({ email, name, role }) => {
    if (role === undefined) return undefined;
    const agent: Agent = { id: uuidv7(), email, name: redact(name).text, role, teams: [], locales: ['en'], level: 1, capacity: STANDARD_CAPACITY, active: true, createdAt: clock.now() };
    await agents.create(agent, await hashPassword(randomToken()));
    await note('agent.created', { kind: 'system', id: null, name: provider?.name ?? '' }, { address: null, device: '' }, { role, agent: agent.id });
    return agent;
  };
}

/** The browser is on its way between two houses: an answer in JSON would be all that somebody sees. */
function backToDesk(error: unknown, response: Response): void {
  if (!(error instanceof AppError)) throw error;
  response.redirect(303, `/desk?problem=${error.code}`);
}
