import { isAbsolute, join, resolve } from 'node:path';
import * as z from 'zod';
import type { EmbeddingsServer } from './adapters/embedders/embeddings-client.ts';
import type { LanguageModelSettings } from './adapters/llm/model-settings.ts';
import { PROVIDERS, type ProviderName } from './adapters/llm/providers.ts';
import { AppError } from './domain/errors.ts';

/** The only reader of the environment. Everything else is given what it needs. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Address under which people reach the desk, without a slash at the end. */
  readonly publicUrl: string;
  /** Absolute path of the folder that holds everything that must survive. */
  readonly dataDir: string;
  /** A PostgreSQL that many processes may share, instead of the embedded database. Holds a secret. */
  readonly database?: { readonly url: string; readonly poolSize: number; readonly statementTimeoutMs: number };
  /** Absolute path of the folder for what can be made again: trained models and indexes. Losing it costs only time. */
  readonly cacheDir: string;
  /** Absolute path of the articles. */
  readonly knowledgeDir: string;
  /** Embeds texts in the place of the built-in embedder. Holds a secret. */
  readonly embeddings?: EmbeddingsServer;
  /** Phrases answers; without it they are the approved articles. Holds a secret. */
  readonly languageModel?: LanguageModelSettings & {
    /** Confidence, 0 to 1, below which the model is asked what a contact means. */
    readonly askBelow: number;
  };
  /** Who may read the figures of `/metrics` from another machine. A secret. */
  readonly metricsToken?: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const EXAMPLES: Record<string, string> = {
  HOST: '127.0.0.1',
  PORT: '3000',
  PUBLIC_URL: 'https://support.exchange.example',
  DATA_DIR: './data',
  DATABASE_URL: 'postgres://vigil:secret@127.0.0.1:5432/vigil',
  DATABASE_POOL_SIZE: '10',
  DATABASE_STATEMENT_TIMEOUT_MS: '10000',
  CACHE_DIR: './data/cache',
  KNOWLEDGE_DIR: './knowledge-base',
  LOG_LEVEL: 'info',
  METRICS_TOKEN: 'a-long-random-word',
  EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8080/v1',
  EMBEDDINGS_MODEL: 'intfloat/multilingual-e5-small',
  EMBEDDINGS_API_KEY: 'sk-…',
  EMBEDDINGS_QUERY_PREFIX: '"query: "',
  EMBEDDINGS_PASSAGE_PREFIX: '"passage: "',
  OPENAI_API_KEY: 'sk-…',
  OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1',
  OPENAI_MODEL: 'gpt-4.1-mini',
  LLM_PROVIDER: 'openai',
  LLM_TIMEOUT_MS: '20000',
  LLM_IDLE_TIMEOUT_MS: '5000',
  LLM_MAX_CONCURRENT: '8',
  LLM_TOKENS_PER_DAY: '2000000',
  LLM_TOKENS_PER_CONVERSATION: '50000',
  LLM_ASK_BELOW: '0.6',
};

