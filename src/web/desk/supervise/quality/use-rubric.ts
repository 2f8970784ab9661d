import { useEffect, useState } from 'react';
import type { RouteOutput } from '../../../../protocol/http.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';

export type Rubric = RouteOutput<'getRubric'>['rubric'];

/** What is scored; null until it is read, and where it cannot be. */
export function useRubric(): Rubric | null {
  const api = useDeskApi();
  const [rubric, setRubric] = useState<Rubric | null>(null);
  useEffect(() => {
    let current = true;
    api.getRubric().then(({ rubric: found }) => { if (current) setRubric(found); }, () => undefined);
    return () => { current = false; };
  }, [api]);
  return rubric;
}

/** A criterion's name; its id where the rubric has it no more. */
export function labelOf(rubric: Rubric | null, id: string): string {
  return rubric?.find((criterion) => criterion.id === id)?.label ?? id;
}
