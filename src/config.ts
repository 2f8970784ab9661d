import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { EmbeddingsServer } from './adapters/embedders/embeddings-client.ts';
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
  /** Embeds texts in the place of the built-in embedder. Holds a secret. */
  readonly embeddings?: EmbeddingsServer;
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
  EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8080/v1',
  EMBEDDINGS_MODEL: 'intfloat/multilingual-e5-small',
  EMBEDDINGS_API_KEY: 'sk-…',
  EMBEDDINGS_QUERY_PREFIX: '"query: "',
  EMBEDDINGS_PASSAGE_PREFIX: '"passage: "',
};

const schema = z.object({
  HOST: z.string().min(1, 'expected an address to listen on').default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/, 'expected a port number from 0 to 65535').default('3000').transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number from 0 to 65535'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .refine((url) => !/[?#]/.test(url), 'expected an address without ? and #').optional(),
  DATA_DIR: z.string().min(1, 'expected a folder').default('./data'),
  CACHE_DIR: z.string().min(1, 'expected a folder').optional(),
  KNOWLEDGE_DIR: z.string().min(1, 'expected a folder').default('./knowledge-base'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'expected one of debug, info, warn, error, silent').default('info'),
  EMBEDDINGS_BASE_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' })
    // The key has a variable of its own, so that the address can be shown in the log.
    .refine((url) => !/[?#@]/.test(url), 'expected an address without ?, # and @').optional(),
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_API_KEY: z.string().regex(/^[\x21-\x7e]+$/, 'expected ASCII characters without spaces').optional(),
  EMBEDDINGS_QUERY_PREFIX: z.string().optional(),
  EMBEDDINGS_PASSAGE_PREFIX: z.string().optional(),
}).superRefine((given, context) => {
  const more = (Object.keys(given) as (keyof typeof given)[]).find((name) => name.startsWith('EMBEDDINGS_') && given[name] !== undefined);
  for (const name of ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_MODEL'] as const) {
    if (more && given[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: `expected, as ${more} is set` });
  }
});

/**
 * @param root folder against which relative paths are read.
 * @throws AppError `invalid-input` naming the variable, what was expected, and an example.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([key, value]) => key in EXAMPLES && value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw describeIssue(result.error.issues[0], given);
  }
  const { HOST: host, PORT: port, PUBLIC_URL, DATA_DIR, CACHE_DIR, KNOWLEDGE_DIR, LOG_LEVEL: logLevel } = result.data;
  const embeddings = readEmbeddings(result.data);
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(root, path));
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return Object.freeze({
    host, port, logLevel,
    publicUrl: (PUBLIC_URL ?? `http://${shownHost}:${port}`).replace(/\/$/, ''),
    dataDir: absolute(DATA_DIR),
    cacheDir: absolute(CACHE_DIR ?? join(DATA_DIR, 'cache')),
    knowledgeDir: absolute(KNOWLEDGE_DIR),
    ...(embeddings && { embeddings }),
  });
}

function readEmbeddings(settings: z.infer<typeof schema>): EmbeddingsServer | undefined {
  const { EMBEDDINGS_BASE_URL: baseUrl, EMBEDDINGS_MODEL: model, EMBEDDINGS_API_KEY: apiKey } = settings;
  if (baseUrl === undefined || model === undefined) return undefined;
  return Object.freeze({
    baseUrl: baseUrl.replace(/\/+$/, ''), model,
    ...(apiKey !== undefined && { apiKey }),
    queryPrefix: settings.EMBEDDINGS_QUERY_PREFIX ?? '',
    passagePrefix: settings.EMBEDDINGS_PASSAGE_PREFIX ?? '',
  });
}

function describeIssue(issue: z.core.$ZodIssue | undefined, given: Readonly<Record<string, string | undefined>>): AppError {
  const name = String(issue?.path[0] ?? '');
  return new AppError('invalid-input', `${showSetting(name, given[name])}: ${issue?.message ?? 'not valid'}; for example ${name}=${EXAMPLES[name] ?? ''}`, { field: name });
}

/** Without its value where that is a secret or may hold one. */
function showSetting(name: string, value: string | undefined): string {
  if (value === undefined) return `${name} is not set`;
  return name.endsWith('_KEY') || value.includes('@') ? name : `${name}=${value}`;
}
