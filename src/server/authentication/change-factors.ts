import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../../domain/errors.ts';
import type { Redact } from '../../domain/secrets.ts';
import type { Clock, Factor, FactorStore } from '../../ports.ts';
import { wrongCode } from './answer-factor.ts';
import type { Claimant, FactorCeremonies } from './factor-ceremonies.ts';
import { requirePasskeys, type PasskeyRecord, type Passkeys } from './passkeys.ts';
import { createRecoveryCodes, hashRecoveryCode } from './recovery-codes.ts';
import type { Seal } from './seal.ts';
import { createTotpSecret, findTotpStep, plainCode, totpUri } from './totp.ts';

/** All reject with AppError `proof-needed` where somebody who is signed in proved too long ago who they are, and `forbidden` where only a password was given and there is a factor. */
export interface ChangeFactors {
  /** The secret of a new app; it counts once a code of it was typed. */
  startTotp(claimant: Claimant): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Ten recovery codes with the first factor, null with others. Rejects with AppError `wrong-code`. */
  addTotp(claimant: Claimant, form: { readonly name: string; readonly code: string }): Promise<readonly string[] | null>;
  startPasskey(claimant: Claimant): Promise<object>;
  addPasskey(claimant: Claimant, form: { readonly name: string; readonly response: unknown }): Promise<readonly string[] | null>;
  /** Rejects with AppError `not-found`, or `conflict` where it is the last and one is `required`. */
  remove(claimant: Claimant, factorId: string, required: boolean): Promise<void>;
  renewRecovery(claimant: Claimant): Promise<readonly string[]>;
}

const MOST_FACTORS = 10;

/** Adding factors and taking them away. */
export function createChangeFactors({ factors, passkeys, ceremonies, seal, redact, issuer, clock }: {
  factors: FactorStore; passkeys: Passkeys | undefined; ceremonies: FactorCeremonies; seal: Seal; redact: Redact; issuer: () => string; clock: Clock;
}): ChangeFactors {
  async function mayAdd(claimant: Claimant): Promise<readonly Factor[]> {
    requireProof(claimant);
    const all = await factors.list(claimant.agent.id);
    if (all.length >= MOST_FACTORS) throw new AppError('conflict', `at most ${MOST_FACTORS} factors; remove one first`);
    return all;
  }

  async function add({ agent }: Claimant, factor: Pick<Factor, 'kind' | 'name' | 'counter'>, secret: string): Promise<readonly string[] | null> {
    const isFirst = (await factors.list(agent.id)).length === 0;
    await factors.add({ ...factor, name: redact(factor.name).text, id: uuidv7(), agentId: agent.id, addedAt: clock.now(), usedAt: null, sealed: seal.seal(secret, agent.id) });
    return isFirst ? setRecovery(factors, agent.id) : null;
  }

  return {
    async startTotp(claimant) {
      await mayAdd(claimant);
      const secret = createTotpSecret();
      await ceremonies.begin(claimant, 'totp', seal.seal(secret, claimant.agent.id));
      return { secret, uri: totpUri(secret, issuer(), claimant.agent.email) };
    },

    async addTotp(claimant, { name, code }) {
      await mayAdd(claimant);
      const begun = await ceremonies.look(claimant, 'totp');
      const step = begun === undefined ? undefined : findTotpStep(seal.open(begun, claimant.agent.id), plainCode(code), clock.now());
      // A mistyped code does not cost the secret, which is in the app already.
      if (begun !== undefined && step === undefined) throw wrongCode('code');
      const secret = seal.open(await ceremonies.take(claimant, 'totp'), claimant.agent.id);
      return add(claimant, { kind: 'totp', name, counter: step ?? 0 }, secret);
    },

    async startPasskey(claimant) {
      const all = await mayAdd(claimant);
      const known = all.filter(({ kind }) => kind === 'passkey').map(({ sealed, agentId }) => JSON.parse(seal.open(sealed, agentId)) as PasskeyRecord);
      const options = await requirePasskeys(passkeys).startAdding(claimant.agent, known);
      await ceremonies.begin(claimant, 'passkey', options.challenge);
      return options;
    },

    async addPasskey(claimant, { name, response }) {
      await mayAdd(claimant);
      const record = await requirePasskeys(passkeys).finishAdding(response, await ceremonies.take(claimant, 'passkey'));
      if (!record) throw wrongCode('response');
      return add(claimant, { kind: 'passkey', name, counter: record.counter }, JSON.stringify(record));
    },

    async remove(claimant, factorId, required) {
      requireProof(claimant);
      const all = await factors.list(claimant.agent.id);
      if (!all.some(({ id }) => id === factorId)) throw new AppError('not-found', 'there is no such factor');
      if (required && all.length === 1) throw new AppError('conflict', 'this is the last one, and this role needs one; add another first');
      await factors.remove(claimant.agent.id, factorId);
      if (all.length === 1) await factors.setRecovery(claimant.agent.id, []);
    },

    async renewRecovery(claimant) {
      requireProof(claimant);
      if ((await factors.list(claimant.agent.id)).length === 0) throw new AppError('conflict', 'there is no factor that a recovery code could stand for');
      return setRecovery(factors, claimant.agent.id);
    },
  };
}

async function setRecovery(factors: Pick<FactorStore, 'setRecovery'>, agentId: string): Promise<readonly string[]> {
  const codes = createRecoveryCodes();
  await factors.setRecovery(agentId, codes.map(hashRecoveryCode));
  return codes;
}

/** Who only knows the password may not add what would stand in for the factor that they do not have. */
function requireProof({ stage, fresh }: Claimant): void {
  if (stage === 'challenge') throw new AppError('forbidden', 'answer with the factor that you have first');
  if (stage === 'full' && !fresh) throw new AppError('proof-needed', 'say again who you are: answer with a second factor, or the password where you have none');
}
