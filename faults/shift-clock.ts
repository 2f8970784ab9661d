/**
 * Loaded before a server (`--import`): shifts what the process takes for the time by as many ms as the
 * file that CLOCK_SHIFT_FILE names says now. What is measured by clocks that never jump stays as it is.
 */
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_SHIFT_FILE'] ?? '';
const READ_EVERY_MS = 20;
const RealDate = Date;
let shiftMs = 0;

function read(): void {
  try {
    shiftMs = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    shiftMs = 0;
  }
}

read();
setInterval(read, READ_EVERY_MS).unref();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: [], newTarget) => Reflect.construct(target, given.length === 0 ? [RealDate.now() + shiftMs] : given, newTarget as typeof RealDate) as Date,
  get: (target, key) => (key === 'now' ? () => RealDate.now() + shiftMs : Reflect.get(target, key) as unknown),
});
