import { useEffect, useState } from 'react';
import type { Macro } from '../../../../domain/macro.ts';
import type { DeskApi } from '../../connection/desk-api.ts';
import { useDeskApi, useDeskState } from '../../connection/desk-context.tsx';

/** Prepared replies, and what is told with them; `failed` where they could not be read. */
export interface KnownMacros {
  readonly macros: readonly Macro[];
  /** The exchange's name. */
  readonly exchange: string;
}

interface Reading { readonly configuration: number; readonly known: KnownMacros | 'failed' }

/** Every conversation has a composer of its own; what one of them read is good for the next. */
const kept = new WeakMap<DeskApi, Reading>();

/** Read when a list of them is wanted for the first time, and again when somebody changed them. */
export function useMacros(isWanted: boolean): KnownMacros | 'failed' | null {
  const api = useDeskApi();
  const configuration = useDeskState((state) => state.configuration);
  const [reading, setReading] = useState<Reading | null>(() => kept.get(api) ?? null);
  const isOld = reading?.configuration !== configuration;
  useEffect(() => {
    if (!isWanted || !isOld) return;
    let isCurrent = true;
    api.listMacros().then(
      (known) => {
        kept.set(api, { configuration, known });
        if (isCurrent) setReading({ configuration, known });
      },
      // What was read before is better than nothing.
      () => { if (isCurrent) setReading((before) => ({ configuration, known: before?.known ?? 'failed' })); },
    );
    return () => { isCurrent = false; };
  }, [api, configuration, isWanted, isOld]);
  return reading?.known ?? null;
}
