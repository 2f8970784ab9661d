import { pino, type DestinationStream } from 'pino';
import type { Logger } from '../../ports.ts';

/** Takes out of a text what must never be stored. */
type TakeOut = (text: string) => string;

/** Fields that hold what nobody may read, whoever gives them by mistake; `*` one level down. */
const SECRET_FIELDS = ['password', 'token', 'cookie', 'authorization', 'apiKey', 'secret', 'invitation', 'text', 'headers', 'body'].flatMap((name) => [name, `*.${name}`]);
/** What stands between the name and the host of an address. */
const PASSWORD_IN_ADDRESS = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/?#@]*):[^\s/?#@]+@/gi;

/**
 * JSON lines on standard error, so that standard output stays for what a person or a pipe reads. What
 * is logged has no contact's text by the port's own rule; where a library's error repeats one
 * all the same, secrets are taken out of it, as they are out of everything that is stored.
 */
export function createLogger(level: string, takeOut: TakeOut = (text) => text, destination: DestinationStream = pino.destination({ dest: 2, sync: false })): Logger {
  const log = pino({ level, base: null, redact: { paths: SECRET_FIELDS, censor: '[removed]' } }, destination);
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return takeOut(value.replace(PASSWORD_IN_ADDRESS, '$1:[removed]@'));
    if (Array.isArray(value)) return value.map(clean);
    return value;
  };
  const cleanAll = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, clean(value)]));
  return {
    info: (message, fields = {}) => { log.info(cleanAll(fields), message); },
    warn: (message, fields = {}) => { log.warn(cleanAll(fields), message); },
    error: (message, fields = {}) => { log.error(cleanAll(fields), message); },
  };
}
