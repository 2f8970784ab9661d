import { useEffect, useState } from 'react';
import type { Explorers } from '../../../../domain/explorers.ts';
import { useDeskApi, useDeskState } from '../../connection/desk-context.tsx';

const NONE: Explorers = {};

/** The sites of the settings; none until they are read, and none where they cannot be. */
export function useExplorers(): Explorers {
  const api = useDeskApi();
  const version = useDeskState((state) => state.configuration);
  const [explorers, setExplorers] = useState(NONE);
  useEffect(() => {
    let current = true;
    api.listExplorers().then((answer) => { if (current) setExplorers(answer.explorers); }, () => undefined);
    return () => { current = false; };
  }, [api, version]);
  return explorers;
}
