import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface LoadWatch {
  /** How late the event loop was through the last second, in ms. One long pause is not lateness. */
  lagMs(): number;
  stop(): void;
}

const RESOLUTION_MS = 20;
const WINDOW_MS = 500;

/** Watches how late this process is with everything. */
export function startLoadWatch(): LoadWatch {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let windows: readonly number[] = [];
  const timer = setInterval(() => {
    // Of a window, half was as late; of two windows, the better one counts, since a pause fills one only.
    const late = delays.count === 0 ? 0 : Math.max(0, delays.percentile(50) / 1e6 - RESOLUTION_MS);
    windows = [...windows, late].slice(-2);
    delays.reset();
  }, WINDOW_MS);
  timer.unref();
  return {
    lagMs: () => (windows.length < 2 ? 0 : Math.min(...windows)),
    stop() {
      clearInterval(timer);
      delays.disable();
    },
  };
}
