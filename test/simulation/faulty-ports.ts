import type { SeededRandom } from './seeded-random.ts';
import type { TimerOwner, VirtualTime } from './virtual-time.ts';

/** What is on its way between a process and what it asks. */
interface Call {
  readonly owner: TimerOwner;
  readonly name: string;
  /** Does it; the outcome reaches the process in the same step. */
  readonly run: () => Promise<void>;
  notBefore: number;
}

export interface Ports {
  /** The same port, whose every call waits for its turn and may fail. */
  wrap<T extends object>(owner: TimerOwner, name: string, port: T): T;
  /** Something that reaches a process by itself, some time. */
  deliver(owner: TimerOwner, name: string, work: () => void): void;
  /** Lets one of those that may go on do so; false where there is none. */
  step(): Promise<boolean>;
  /** Share of calls that go wrong from now on. */
  setFaults(share: number): void;
  readonly trace: string[];
}

/** For as long a call may be on its way, ms. */
export const SLOW_MS = 5_000;
/** Runs once all microtasks are done, so that a process has come to its next call. */
const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

class Unavailable extends Error {}

/** The network between processes and what they share: every order is possible, and a call may be lost on the way there or back. */
export function createFaultyPorts(random: SeededRandom, time: VirtualTime): Ports {
  const calls: Call[] = [];
  const trace: string[] = [];
  let faults = 0;

  function push(owner: TimerOwner, name: string, run: Call['run']): void {
    if (owner.dead) return; // nobody is there who could ask, or be told
    const notBefore = random.chance(faults) ? time.monotonic() + random.int(SLOW_MS) : 0;
    calls.push({ owner, name, run, notBefore });
  }

  function call(owner: TimerOwner, name: string, work: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      push(owner, name, async () => {
        const isWrite = /\.(append|start|take|set|touch)$/.test(name);
        if (random.chance(isWrite ? faults : faults / 4)) { trace.push(`${name}: lost on the way there`); reject(new Unavailable('the database is away')); return; }
        if (name.endsWith('.append') && random.chance(faults / 2)) { trace.push(`${name}: conflict`); resolve('conflict'); return; }
        try {
          const outcome = await work();
          if (!isWrite || !random.chance(faults)) resolve(outcome);
          else { trace.push(`${name}: done, and lost on the way back`); reject(new Unavailable('the connection is gone')); }
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  return {
    trace,
    setFaults(share) { faults = share; },
    wrap: (owner, name, port) => Object.fromEntries(Object.entries(port).map(([method, work]: [string, (...given: unknown[]) => Promise<unknown>]) =>
      [method, (...given: unknown[]) => call(owner, `${name}.${method}`, () => work(...given))])) as typeof port,
    deliver: (owner, name, work) => { push(owner, name, () => { work(); return Promise.resolve(); }); },
    async step() {
      const now = time.monotonic();
      for (let i = calls.length - 1; i >= 0; i--) if (calls[i]?.owner.dead) calls.splice(i, 1);
      const free = calls.filter(({ owner, notBefore }) => !owner.paused && notBefore <= now);
      if (free.length === 0) return false;
      const next = random.pick(free);
      calls.splice(calls.indexOf(next), 1);
      time.owner = next.owner;
      await next.run();
      await settled();
      time.owner = undefined;
      return true;
    },
  };
}
