import { isAbsolute, join, resolve } from 'node:path';
import * as z from 'zod';
import type { EmbeddingsServer } from './adapters/embedders/embeddings-client.ts';
import type { LanguageModelSettings } from './adapters/llm/model-settings.ts';
import { PROVIDERS, type ProviderName } from './adapters/llm/providers.ts';
import type { ScannerSettings } from './adapters/system/clam-av.ts';
import type { TraceSettings } from './adapters/system/tracer.ts';
import type { Limits } from './domain/admission.ts';
import { AppError } from './domain/errors.ts';
import { ROLES, type Role } from './domain/roles.ts';
import type { SessionPolicy } from './server/authentication/agent-sessions.ts';
import type { ProviderSettings } from './server/authentication/provider.ts';
import { isNetworkList, type TrustedProxies } from './server/admission/client-address.ts';

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
  /** Whose sign-in agents can use beside their password here. Holds a secret. */
  readonly provider?: ProviderSettings;
  /** What is asked of agents' sessions, where it is not the standard. */
  readonly sessions?: Partial<SessionPolicy>;
  /** Proxies that say where requests come from: how many are in front, or their addresses. */
  readonly trustProxy?: TrustedProxies;
  /** Where the process takes on more or less than the standard. */
  readonly limits?: Partial<Limits>;
  /** Looks for viruses in files that are sent along. */
  readonly scanner?: ScannerSettings;
  /** Who may read the figures of `/metrics` from another machine. A secret. */
  readonly metricsToken?: string;
  /** Where traces are sent. Holds a secret. */
  readonly traces?: TraceSettings;
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
  OIDC_ISSUER: 'https://id.exchange.example',
  OIDC_CLIENT_ID: 'vigil',
  OIDC_CLIENT_SECRET: 'a-long-random-word',
  OIDC_NAME: 'Example Exchange',
  OIDC_SECOND_FACTOR: 'mfa,hwk',
  OIDC_ROLE_CLAIM: 'groups',
  OIDC_ROLES: 'support-leads=supervisor,support=agent',
  SECOND_FACTOR: 'required',
  SESSION_IDLE_MINUTES: '60',
  CLAMAV_ADDRESS: '127.0.0.1:3310',
  CLAMAV_WHEN_DOWN: 'refuse',
  METRICS_TOKEN: 'a-long-random-word',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
  OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=secret',
  OTEL_SERVICE_NAME: 'vigil',
  OTEL_TRACES_SAMPLER_ARG: '0.1',
  TRUST_PROXY: '1',
  LIMIT_CONTACT_MESSAGES: '60',
  LIMIT_ADDRESS_MESSAGES: '600',
  LIMIT_ADDRESS_CONVERSATIONS: '60',
  LIMIT_CONVERSATIONS: '20000',
  LIMIT_INCIDENTS: '600',
  LIMIT_ADDRESS_SOCKETS: '500',
  LIMIT_SOCKETS: '20000',
  LIMIT_TURNS: '500',
  LIMIT_LAG_MS: '250',
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

const part = z.string().regex(/^(0?\.\d+|[01](\.0+)?)$/, 'expected a number from 0 to 1').transform(Number);

/** Settings by the limit that each sets. */
const LIMITS = {
  contactMessages: 'LIMIT_CONTACT_MESSAGES', addressMessages: 'LIMIT_ADDRESS_MESSAGES', addressConversations: 'LIMIT_ADDRESS_CONVERSATIONS',
  conversations: 'LIMIT_CONVERSATIONS', incidents: 'LIMIT_INCIDENTS', addressSockets: 'LIMIT_ADDRESS_SOCKETS', sockets: 'LIMIT_SOCKETS',
  turns: 'LIMIT_TURNS', lagMs: 'LIMIT_LAG_MS',
} as const satisfies Record<keyof Limits, string>;
const limit = givenNumber(0, 10_000_000).optional();

const trustedProxies = z.string().transform((given): TrustedProxies => (/^\d+$/.test(given) ? Number(given) : given.split(',').map((one) => one.trim())))
  .refine((given) => (typeof given === 'number' ? given >= 1 && given <= 10 : isNetworkList(given)), 'expected the number of proxies in front, 1 to 10, or their addresses with commas between (10.0.0.0/8)').optional();

/** `value=role,value=role`. */
const claimedRoles = z.string().transform((given) => given.split(',').map((pair) => pair.trim().split(/=(?=[^=]*$)/) as [string, Role]))
  .refine((pairs) => pairs.every(([value, role]) => value !== '' && ROLES.includes(role)), `expected value=role with commas between, each role one of ${ROLES.join(', ')}`);

