import { AppError } from '../../domain/errors.ts';
import type { Agent } from '../../domain/agent.ts';
import type { Clock, FactorStore } from '../../ports.ts';

/** Somebody of whom the password is known to be right, or who is signed in. */
export interface Claimant {
  readonly agent: Agent;
  /** The id of the session, or of the sign-in that is under way: what is begun with one is finished with it. */
  readonly ticket: string;
  /** What they may do: answer with a factor that they have; add their first; or, signed in, both. */
  readonly stage: 'challenge' | 'enrol' | 'full';
  /** They proved lately who they are. */
  readonly fresh: boolean;
}

/** What takes two requests: a challenge and its answer, a secret and the first code of it. */
export interface FactorCeremonies {
  begin(claimant: Claimant, purpose: Purpose, data: string): Promise<void>;
  /** What was begun, while it lasts. */
  look(claimant: Claimant, purpose: Purpose): Promise<string | undefined>;
  /** What was begun, once. Rejects with AppError `conflict` where there is nothing. */
  take(claimant: Claimant, purpose: Purpose): Promise<string>;
}

type Purpose = 'answer' | 'totp' | 'passkey';
/** What is begun is finished within this. */
const CEREMONY_MS = 10 * 60_000;

export function createFactorCeremonies({ factors, clock }: { factors: Pick<FactorStore, 'begin' | 'findCeremony' | 'end'>; clock: Clock }): FactorCeremonies {
  const idOf = ({ ticket }: Claimant, purpose: Purpose): string => `${purpose} ${ticket}`;

  async function look(claimant: Claimant, purpose: Purpose): Promise<string | undefined> {
    const begun = await factors.findCeremony(idOf(claimant, purpose));
    return begun?.agentId === claimant.agent.id ? begun.data : undefined;
  }

  return {
    look,
    begin: (claimant, purpose, data) => factors.begin({ id: idOf(claimant, purpose), agentId: claimant.agent.id, expiresAt: clock.now() + CEREMONY_MS, data }),
    async take(claimant, purpose) {
      const data = await look(claimant, purpose);
      if (data === undefined || !await factors.end(idOf(claimant, purpose))) throw new AppError('conflict', 'this took too long, or was finished elsewhere; begin again');
      return data;
    },
  };
}
