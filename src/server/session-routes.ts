import type { Request, Response } from 'express';
import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import type { StoredSession, Visit } from '../ports.ts';
import type { ReadOrigin } from './admission/client-address.ts';
import type { AgentSessions } from './authentication/agent-sessions.ts';
import { describeDevice } from './authentication/describe-device.ts';
import type { KnownDevices } from './authentication/known-devices.ts';
import type { SecondFactors } from './authentication/second-factors.ts';
import type { Entered, SignIn } from './authentication/sign-in.ts';
import { hashToken } from './authentication/tokens.ts';
import { viewAgent } from './desk-views.ts';
import type { Cookies } from './http/cookies.ts';
import type { MountRoute } from './http/mount-route.ts';

export type ReadVisit = (request: Request) => Visit;

export function createReadVisit(readOrigin: ReadOrigin): ReadVisit {
  return (request) => ({ address: readOrigin(request).address, device: describeDevice(request.get('user-agent')) });
}

/** Says how far a sign-in came, in cookies and in words. */
export type Enter = (entered: Entered, response: Response) => Promise<
  | { state: 'signed-in'; agent: ReturnType<typeof viewAgent>; assist: boolean }
  | { state: 'second-factor'; methods: ('totp' | 'passkey')[] }
  | { state: 'enrol'; passkeys: boolean }>;

export function createEnter({ factors, devices, cookies, assist }: {
  factors: Pick<SecondFactors, 'describe'>;
  devices: Pick<KnownDevices, 'issue'>;
  cookies: Cookies;
  /** Whether a language model helps agents here. */
  assist: boolean;
}): Enter {
  return async (entered, response) => {
    if (entered.state === 'signed-in') {
      response.cookie(...cookies.session(entered.token)).cookie(...cookies.step(undefined)).cookie(...cookies.device(devices.issue(entered.agent.email)));
      return { state: 'signed-in', agent: viewAgent(entered.agent), assist };
    }
    response.cookie(...cookies.step(entered.step));
    const described = await factors.describe(entered.agent.id);
    if (entered.state === 'enrol') return { state: 'enrol', passkeys: described.passkeys };
    return { state: 'second-factor', methods: [...new Set(described.factors.map(({ kind }) => kind))] };
  };
}

/** Signing in and out, and the sessions that are open. */
export function mountSessionRoutes(mount: MountRoute, { signIn, sessions, enter, readVisit, cookies, assist }: {
  signIn: SignIn;
  sessions: AgentSessions;
  enter: Enter;
  readVisit: ReadVisit;
  cookies: Cookies;
  assist: boolean;
}): void {
  const sessionId = (request: Request): string => hashToken(cookies.readSession(request) ?? '');

  mount('setUp', async ({ body }, { request, response }) => enter(await signIn.setUp(body, readVisit(request)), response));
  mount('signIn', async ({ body }, { request, response }) => enter(await signIn.signIn(body, readVisit(request), cookies.readDevice(request)), response));

  mount('signOut', async ({ agent }, { request, response, note }) => {
    note({ subject: agent.id });
    await sessions.revoke(agent.id, sessionId(request));
    response.cookie(...cookies.session(undefined));
    return {};
  });

  mount('getMe', ({ agent }) => ({ agent: viewAgent(agent), assist }));

  mount('listSessions', async ({ agent }, { request }) => ({ sessions: (await sessions.list(agent.id)).map((session) => viewSession(session, sessionId(request))) }));
  mount('revokeSession', ({ agent, params }, { note }) => {
    note({ subject: agent.id });
    return revoke(agent.id, params.sessionId);
  });
  mount('revokeOtherSessions', async ({ agent }, { request, note }) => {
    note({ subject: agent.id });
    return { ended: await sessions.revokeOthers(agent.id, sessionId(request)) };
  });

  mount('listPersonSessions', async ({ params }, { request }) => ({ sessions: (await sessions.list(params.agentId)).map((session) => viewSession(session, sessionId(request))) }));
  mount('revokePersonSessions', async ({ params }) => ({ ended: await sessions.revokeOthers(params.agentId, null) }));
  mount('revokePersonSession', ({ params }) => revoke(params.agentId, params.sessionId));

  async function revoke(agentId: Agent['id'], id: string): Promise<Record<string, never>> {
    if (!await sessions.revoke(agentId, id)) throw new AppError('not-found', 'there is no such session');
    return {};
  }
}

function viewSession({ id, openedAt, seenAt, expiresAt, proof, address, device }: StoredSession, current: string) {
  return { id, openedAt, seenAt, expiresAt, proof, address, device, current: id === current };
}
