import type { IncomingMessage } from 'node:http';

/** True where a request comes from our own pages, or from no browser at all. */
export type IsOwnOrigin = (request: Pick<IncomingMessage, 'headers'>) => boolean;

/**
 * A browser sends `Origin` with every unsafe request and every socket; one from another site may not
 * use an agent's cookie.
 * @param publicUrl how people reach the desk; behind a proxy the `Host` header may be another.
 */
export function createIsOwnOrigin(publicUrl: string): IsOwnOrigin {
  const own = new URL(publicUrl).origin;
  return ({ headers }) => {
    const { origin, host } = headers;
    if (origin === undefined) return headers['sec-fetch-site'] === undefined;
    return origin === own || (URL.canParse(origin) && new URL(origin).host === host);
  };
}
