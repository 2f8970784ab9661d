import type { Redact } from '../../domain/secrets.ts';
import type { AttemptStore, Clock, Factor, FactorStore } from '../../ports.ts';
import { createAnswerFactor, type AnswerFactor } from './answer-factor.ts';
import { createChangeFactors, type ChangeFactors } from './change-factors.ts';
import { createFactorCeremonies } from './factor-ceremonies.ts';
import type { Passkeys } from './passkeys.ts';
import type { Seal } from './seal.ts';

export interface SecondFactors extends AnswerFactor, ChangeFactors {
  describe(agentId: string): Promise<{ readonly factors: readonly Factor[]; readonly recoveryCodes: number; readonly passkeys: boolean }>;
  /** Takes all of somebody's factors away; how many there were. */
  reset(agentId: string): Promise<number>;
}

/** The second factors of agents. Secrets are sealed for their agent before they are stored, and never shown again. */
export function createSecondFactors(parts: {
  factors: FactorStore;
  attempts: AttemptStore;
  /** Undefined where the desk has no name for which browsers would keep passkeys. */
  passkeys: Passkeys | undefined;
  seal: Seal;
  redact: Redact;
  /** Name of the account in somebody's app. */
  issuer: () => string;
  clock: Clock;
}): SecondFactors {
  const { factors, passkeys } = parts;
  const ceremonies = createFactorCeremonies(parts);
  return {
    ...createAnswerFactor({ ...parts, ceremonies }),
    ...createChangeFactors({ ...parts, ceremonies }),
    async describe(agentId) {
      const [all, recoveryCodes] = await Promise.all([factors.list(agentId), factors.countRecovery(agentId)]);
      return { factors: all, recoveryCodes, passkeys: passkeys !== undefined };
    },
    reset: (agentId) => factors.removeAll(agentId),
  };
}
