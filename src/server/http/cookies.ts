import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';
import { SESSION_MS } from '../authentication/agent-sessions.ts';

const NAME = 'vigil_session';

export function readSessionToken(request: Pick<IncomingMessage, 'headers'>): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[NAME];
}

/** The session cookie; without a token, the one that removes it. */
export function sessionCookie(token: string | undefined, { secure }: { secure: boolean }): [string, string, object] {
  return [NAME, token ?? '', { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: token ? SESSION_MS : 0 }];
}
