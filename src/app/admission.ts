import { startLoadWatch } from '../adapters/system/load-watch.ts';
import { createSmellsOfDanger } from '../assistant/smells-of-danger.ts';
import { saturationOf, STANDARD_LIMITS, type Work } from '../domain/admission.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { createAdmission, type Admission } from '../server/admission/admission.ts';
import type { Core } from './core.ts';
import type { AppParts, Shared } from './parts.ts';

export interface OpenedAdmission {
  readonly admission: Admission;
  readonly load: { read(): Work & { readonly saturation: number }; stop(): void };
}

/** What this process takes on. It is watched from here on, until `stop`. */
export function openAdmission({ config, storage, clock, overrides }: AppParts, { knowledge, metrics }: Shared, { turns }: Pick<Core, 'turns'>): OpenedAdmission {
  const limits = { ...STANDARD_LIMITS, ...config.limits };
  const watch = startLoadWatch();
  const readWork = (): Work => ({ runningTurns: turns.countRunning(), lagMs: (overrides?.lagMs ?? watch.lagMs)() });
  return {
    admission: createAdmission({ limits, readWork, conversations: storage.conversations, smellsOfDanger: createSmellsOfDanger({ knowledge, redact: redactSecrets }), note: metrics.countAdmission, clock }),
    load: { read: () => ({ ...readWork(), saturation: saturationOf(readWork(), limits) }), stop: watch.stop },
  };
}
