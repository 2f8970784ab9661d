import { useEffect, useState } from 'preact/hooks';

/** What is fetched, and how to try again after it failed. */
export function useLoaded<T>(load: () => Promise<T>, inputs: readonly unknown[]): [T | 'loading' | 'failed', () => void] {
  const [loaded, setLoaded] = useState<T | 'loading' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    setLoaded(() => 'loading');
    load().then((value) => { if (!gone) setLoaded(() => value); }, () => { if (!gone) setLoaded(() => 'failed'); });
    return () => { gone = true; };
  }, [...inputs, attempt]);
  return [loaded, () => { setAttempt(attempt + 1); }];
}
