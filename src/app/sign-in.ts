import { hkdfSync, randomBytes } from 'node:crypto';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import type { ReadOrigin } from '../server/admission/client-address.ts';
import { createAgentSessions, type SessionPolicy } from '../server/authentication/agent-sessions.ts';
import { createCheckCredentials } from '../server/authentication/check-credentials.ts';
import { createIdentifyClaimant } from '../server/authentication/identify-claimant.ts';
import { createKnownDevices } from '../server/authentication/known-devices.ts';
import { createNoteSignIn } from '../server/authentication/note-sign-in.ts';
import { createPasskeys } from '../server/authentication/passkeys.ts';
import { createProvider } from '../server/authentication/provider.ts';
import { createSeal } from '../server/authentication/seal.ts';
import { createSecondFactors } from '../server/authentication/second-factors.ts';
import { createSignIn } from '../server/authentication/sign-in.ts';
import { createCookies } from '../server/http/cookies.ts';
import { createEnter, createReadVisit } from '../server/session-routes.ts';
import type { AppParts, Shared } from './parts.ts';

const STANDARD_POLICY: SessionPolicy = { idleMs: 60 * 60_000, secondFactor: 'required' };

/** How agents come in: passwords, second factors, sessions. */
export async function openSignIn({ config, storage, clock, languageModel, overrides }: AppParts, { doorbell, knowledge }: Pick<Shared, 'doorbell' | 'knowledge'>, readOrigin: ReadOrigin) {
  const { agents, factors: factorStore, attempts, audit } = storage;
  const key = Buffer.from(await storage.settings.getOrSet('instance-key', randomBytes(32).toString('base64')), 'base64');
  const policy = { ...STANDARD_POLICY, ...config.sessions };
  const sessions = createAgentSessions({ agents, sessions: storage.sessions, doorbell, policy, clock });
  const devices = createKnownDevices(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'known devices', 32)));
  const note = createNoteSignIn(audit);
  const checkCredentials = createCheckCredentials({ agents, attempts, devices, note, clock });
  const signIn = createSignIn({ agents, factors: factorStore, sessions, checkCredentials, note, policy, clock });
  const factors = createSecondFactors({
    factors: factorStore, attempts, passkeys: createPasskeys(config.publicUrl), seal: createSeal(key, 'second factors'), redact: redactSecrets,
    issuer: () => `Vigil ${knowledge().base.exchange['name'] ?? ''}`.trim().replaceAll(':', ' '), clock,
  });
  const cookies = createCookies({ secure: config.publicUrl.startsWith('https:') });
  const assist = languageModel !== undefined || overrides?.agentTools !== undefined;
  return {
    provider: config.provider && createProvider(config.provider, config.publicUrl),
    sessions, signIn, factors, note, policy, cookies, devices, assist,
    identifyClaimant: createIdentifyClaimant({ signIn, sessions }),
    readVisit: createReadVisit(readOrigin),
    enter: createEnter({ factors, devices, cookies, assist }),
  };
}

export type OpenedSignIn = Awaited<ReturnType<typeof openSignIn>>;
