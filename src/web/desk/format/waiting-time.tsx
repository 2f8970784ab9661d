import { useCallback } from 'react';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { formatWaiting } from './format-waiting.ts';
import { useTicking } from '../../staff/format/use-ticking.ts';

/** How long ago it was, ticking. */
export function WaitingTime({ since }: { since: number }) {
  const { preferences: { language } } = usePreferences();
  const words = useTicking(useCallback((now: number) => formatWaiting(now - since, language), [since, language]));
  return <time dateTime={new Date(since).toISOString()}>{words}</time>;
}
