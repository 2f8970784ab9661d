import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What the next ID token says, beside what the protocol asks for; a claim may be overwritten to be wrong. */
export type Claims = Readonly<Record<string, unknown>>;

export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  claims: Claims;
  /** Signs with a key that is not published. */
  forges: boolean;
  /** Authorization requests that came, by their parameters. */
  readonly asked: URLSearchParams[];
  stop(): Promise<void>;
}

/** An OpenID provider over real HTTP that lets everybody in at once: discovery, authorization code with PKCE, signed ID tokens. */
export async function startOidcServer(): Promise<OidcServer> {
  const [key, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  const jwk = { ...await exportJWK(key.publicKey), kid: 'one', alg: 'ES256', use: 'sig' };
  const codes = new Map<string, URLSearchParams>();
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', server.issuer);
    const json = (status: number, body: object): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)); };
    if (url.pathname === '/.well-known/openid-configuration') {
      const { issuer } = server;
      json(200, { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['ES256'], code_challenge_methods_supported: ['S256'] });
    } else if (url.pathname === '/jwks') {
      json(200, { keys: [jwk] });
    } else if (url.pathname === '/authorize') {
      server.asked.push(url.searchParams);
      const code = randomUUID();
      codes.set(code, url.searchParams);
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString();
      response.writeHead(302, { location: back.href }).end();
    } else {
      let body = '';
      request.on('data', (chunk: Buffer) => { body += chunk.toString('utf8'); });
      request.on('end', () => { void token(new URLSearchParams(body)).then((answer) => { json('error' in answer ? 400 : 200, answer); }); });
    }
  });

  async function token(form: URLSearchParams): Promise<object> {
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!asked || asked.get('code_challenge') !== challenge || form.get('client_secret') !== server.clientSecret) return { error: 'invalid_grant' };
    const now = Math.floor(Date.now() / 1000);
    const idToken = await new SignJWT({ iss: server.issuer, sub: 'somebody', aud: server.clientId, iat: now, exp: now + 300, nonce: asked.get('nonce') ?? '', ...server.claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign((server.forges ? other : key).privateKey);
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken };
  }

  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); });
  const server: OidcServer = {
    issuer: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, clientId: 'vigil', clientSecret: 'secret', claims: {}, forges: false, asked: [],
    stop: () => new Promise((resolve) => { http.close(() => { resolve(); }); http.closeAllConnections(); }),
  };
  return server;
}
