import { useState } from 'react';
import { RequestError } from '../connection/request.ts';

export interface Submit {
  readonly pending: boolean;
  /** Code of what went wrong; `turned-down` where the browser, or somebody in front of it, said no. */
  readonly problem: string | null;
  run(work: () => Promise<void>): void;
}

/** One thing at a time that the server is asked for. What works replaces the page, and so it stays pending. */
export function useSubmit(): Submit {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    pending, problem,
    run(work) {
      if (pending) return;
      setPending(true);
      setProblem(null);
      work().catch((error: unknown) => { setProblem(error instanceof RequestError ? error.code : 'turned-down'); }).finally(() => { setPending(false); });
    },
  };
}
