import { isIP } from 'node:net';
import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse,
  type AuthenticationResponseJSON, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Agent } from '../../domain/agent.ts';
import { AppError } from '../../domain/errors.ts';

/** What is kept of a passkey: nothing that anybody could sign in with. */
export interface PasskeyRecord {
  readonly id: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** WebAuthn level 3 as a second factor: the password names the account, the passkey proves the person. */
export interface Passkeys {
  startAdding(agent: Agent, known: readonly PasskeyRecord[]): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** Undefined where it does not hold. */
  finishAdding(response: unknown, challenge: string): Promise<PasskeyRecord | undefined>;
  startAnswer(known: readonly PasskeyRecord[]): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** The one that answered, with its counter now; undefined where it does not hold. */
  finishAnswer(response: unknown, challenge: string, known: readonly PasskeyRecord[]): Promise<PasskeyRecord | undefined>;
}

type Transports = NonNullable<NonNullable<Parameters<typeof generateAuthenticationOptions>[0]['allowCredentials']>[number]['transports']>;

/** Undefined where the desk is reached by an address without a name: browsers keep passkeys by names only. */
export function createPasskeys(publicUrl: string): Passkeys | undefined {
  const { hostname, origin } = new URL(publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined;
  const listed = (known: readonly PasskeyRecord[]) => known.map(({ id, transports }) => ({ id, transports: [...transports] as Transports }));
  return {
    startAdding: (agent, known) => generateRegistrationOptions({
      rpName: 'Vigil', rpID: hostname, userName: agent.email, userDisplayName: agent.name, userID: new TextEncoder().encode(agent.id),
      attestationType: 'none', excludeCredentials: listed(known), authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    }),

    async finishAdding(response, challenge) {
      const outcome = await tolerate(() => verifyRegistrationResponse({
        response: response as RegistrationResponseJSON, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: false,
      }));
      const credential = outcome?.verified ? outcome.registrationInfo.credential : undefined;
      return credential && { id: credential.id, publicKey: Buffer.from(credential.publicKey).toString('base64url'), counter: credential.counter, transports: credential.transports ?? [] };
    },

    startAnswer: (known) => generateAuthenticationOptions({ rpID: hostname, allowCredentials: listed(known), userVerification: 'preferred' }),

    async finishAnswer(response, challenge, known) {
      const record = known.find(({ id }) => id === (response as { id?: unknown } | null)?.id);
      if (!record) return undefined;
      const outcome = await tolerate(() => verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: false,
        credential: { id: record.id, publicKey: new Uint8Array(Buffer.from(record.publicKey, 'base64url')), counter: record.counter, transports: [...record.transports] as Transports },
      }));
      return outcome?.verified ? { ...record, counter: outcome.authenticationInfo.newCounter } : undefined;
    },
  };
}

/** The library throws at whatever is wrong with what a browser sent; to us it is one answer. */
async function tolerate<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}

export function requirePasskeys(passkeys: Passkeys | undefined): Passkeys {
  if (!passkeys) throw new AppError('unavailable', 'passkeys need PUBLIC_URL to be a name, not an address of numbers');
  return passkeys;
}
