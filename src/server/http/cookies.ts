import type { IncomingMessage } from 'node:http';
import type { CookieOptions } from 'express';
import { parseCookie } from 'cookie';
import { SESSION_MS } from '../authentication/agent-sessions.ts';

type Given = Pick<IncomingMessage, 'headers'>;
/** For `response.cookie`. */
export type CookieToSet = readonly [name: string, value: string, options: CookieOptions];

/** A sign-in between password and second factor. */
const STEP_MS = 10 * 60_000;
/** Until somebody comes back from another house's sign-in. */
const AWAY_MS = 15 * 60_000;
const DEVICE_MS = 180 * 24 * 60 * 60_000;

/** The cookies of agents. Each writes what `response.cookie` takes; without a token, what removes it. */
export interface Cookies {
  readSession(request: Given): string | undefined;
  readStep(request: Given): string | undefined;
  readDevice(request: Given): string | undefined;
  readAway(request: Given): string | undefined;
  session(token: string | undefined): CookieToSet;
  step(token: string | undefined): CookieToSet;
  device(token: string): CookieToSet;
  away(token: string | undefined): CookieToSet;
}

/**
 * @param secure true where the desk is reached over https only. Their names then begin with `__Host-`, so that
 *   no other host of the exchange can set them (RFC 6265bis §4.1.3.2).
 */
export function createCookies({ secure }: { secure: boolean }): Cookies {
  const nameOf = (name: string): string => (secure ? `__Host-${name}` : name);
  const read = ({ headers }: Given, name: string): string | undefined => parseCookie(headers.cookie ?? '')[nameOf(name)];
  const write = (name: string, token: string | undefined, maxAge: number, sameSite: 'strict' | 'lax' = 'strict'): CookieToSet =>
    [nameOf(name), token ?? '', { httpOnly: true, sameSite, secure, path: '/', maxAge: token === undefined ? 0 : maxAge }];
  return {
    readSession: (request) => read(request, 'vigil_session'),
    readStep: (request) => read(request, 'vigil_sign_in'),
    readDevice: (request) => read(request, 'vigil_device'),
    readAway: (request) => read(request, 'vigil_away'),
    session: (token) => write('vigil_session', token, SESSION_MS),
    step: (token) => write('vigil_sign_in', token, STEP_MS),
    device: (token) => write('vigil_device', token, DEVICE_MS),
    // The browser comes back from another site, with which a strict cookie would not go.
    away: (token) => write('vigil_away', token, AWAY_MS, 'lax'),
  };
}
