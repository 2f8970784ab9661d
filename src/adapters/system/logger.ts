import { pino } from 'pino';
import type { Logger } from '../../ports.ts';

/** JSON lines on standard error, so that standard output stays for what a person or a pipe reads. */
export function createLogger(level: string): Logger {
  const log = pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
  return {
    info: (message, fields = {}) => { log.info(fields, message); },
    warn: (message, fields = {}) => { log.warn(fields, message); },
    error: (message, fields = {}) => { log.error(fields, message); },
  };
}
