import type { StoredSession } from '../../ports.ts';
import type { AgentSessions } from './agent-sessions.ts';
import type { Claimant } from './factor-ceremonies.ts';
import type { SignIn } from './sign-in.ts';

/** Whoever gave the right password: on the way in, with the token of that sign-in, or signed in already. */
export type Identified = Claimant & ({ readonly step: string; readonly session: null } | { readonly step: null; readonly session: StoredSession });

export type IdentifyClaimant = (step: string | undefined, token: string | undefined) => Promise<Identified | undefined>;

export function createIdentifyClaimant({ signIn, sessions }: { signIn: Pick<SignIn, 'claim'>; sessions: Pick<AgentSessions, 'hold'> }): IdentifyClaimant {
  return async (step, token) => {
    const claimant = step === undefined ? undefined : await signIn.claim(step);
    if (claimant && step !== undefined) return { ...claimant, step, session: null };
    const holder = token === undefined ? undefined : await sessions.hold(token);
    return holder && { agent: holder.agent, ticket: holder.session.id, stage: 'full', fresh: holder.fresh, step: null, session: holder.session };
  };
}
