import { redactSecrets } from '../../src/secrets/redact-secrets.ts';
import type { Draw } from './draw.ts';
import { HOSTILE } from './generate-hostile.ts';

export interface Slowest {
  /** Of processor time. */
  readonly ms: number;
  /** The generator whose text took that long. */
  readonly text: string;
  /** The slowest ten, slowest first. */
  readonly ten: readonly { readonly text: string; readonly ms: number }[];
}

/** The best of so many runs counts: the first ones are slow because the machine learns them. */
const RUNS = 3;

export function measureSlowest(draw: Draw, share: number): Slowest {
  const times = Object.entries(HOSTILE)
    .filter(() => share === 1 || draw.int(100) < 100 * share)
    .map(([text, generate]) => ({ text, ms: timeOf(generate(draw)) }))
    .sort((a, b) => b.ms - a.ms);
  return { ms: times[0]?.ms ?? 0, text: times[0]?.text ?? '', ten: times.slice(0, 10) };
}

/** As long as texts may be that are read again until nothing more is found. */
const MESSAGE_LENGTH = 8_000;

function timeOf(text: string): number {
  return Math.max(timeOnce(text), timeOnce(text.slice(0, MESSAGE_LENGTH)));
}

function timeOnce(text: string): number {
  return Math.min(...Array.from({ length: RUNS }, () => {
    const before = threadMs();
    redactSecrets(text);
    return threadMs() - before;
  }));
}

/** The processor's time and not the clock's: what else the machine does is not the text's fault. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
