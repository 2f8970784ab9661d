import { useEffect, useState } from 'react';

/** Skeletons come after this, so that what is fast does not flicker. */
const DELAY_MS = 200;

/** True once the component has been on the screen for a moment. */
export function useDelayed(): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setPassed(true); }, DELAY_MS);
    return () => { clearTimeout(timer); };
  }, []);
  return passed;
}
