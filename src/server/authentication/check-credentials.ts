import { SIGN_IN_RATES, type Rate } from '../../domain/admission.ts';
import type { Agent } from '../../domain/agent.ts';
import { AppError } from '../../domain/errors.ts';
import type { AgentStore, AttemptStore, Clock, Visit } from '../../ports.ts';
import type { KnownDevices } from './known-devices.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { namedActor, unknownActor, type NoteSignIn } from './note-sign-in.ts';
import { hashToken, randomToken } from './tokens.ts';

/**
 * The agent whose e-mail and password these are. Rejects with AppError `wrong-credentials`, as slowly for an unknown
 * e-mail as for a wrong password, or `too-many-requests` where too many attempts went before, in whichever process.
 * @param device what the browser kept of who signed in with it before.
 */
export type CheckCredentials = (form: { readonly email: string; readonly password: string }, visit: Visit, device?: string) => Promise<Agent>;

/** Somebody who is shut out is noted once in this time, that nobody fills the log by knocking. */
const NOTED_MS = 15 * 60_000;

export function createCheckCredentials({ agents, attempts, devices, note, clock }: {
  agents: Pick<AgentStore, 'findByEmail'>;
  attempts: AttemptStore;
  devices: Pick<KnownDevices, 'verify'>;
  note: NoteSignIn;
  clock: Clock;
}): CheckCredentials {
  let decoyHash: Promise<string> | undefined;
  const isFirstOfItsKind = createNoteOnce(clock);

  return async function checkCredentials({ email, password }, visit, device) {
    // Before anything is computed, and counted before it is known whether it was right: many at once are many.
    const buckets = attemptsOf(email, visit.address, devices.verify(device, email));
    const waitMs = await attempts.take(buckets);
    if (waitMs > 0) {
      if (isFirstOfItsKind(`${email} ${visit.address ?? ''}`)) await note('agent.locked-out', unknownActor(email), visit);
      throw new AppError('too-many-requests', 'too many attempts to sign in', { retryAfter: Math.ceil(waitMs / 1000) });
    }
    const known = await agents.findByEmail(email);
    decoyHash ??= hashPassword(randomToken());
    const right = await verifyPassword(password, known?.passwordHash ?? await decoyHash);
    if (!known?.agent.active || !right) {
      await note('agent.sign-in-failed', known ? namedActor(known.agent) : unknownActor(email), visit);
      throw new AppError('wrong-credentials', 'e-mail or password is wrong');
    }
    await attempts.forget(buckets.map(({ key }) => key));
    return known.agent;
  };
}

/**
 * The e-mail address stands here as a hash: the table of attempts is not one of people. What many addresses
 * try together locks strangers out, and nobody who signed in with their browser before: it has a bucket of its own.
 * @param device id of a browser that this e-mail address signed in with.
 */
function attemptsOf(email: string, address: string | null, device: string | undefined): { key: string; rate: Rate }[] {
  const who = hashToken(email.toLowerCase());
  if (device !== undefined) return [{ key: `device ${device}`, rate: SIGN_IN_RATES.here }];
  return [
    { key: `here ${who} ${address ?? 'unknown'}`, rate: SIGN_IN_RATES.here },
    ...(address === null ? [] : [{ key: `place ${address}`, rate: SIGN_IN_RATES.place }]),
    { key: `everywhere ${who}`, rate: SIGN_IN_RATES.everywhere },
  ];
}

/** True for the first of a kind in a while. */
function createNoteOnce(clock: Clock): (key: string) => boolean {
  const until = new Map<string, number>();
  return (key) => {
    for (const [each, end] of until) if (end <= clock.now()) until.delete(each);
    if (until.has(key)) return false;
    until.set(key, clock.now() + NOTED_MS);
    return true;
  };
}
