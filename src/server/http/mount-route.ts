import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Agent } from '../../domain/agent.ts';
import type { AuditActor, NewAuditEntry } from '../../domain/audit.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/roles.ts';
import { MAX_FRAME_BYTES } from '../../protocol/contact.ts';
import { ROUTES, type Route, type RouteInput, type RouteName, type RouteOutput } from '../../protocol/http.ts';
import type { AuditStore } from '../../ports.ts';
import { parseInput } from '../../protocol/parse.ts';
import type { AgentSessions } from '../authentication/agent-sessions.ts';
import type { ContactTokens } from '../authentication/contact-token.ts';
import type { Identified, IdentifyClaimant } from '../authentication/identify-claimant.ts';
import type { Cookies } from './cookies.ts';
import type { IsOwnOrigin } from './own-origin.ts';
import { createReadBytes } from './read-bytes.ts';

/** Who is calling, as far as the route asks for it. */
type Caller<N extends RouteName> = (typeof ROUTES)[N]['access'] extends 'public' ? object
  : (typeof ROUTES)[N]['access'] extends 'contact' ? { contactId: string }
    : (typeof ROUTES)[N]['access'] extends 'contact-or-agent' ? { contactId: string } | { agent: Agent }
      : (typeof ROUTES)[N]['access'] extends 'claimant' ? { agent: Agent; claimant: Identified }
        : { agent: Agent };

export type Handler<N extends RouteName> = (
  input: RouteInput<N> & Caller<N>, exchange: { request: Request; response: Response; note: Note },
) => Promise<RouteOutput<N>> | RouteOutput<N>;

/** Rejects who may not come in now, before the body is read. */
export type Admit<N extends RouteName> = (caller: Caller<N>, request: Request) => void;

/**
 * Says more of what is written into the audit log; what it says takes the place of what the route would say.
 * `'nothing-done'` where the answer is that it was not done, and nothing is written.
 */
export type Note = (more: Partial<Pick<NewAuditEntry, 'subject' | 'details'>> | 'nothing-done') => void;

export type MountRoute = <N extends RouteName>(name: N, handler: Handler<N>, admit?: Admit<N>) => void;

/** Mounts routes of the table: who may call, what the input must be, and JSON out. */
export function createMountRoute(router: Router, { tokens, sessions, identifyClaimant, cookies, isOwnOrigin, audit }: {
  tokens: ContactTokens;
  sessions: Pick<AgentSessions, 'find'>;
  identifyClaimant: IdentifyClaimant;
  cookies: Cookies;
  isOwnOrigin: IsOwnOrigin;
  audit: Pick<AuditStore, 'append'>;
}): MountRoute {
  const readBytes = createReadBytes();
  return function mountRoute<N extends RouteName>(name: N, handler: Handler<N>, admit?: Admit<N>): void {
    const route: Route = ROUTES[name];
    const serve: RequestHandler = async (request, response) => {
      const caller = await identify(route, request);
      admit?.(caller as Caller<N>, request);
      const input = {
        params: route.params && parseInput(route.params, request.params),
        query: route.query && parseInput(route.query, request.query),
        headers: route.headers && parseInput(route.headers, request.headers),
        body: route.bytes === undefined ? route.body && parseInput(route.body, request.body) : await readBytes(request, route.bytes),
      };
      let noted: Exclude<Parameters<Note>[0], string> | null = {};
      const output = await handler({ ...input, ...caller } as RouteInput<N> & Caller<N>, { request, response, note: (more) => { noted = more === 'nothing-done' ? null : { ...noted, ...more }; } });
      if (route.audit && noted) await audit.append({ action: route.audit, actor: actorOf(caller), subject: subjectOf(input.params), details: fieldsOf(input.body), ...noted });
      if (route.response) response.json(output);
    };
    if (route.body) router[route.method](route.path, express.json({ limit: route.limit ?? MAX_FRAME_BYTES }), serve);
    else router[route.method](route.path, serve);
  };

  async function identify(route: Route, request: Request): Promise<object> {
    if (route.method !== 'get' && usesCookies(route) && !isOwnOrigin(request)) throw new AppError('forbidden', 'this request comes from another site');
    if (route.access === 'public') return {};
    const hasToken = request.get('authorization') !== undefined;
    if (route.access === 'contact' || (route.access === 'contact-or-agent' && hasToken)) return { contactId: requireContact(request) };
    const token = cookies.readSession(request);
    if (route.access === 'claimant') {
      const claimant = await identifyClaimant(cookies.readStep(request), token);
      if (!claimant) throw new AppError('unauthenticated', 'sign in at /desk first');
      return { agent: claimant.agent, claimant };
    }
    const agent = token === undefined ? undefined : await sessions.find(token, route.polled ? undefined : 'seen');
    if (!agent) throw new AppError('unauthenticated', 'sign in at /desk first');
    if (route.access !== 'agent' && route.access !== 'contact-or-agent' && !allows(agent.role, route.access)) {
      throw new AppError('forbidden', `the role ${agent.role} does not have the permission ${route.access}`);
    }
    return { agent };
  }

  function requireContact(request: Request): string {
    const [, token] = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '') ?? [];
    const contactId = token === undefined ? undefined : tokens.verify(token);
    if (contactId === undefined) {
      throw new AppError('unauthenticated', 'expected the header "Authorization: Bearer <token>" with a token from POST /api/contact/session');
    }
    return contactId;
  }
}

function actorOf(caller: object): AuditActor {
  const { agent } = caller as { agent?: Agent };
  return agent ? { kind: 'agent', id: agent.id, name: agent.name } : { kind: 'unknown', id: null, name: '' };
}

function subjectOf(params: unknown): string | null {
  const [first] = Object.values(params ?? {}) as unknown[];
  return typeof first === 'string' ? first : null;
}

/** Names only: values may be what nobody should keep. */
function fieldsOf(body: unknown): NewAuditEntry['details'] {
  return body instanceof Uint8Array || typeof body !== 'object' || body === null ? {} : { fields: Object.keys(body).sort().join(', ') };
}

/** Contacts carry a token in a header, which no other site can make a browser send. */
function usesCookies({ path }: Route): boolean {
  return path.startsWith('/api/desk/') || path.startsWith('/api/editor/');
}
