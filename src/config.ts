import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './domain/errors.ts';

/** The only reader of the environment. Everything else is given what it needs. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Address under which people reach the desk, without a slash at the end. */
  readonly publicUrl: string;
  /** Absolute path of the folder that holds everything that must survive. */
  readonly dataDir: string;
  /** Absolute path of the folder for what can be made again: trained models and indexes. Losing it costs only time. */
  readonly cacheDir: string;
  /** Absolute path of the articles. */
  readonly knowledgeDir: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const EXAMPLES: Record<string, string> = {
  HOST: '127.0.0.1',
  PORT: '3000',
  PUBLIC_URL: 'https://support.exchange.example',
  DATA_DIR: './data',
  CACHE_DIR: './data/cache',
  KNOWLEDGE_DIR: './knowledge-base',
  LOG_LEVEL: 'info',
};

const schema = z.object({
  HOST: z.string().min(1, 'expected an address to listen on').default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/, 'expected a port number from 0 to 65535').default('3000').transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number from 0 to 65535'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
  DATA_DIR: z.string().min(1, 'expected a folder').default('./data'),
  CACHE_DIR: z.string().min(1, 'expected a folder').optional(),
  KNOWLEDGE_DIR: z.string().min(1, 'expected a folder').default('./knowledge-base'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'expected one of debug, info, warn, error, silent').default('info'),
});

/**
 * @param root folder against which relative paths are read.
 * @throws AppError `invalid-input` naming the variable, what was expected, and an example.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([key, value]) => key in EXAMPLES && value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = String(issue?.path[0] ?? '');
    throw new AppError('invalid-input', `${name}=${String(given[name])}: ${issue?.message ?? 'not valid'}; for example ${name}=${EXAMPLES[name] ?? ''}`, { field: name });
  }
  const { HOST: host, PORT: port, PUBLIC_URL, DATA_DIR, CACHE_DIR, KNOWLEDGE_DIR, LOG_LEVEL: logLevel } = result.data;
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(root, path));
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return Object.freeze({
    host, port, logLevel,
    publicUrl: (PUBLIC_URL ?? `http://${shownHost}:${port}`).replace(/\/$/, ''),
    dataDir: absolute(DATA_DIR),
    cacheDir: absolute(CACHE_DIR ?? join(DATA_DIR, 'cache')),
    knowledgeDir: absolute(KNOWLEDGE_DIR),
  });
}
