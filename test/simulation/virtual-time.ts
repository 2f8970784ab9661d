/** Whose code runs: a timer that it starts is its own, and stops with it. */
export interface TimerOwner {
  /** Frozen: its time stands still. */
  paused: boolean;
  /** All its memory is gone, and its timers with it. */
  dead: boolean;
}

interface Timer {
  readonly owner: TimerOwner | undefined;
  readonly callback: () => void;
  readonly every: number | undefined;
  readonly handle: object;
  at: number;
}

export interface VirtualTime {
  /** Ms of a clock that never jumps. */
  monotonic(): number;
  /** Ms since the epoch. */
  now(): number;
  /** The clock of the wall is set; nothing passes. */
  jump(ms: number): void;
  /** Time passes at once, as for a process that got no processor meanwhile; what is due can be fired then. */
  pass(ms: number): void;
  /** Timers that are due, of those whose time does not stand still. */
  due(): Timer[];
  fire(timer: Timer): void;
  owner: TimerOwner | undefined;
  /** Gives back the real timers. */
  restore(): void;
}

const REAL = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, setInterval: globalThis.setInterval, clearInterval: globalThis.clearInterval };

/** Takes the place of the timers and of `performance.now` until it is restored. */
export function installVirtualTime(start = 1_790_000_000_000): VirtualTime {
  let elapsed = 0;
  let set = 0;
  const timers = new Map<object, Timer>();
  const add = (callback: () => void, ms: number, repeats: boolean): object => {
    const handle = { unref: () => handle, ref: () => handle, hasRef: () => true };
    timers.set(handle, { handle, owner: time.owner, callback: repeats ? callback : () => { timers.delete(handle); callback(); }, every: repeats ? ms : undefined, at: elapsed + ms });
    return handle;
  };
  const clear = (handle: object | undefined): void => { if (handle) timers.delete(handle); };
  const time: VirtualTime = {
    owner: undefined,
    monotonic: () => elapsed,
    now: () => start + elapsed + set,
    jump(ms) { set += ms; },
    pass(ms) { elapsed += ms; },
    due: () => [...timers.values()].filter(({ owner, at }) => at <= elapsed && owner?.paused !== true && owner?.dead !== true),
    fire(timer) {
      if (!timers.has(timer.handle)) return;
      if (timer.every !== undefined) timer.at = elapsed + timer.every;
      time.owner = timer.owner;
      timer.callback();
    },
    restore() {
      Object.assign(globalThis, { setTimeout: REAL.setTimeout, clearTimeout: REAL.clearTimeout, setInterval: REAL.setInterval, clearInterval: REAL.clearInterval });
      Reflect.deleteProperty(performance, 'now');
    },
  };
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, ms = 0) => add(callback, ms, false), clearTimeout: clear,
    setInterval: (callback: () => void, ms = 0) => add(callback, ms, true), clearInterval: clear,
  });
  performance.now = () => elapsed;
  return time;
}
