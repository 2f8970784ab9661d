/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../screen/icon.tsx';
import { useSurroundings } from '../screen/surroundings.ts';

const TICK_MS = 1_000;

/** The desk is full: what was written is kept, and when it is tried again by itself. Counted down for the eye, said once. */
export function Busy({ until }: { until: number }): JSX.Element {
  const { t, locale } = useSurroundings();
  const [now, setNow] = useState(Date.now);
  const [first] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()); }, TICK_MS);
    return () => { clearInterval(timer); };
  }, []);
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' });
  const say = (at: number): string => t('busy', { time: format.format(Math.max(1, Math.ceil((until - at) / 1000))) });
  return (
    <p class="offline busy">
      <Icon name="clock" size={16} /><span aria-hidden="true">{say(now)}</span><span class="unseen" role="status">{say(first)}</span>
    </p>
  );
}
