import * as oidc from 'openid-client';
import * as z from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';

/** A house that vouches for its people: OpenID Connect Core 1.0, as the operator configured it. */
export interface ProviderSettings {
  /** Where `/.well-known/openid-configuration` is found. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says: the name of the house. */
  readonly name: string;
  /** Values of `amr` or `acr` that stand for a second factor; with none of them, Vigil asks for its own. */
  readonly strong: readonly string[];
  /** Makes accounts for those who have none, with the role that a value of this claim stands for; the first that matches is it. */
  readonly roles?: { readonly claim: string; readonly byValue: readonly (readonly [value: string, role: Role])[] };
}

/** What was begun with the provider and is finished with it. */
export const beginningSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
export type Beginning = z.infer<typeof beginningSchema>;

/** Whom the provider vouches for. */
export interface Vouched {
  /** Verified by the provider. */
  readonly email: string;
  readonly name: string;
  /** A second factor was asked for there. */
  readonly strong: boolean;
  /** For an account that is made now; undefined where none is to be made. */
  readonly role: Role | undefined;
}

export interface Provider {
  readonly name: string;
  /** Where the browser goes. Rejects with AppError `unavailable` where the provider cannot be reached. */
  begin(): Promise<{ readonly url: string; readonly beginning: Beginning }>;
  /** @param search the query of the address that the provider sent the browser back to. Rejects with AppError `wrong-credentials`. */
  finish(search: string, beginning: Beginning): Promise<Vouched>;
}

export const CALLBACK_PATH = '/api/desk/provider/callback';

/** The code flow with PKCE (RFC 7636), state and nonce; the signature of the ID token is verified although it comes over TLS. */
export function createProvider(settings: ProviderSettings, publicUrl: string): Provider {
  const redirectUri = `${publicUrl}${CALLBACK_PATH}`;
  let discovered: Promise<oidc.Configuration> | undefined;

  function discover(): Promise<oidc.Configuration> {
    discovered ??= oidc.discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
      execute: [oidc.enableNonRepudiationChecks, ...(settings.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [])],
    }).catch((cause: unknown) => {
      discovered = undefined;
      throw new AppError('unavailable', 'the sign-in of your organisation cannot be reached', { cause });
    });
    return discovered;
  }

  return {
    name: settings.name,

    async begin() {
      const configuration = await discover();
      const beginning = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri, scope: 'openid email profile', state: beginning.state, nonce: beginning.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(beginning.verifier), code_challenge_method: 'S256',
      });
      return { url: url.href, beginning };
    },

    async finish(search, { state, nonce, verifier }) {
      const configuration = await discover();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(redirectUri + search), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
        return readClaims(tokens.claims() ?? {}, settings);
      } catch (cause) {
        throw new AppError('wrong-credentials', 'your organisation did not let you in', { cause });
      }
    },
  };
}

function readClaims(given: object, { strong, roles }: ProviderSettings): Vouched {
  const claims = z.looseObject({
    email: z.email().max(200), email_verified: z.literal(true), name: z.string().trim().min(1).max(100).optional().catch(undefined),
    amr: z.array(z.string()).optional(), acr: z.string().optional(),
  }).parse(given);
  const said = [...claims.amr ?? [], claims.acr];
  const values: unknown[] = roles ? [claims[roles.claim]].flat() : [];
  return {
    email: claims.email, name: claims.name ?? claims.email.split('@')[0] ?? claims.email,
    strong: strong.some((value) => said.includes(value)),
    role: roles?.byValue.find(([value]) => values.includes(value))?.[1],
  };
}
