import type { IncomingMessage } from 'node:http';

/** True where a request comes from our own pages, or from no browser at all. */
export type IsOwnOrigin = (request: Pick<IncomingMessage, 'headers'>) => boolean;

/**
 * A browser sends `Origin` with every unsafe request and every socket, and `Sec-Fetch-Site` beside it where it is
 * not an old one; scripts can set neither. One from another site, or from another host of the same site, which
 * `SameSite` cookies let through, may not use an agent's cookie ([0012](../../../docs/decisions/0012-who-signs-in.md)).
 * @param publicUrl how people reach the desk; behind a proxy the `Host` header may be another.
 */
export function createIsOwnOrigin(publicUrl: string): IsOwnOrigin {
  const own = new URL(publicUrl).origin;
  return ({ headers }) => {
    const { origin, host } = headers;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') return false;
    if (origin === undefined) return site === undefined;
    return origin === own || (URL.canParse(origin) && new URL(origin).host === host);
  };
}