const scannerAddress = z.string().transform((given) => (given.startsWith('/') ? { path: given } : { host: given.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'), port: Number(/:(\d+)$/.exec(given)?.[1]) }))
  .refine((given) => 'path' in given || (given.host !== '' && given.port >= 1 && given.port <= 65_535), 'expected the host and port of clamd, or the path of its socket').optional();

function wholeNumber(least: number, most: number, standard: number): z.ZodType<number> {
  return givenNumber(least, most).default(standard);
}

function givenNumber(least: number, most: number): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> {
  const expected = `expected a whole number from ${least} to ${most}`;
  return z.string().regex(/^\d+$/, expected).transform(Number).refine((number) => number >= least && number <= most, expected);
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
  OIDC_ISSUER: z.url('expected an address').refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url), 'expected an https address').optional(),
  OIDC_CLIENT_ID: secret,
  OIDC_CLIENT_SECRET: secret,
  OIDC_NAME: z.string().trim().min(1).max(60).optional(),
  OIDC_SECOND_FACTOR: z.string().transform((given) => given.split(',').map((one) => one.trim())).optional(),
  OIDC_ROLE_CLAIM: z.string().regex(/^\S{1,200}$/, 'expected the name of a claim').default('groups'),
  OIDC_ROLES: claimedRoles.optional(),
  SECOND_FACTOR: z.enum(['required', 'optional'], 'expected required or optional').optional(),
  SESSION_IDLE_MINUTES: givenNumber(5, 720).optional(),
  CLAMAV_ADDRESS: scannerAddress,
  CLAMAV_WHEN_DOWN: z.enum(['refuse', 'accept'], 'expected refuse or accept').default('refuse'),
  METRICS_TOKEN: secret.refine((token) => token === undefined || token.length >= 16, 'expected at least 16 characters'),
  OTEL_EXPORTER_OTLP_ENDPOINT: serverUrl,
  OTEL_EXPORTER_OTLP_HEADERS: z.string().regex(/^[\w-]+=[\x21-\x2b\x2d-\x7e]+(,[\w-]+=[\x21-\x2b\x2d-\x7e]+)*$/, 'expected name=value, with commas between several').optional(),
  OTEL_SERVICE_NAME: z.string().default('vigil'),
  OTEL_TRACES_SAMPLER_ARG: part.default(1),
  TRUST_PROXY: trustedProxies,
  LIMIT_CONTACT_MESSAGES: limit,
  LIMIT_ADDRESS_MESSAGES: limit,
  LIMIT_ADDRESS_CONVERSATIONS: limit,
  LIMIT_CONVERSATIONS: limit,
  LIMIT_INCIDENTS: limit,
  LIMIT_ADDRESS_SOCKETS: limit,
  LIMIT_SOCKETS: limit,
  LIMIT_TURNS: limit,
  LIMIT_LAG_MS: limit,
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
  LLM_ASK_BELOW: part.default(0.6),
}).superRefine((given, context) => {
  if (given.OPENAI_BASE_URL !== undefined && given.OPENAI_MODEL === undefined) {
    context.addIssue({ code: 'custom', path: ['OPENAI_MODEL'], message: 'expected, as OPENAI_BASE_URL is set' });
  }
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (given.OIDC_ISSUER !== undefined && given[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: 'expected, as OIDC_ISSUER is set' });
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
  const limits = readLimits(result.data);
  const sessions = readSessions(result.data);
  const provider = readProvider(result.data);
  const traces = readTraces(result.data);
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(root, path));
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return Object.freeze({
    host, port, logLevel,
    publicUrl: (PUBLIC_URL ?? `http://${shownHost}:${port}`).replace(/\/$/, ''),
    dataDir: absolute(DATA_DIR),
    ...(result.data.TRUST_PROXY !== undefined && { trustProxy: result.data.TRUST_PROXY }),
    ...(sessions && { sessions }),
    ...(provider && { provider }),
    ...(limits && { limits }),
    ...(traces && { traces }),
    ...(result.data.CLAMAV_ADDRESS && { scanner: Object.freeze({ address: result.data.CLAMAV_ADDRESS, whenDown: result.data.CLAMAV_WHEN_DOWN }) }),
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

function readLimits(settings: z.infer<typeof schema>): Config['limits'] {
  const given = (Object.entries(LIMITS) as [keyof Limits, (typeof LIMITS)[keyof Limits]][]).flatMap(([limited, name]) => (settings[name] === undefined ? [] : [[limited, settings[name]] as const]));
  return given.length === 0 ? undefined : Object.freeze(Object.fromEntries(given));
}

function readSessions({ SECOND_FACTOR: secondFactor, SESSION_IDLE_MINUTES: minutes }: z.infer<typeof schema>): Config['sessions'] {
  if (secondFactor === undefined && minutes === undefined) return undefined;
  return Object.freeze({ ...(secondFactor && { secondFactor }), ...(minutes !== undefined && { idleMs: minutes * 60_000 }) });
}

function readProvider(settings: z.infer<typeof schema>): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: byValue } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return Object.freeze({
    issuer, clientId, clientSecret, name: settings.OIDC_NAME ?? new URL(issuer).hostname, strong: settings.OIDC_SECOND_FACTOR ?? [],
    ...(byValue && { roles: { claim: settings.OIDC_ROLE_CLAIM, byValue } }),
  });
}

function readTraces(settings: z.infer<typeof schema>): TraceSettings | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = settings;
  if (endpoint === undefined) return undefined;
  return Object.freeze({
    endpoint: endpoint.replace(/\/+$/, ''), serviceName: settings.OTEL_SERVICE_NAME, ratio: settings.OTEL_TRACES_SAMPLER_ARG,
    headers: Object.fromEntries(headers?.split(',').map((header) => header.split(/=(.*)/s, 2)) ?? []) as Record<string, string>,
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
  return /_(KEY|TOKEN|SECRET|HEADERS)$/.test(name) || value.includes('@') ? name : `${name}=${value}`;
}