/** Where OPENAI_API_KEY alone is set. The model answers fast, does not reason first, and keeps to a JSON Schema. */
const OPENAI = { baseUrl: 'https://api.openai.com/v1', model: 'gpt-4.1-mini' };
/** The longest that a timer can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

const serverUrl = z.url({ protocol: /^https?$/, error: 'expected an http or https address' })
  // The key has a variable of its own, so that the address can be shown in the log.
  .refine((url) => !/[?#@]/.test(url), 'expected an address without ?, # and @').optional();
const secret = z.string().regex(/^[\x21-\x7e]+$/, 'expected ASCII characters without spaces').optional();

function wholeNumber(least: number, most: number, standard: number): z.ZodType<number> {
  const expected = `expected a whole number from ${least} to ${most}`;
  return z.string().regex(/^\d+$/, expected).transform(Number).refine((number) => number >= least && number <= most, expected).default(standard);
}

const schema = z.object({
  HOST: z.string().min(1, 'expected an address to listen on').default('127.0.0.1'),
  PORT: z.string().regex(/^\d+$/, 'expected a port number from 0 to 65535').default('3000').transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number from 0 to 65535'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .refine((url) => !/[?#]/.test(url), 'expected an address without ? and #').optional(),
  DATA_DIR: z.string().min(1, 'expected a folder').default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'expected the address of a PostgreSQL database' }).optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 500, 10),
  DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber(100, MAX_TIMER_MS, 10_000),
  CACHE_DIR: z.string().min(1, 'expected a folder').optional(),
  KNOWLEDGE_DIR: z.string().min(1, 'expected a folder').default('./knowledge-base'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'expected one of debug, info, warn, error, silent').default('info'),
  METRICS_TOKEN: secret.refine((token) => token === undefined || token.length >= 16, 'expected at least 16 characters'),
  EMBEDDINGS_BASE_URL: serverUrl,
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_API_KEY: secret,
  EMBEDDINGS_QUERY_PREFIX: z.string().optional(),
  EMBEDDINGS_PASSAGE_PREFIX: z.string().optional(),
  OPENAI_API_KEY: secret,
  OPENAI_BASE_URL: serverUrl,
  OPENAI_MODEL: z.string().regex(/^[\x21-\x7e]+$/, 'expected the name of a model, without spaces').optional(),
  LLM_PROVIDER: z.enum(Object.keys(PROVIDERS) as [ProviderName], `expected one of ${Object.keys(PROVIDERS).join(', ')}`).default('openai'),
  LLM_TIMEOUT_MS: wholeNumber(100, MAX_TIMER_MS, 20_000),
  LLM_IDLE_TIMEOUT_MS: wholeNumber(100, MAX_TIMER_MS, 5_000),
  LLM_MAX_CONCURRENT: wholeNumber(1, 1_000, 8),
  LLM_TOKENS_PER_DAY: wholeNumber(0, Number.MAX_SAFE_INTEGER, 2_000_000),
  LLM_TOKENS_PER_CONVERSATION: wholeNumber(0, Number.MAX_SAFE_INTEGER, 50_000),
  LLM_ASK_BELOW: z.string().regex(/^(0?\.\d+|[01](\.0+)?)$/, 'expected a number from 0 to 1').transform(Number).default(0.6),
}).superRefine((given, context) => {
  if (given.OPENAI_BASE_URL !== undefined && given.OPENAI_MODEL === undefined) {
    context.addIssue({ code: 'custom', path: ['OPENAI_MODEL'], message: 'expected, as OPENAI_BASE_URL is set' });
  }
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
  const languageModel = readLanguageModel(result.data);
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(root, path));
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return Object.freeze({
    host, port, logLevel,
    publicUrl: (PUBLIC_URL ?? `http://${shownHost}:${port}`).replace(/\/$/, ''),
    dataDir: absolute(DATA_DIR),
    ...(result.data.METRICS_TOKEN !== undefined && { metricsToken: result.data.METRICS_TOKEN }),
    ...(result.data.DATABASE_URL !== undefined && {
      database: Object.freeze({ url: result.data.DATABASE_URL, poolSize: result.data.DATABASE_POOL_SIZE, statementTimeoutMs: result.data.DATABASE_STATEMENT_TIMEOUT_MS }),
    }),
    cacheDir: absolute(CACHE_DIR ?? join(DATA_DIR, 'cache')),
    knowledgeDir: absolute(KNOWLEDGE_DIR),
    ...(embeddings && { embeddings }),
    ...(languageModel && { languageModel }),
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

function readLanguageModel(settings: z.infer<typeof schema>): Config['languageModel'] {
  const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey } = settings;
  if (baseUrl === undefined && apiKey === undefined) return undefined;
  return Object.freeze({
    provider: settings.LLM_PROVIDER,
    baseUrl: (baseUrl ?? OPENAI.baseUrl).replace(/\/+$/, ''),
    model: settings.OPENAI_MODEL ?? OPENAI.model,
    ...(apiKey !== undefined && { apiKey }),
    askBelow: settings.LLM_ASK_BELOW,
    limits: Object.freeze({
      timeoutMs: settings.LLM_TIMEOUT_MS,
      idleTimeoutMs: settings.LLM_IDLE_TIMEOUT_MS,
      maxConcurrent: settings.LLM_MAX_CONCURRENT,
      tokensPerDay: settings.LLM_TOKENS_PER_DAY,
      tokensPerConversation: settings.LLM_TOKENS_PER_CONVERSATION,
    }),
  });
}

function describeIssue(issue: z.core.$ZodIssue | undefined, given: Readonly<Record<string, string | undefined>>): AppError {
  const name = String(issue?.path[0] ?? '');
  return new AppError('invalid-input', `${showSetting(name, given[name])}: ${issue?.message ?? 'not valid'}; for example ${name}=${EXAMPLES[name] ?? ''}`, { field: name });
}

/** Without its value where that is a secret or may hold one. */
function showSetting(name: string, value: string | undefined): string {
  if (value === undefined) return `${name} is not set`;
  return /_(KEY|TOKEN)$/.test(name) || value.includes('@') ? name : `${name}=${value}`;
}
