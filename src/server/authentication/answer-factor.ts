import { CODE_RATES } from '../../domain/admission.ts';
import { AppError } from '../../domain/errors.ts';
import type { AttemptStore, Clock, Factor, FactorStore, SecondProof } from '../../ports.ts';
import type { Claimant, FactorCeremonies } from './factor-ceremonies.ts';
import { requirePasskeys, type PasskeyRecord, type Passkeys } from './passkeys.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import type { Seal } from './seal.ts';
import { findTotpStep, plainCode } from './totp.ts';

export interface AnswerFactor {
  /** A code of an app or a recovery code. Rejects with AppError `wrong-code` or `too-many-requests`. */
  answerCode(claimant: Claimant, code: string, address: string | null): Promise<SecondProof>;
  /** Rejects with AppError `not-found` where there is no passkey. */
  startAnswer(claimant: Claimant): Promise<object>;
  answerPasskey(claimant: Claimant, response: unknown, address: string | null): Promise<SecondProof>;
}

/** Answering with a factor that somebody has. */
export function createAnswerFactor({ factors, attempts, passkeys, ceremonies, seal, clock }: {
  factors: FactorStore; attempts: AttemptStore; passkeys: Passkeys | undefined; ceremonies: FactorCeremonies; seal: Seal; clock: Clock;
}): AnswerFactor {
  /** Counted before anything is compared: many at once are many. What is right is forgiven. */
  async function counted(agentId: string, address: string | null, check: () => Promise<SecondProof>): Promise<SecondProof> {
    const buckets = [{ key: `code ${agentId} ${address ?? 'unknown'}`, rate: CODE_RATES.here }, { key: `code ${agentId}`, rate: CODE_RATES.everywhere }];
    const waitMs = await attempts.take(buckets);
    if (waitMs > 0) throw new AppError('too-many-requests', 'too many wrong codes', { retryAfter: Math.ceil(waitMs / 1000) });
    const proof = await check();
    await attempts.forget(buckets.map(({ key }) => key));
    return proof;
  }

  const recordOf = (factor: Factor): PasskeyRecord => JSON.parse(seal.open(factor.sealed, factor.agentId)) as PasskeyRecord;
  const listPasskeys = async (agentId: string): Promise<Map<PasskeyRecord, Factor>> =>
    new Map((await factors.list(agentId)).filter(({ kind }) => kind === 'passkey').map((factor) => [recordOf(factor), factor]));

  async function checkCode(agentId: string, typed: string): Promise<SecondProof> {
    const code = plainCode(typed);
    if (!/^\d{6}$/.test(code)) {
      if (await factors.useRecovery(agentId, hashRecoveryCode(typed))) return 'recovery';
      throw wrongCode('code');
    }
    for (const factor of (await factors.list(agentId)).filter(({ kind }) => kind === 'totp')) {
      const step = findTotpStep(seal.open(factor.sealed, agentId), code, clock.now());
      // A code counts once (RFC 6238 §5.2): who looked over somebody's shoulder is late.
      if (step !== undefined && await factors.use(factor.id, step, clock.now())) return 'totp';
    }
    throw wrongCode('code');
  }

  return {
    answerCode: ({ agent }, typed, address) => counted(agent.id, address, () => checkCode(agent.id, typed)),

    async startAnswer(claimant) {
      const known = await listPasskeys(claimant.agent.id);
      if (known.size === 0) throw new AppError('not-found', 'there is no passkey for this account');
      const options = await requirePasskeys(passkeys).startAnswer([...known.keys()]);
      await ceremonies.begin(claimant, 'answer', options.challenge);
      return options;
    },

    answerPasskey: (claimant, response, address) => counted(claimant.agent.id, address, async () => {
      const challenge = await ceremonies.take(claimant, 'answer');
      const known = await listPasskeys(claimant.agent.id);
      const answered = await requirePasskeys(passkeys).finishAnswer(response, challenge, [...known.keys()]);
      const factor = answered && [...known].find(([{ id }]) => id === answered.id)?.[1];
      // Many passkeys count nothing and say 0 for ever; then the challenge, which is used once, is what keeps an answer from being used again.
      if (!factor || !await factors.use(factor.id, answered.counter === 0 ? null : answered.counter, clock.now())) throw wrongCode('response');
      return 'passkey';
    }),
  };
}

export function wrongCode(field: string): AppError {
  return new AppError('wrong-code', 'this is not right, was used already, or its time is over', { field });
}
