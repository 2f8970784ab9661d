import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import type { Macro } from '../domain/macro.ts';
import { allows } from '../domain/roles.ts';
import type { Redact } from '../domain/secrets.ts';
import type { Doorbell, MacroStore } from '../ports.ts';

/** Agents' prepared replies. */
export interface Macros {
  /** By title: for everybody and for the agent's teams; all of them for who configures the desk. */
  list(agent: Pick<Agent, 'role' | 'teams'>): Promise<Macro[]>;
  /** Makes it or replaces it. Rejects with AppError `invalid-input` where there is a secret in it. */
  save(macro: Macro): Promise<Macro>;
  /** Rejects with AppError `not-found`. */
  remove(macroId: string): Promise<void>;
}

export function createMacros({ macros, doorbell, redact }: {
  macros: MacroStore;
  doorbell: Pick<Doorbell, 'signal'>;
  redact: Redact;
}): Macros {
  return {
    async list({ role, teams }) {
      const all = await macros.list();
      return all.filter((macro) => allows(role, 'desk.configure') || macro.teams.length === 0 || macro.teams.some((team) => teams.includes(team)));
    },
    async save(macro) {
      refuseSecrets(macro, redact);
      await macros.save(macro);
      doorbell.signal({ type: 'configuration' });
      return macro;
    },
    async remove(macroId) {
      if (!await macros.remove(macroId)) throw new AppError('not-found', `there is no macro ${macroId}`);
      doorbell.signal({ type: 'configuration' });
    },
  };
}

/** What many send would carry a marker in the place of its secret; whoever writes it is there to mend it. */
function refuseSecrets({ title, texts }: Macro, redact: Redact): void {
  const fields: (readonly [string, string])[] = [['title', title], ...Object.entries(texts).map(([locale, text]) => [`texts.${locale}`, text] as const)];
  for (const [field, text] of fields) {
    const { kinds } = redact(text);
    if (kinds.length > 0) throw new AppError('invalid-input', `${field}: expected no secrets, but this looks like ${kinds.join(', ')}`, { field });
  }
}
