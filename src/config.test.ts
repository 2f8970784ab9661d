import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({}, '/vigil')).toEqual({
      host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', dataDir: '/vigil/data', cacheDir: '/vigil/data/cache', knowledgeDir: '/vigil/knowledge-base', logLevel: 'info',
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '' }, '/vigil')).toMatchObject({ port: 3000, dataDir: '/vigil/data' });
  });

  it('keeps absolute paths and cuts the slash of the address', () => {
    expect(readConfig({ DATA_DIR: '/srv/vigil', PUBLIC_URL: 'https://help.exchange.example/' }, '/vigil'))
      .toMatchObject({ dataDir: '/srv/vigil', publicUrl: 'https://help.exchange.example' });
  });

  it('reads the embeddings server, without the slash of its address', () => {
    expect(readConfig({
      EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8080/v1/', EMBEDDINGS_MODEL: 'e5', EMBEDDINGS_API_KEY: 'sk-1', EMBEDDINGS_QUERY_PREFIX: 'query: ', EMBEDDINGS_PASSAGE_PREFIX: 'passage: ',
    }, '/vigil').embeddings).toEqual({ baseUrl: 'http://127.0.0.1:8080/v1', model: 'e5', apiKey: 'sk-1', queryPrefix: 'query: ', passagePrefix: 'passage: ' });
  });

  it('needs no key and no prefixes for an embeddings server', () => {
    expect(readConfig({ EMBEDDINGS_BASE_URL: 'http://127.0.0.1:8080/v1', EMBEDDINGS_MODEL: 'e5' }, '/vigil').embeddings)
      .toEqual({ baseUrl: 'http://127.0.0.1:8080/v1', model: 'e5', queryPrefix: '', passagePrefix: '' });
  });

  it('reads which proxies are trusted, by number or by address', () => {
    expect(readConfig({ TRUST_PROXY: '1' }, '/vigil').trustProxy).toBe(1);
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }, '/vigil').trustProxy).toEqual(['10.0.0.0/8', '::1']);
  });

  it('reads the limits that are set, and 0 as none', () => {
    expect(readConfig({ LIMIT_TURNS: '20', LIMIT_ADDRESS_MESSAGES: '0' }, '/vigil').limits).toEqual({ turns: 20, addressMessages: 0 });
  });

  it('reads where traces are sent, and nothing where no collector is named', () => {
    expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/', OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=a=b,x-team=desk', OTEL_TRACES_SAMPLER_ARG: '0.25' }, '/vigil').traces)
      .toEqual({ endpoint: 'http://127.0.0.1:4318', headers: { 'x-api-key': 'a=b', 'x-team': 'desk' }, serviceName: 'vigil', ratio: 0.25 });
    expect(readConfig({ OTEL_SERVICE_NAME: 'desk' }, '/vigil').traces).toBeUndefined();
    expect(() => readConfig({ OTEL_EXPORTER_OTLP_HEADERS: 'my secret' }, '/vigil')).toThrow(/^OTEL_EXPORTER_OTLP_HEADERS: expected name=value/);
    expect(() => readConfig({ OTEL_TRACES_SAMPLER_ARG: '2' }, '/vigil')).toThrow(/expected a number from 0 to 1/);
  });

  it('asks OpenAI where there is only its key', () => {
    expect(readConfig({ OPENAI_API_KEY: 'sk-1' }, '/vigil').languageModel).toEqual({
      provider: 'openai', baseUrl: 'https://api.openai.com/v1', model: 'gpt-4.1-mini', apiKey: 'sk-1', askBelow: 0.6,
      limits: { timeoutMs: 20_000, idleTimeoutMs: 5_000, maxConcurrent: 8, tokensPerDay: 2_000_000, tokensPerConversation: 50_000 },
    });
  });

  it('asks another server without a key, within the limits that are set', () => {
    expect(readConfig({
      OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1/', OPENAI_MODEL: 'Qwen/Qwen3-8B', LLM_PROVIDER: 'openai', LLM_TIMEOUT_MS: '60000', LLM_IDLE_TIMEOUT_MS: '30000',
      LLM_MAX_CONCURRENT: '2', LLM_TOKENS_PER_DAY: '1000', LLM_TOKENS_PER_CONVERSATION: '100', LLM_ASK_BELOW: '.5',
    }, '/vigil').languageModel).toEqual({
      provider: 'openai', baseUrl: 'http://127.0.0.1:8000/v1', model: 'Qwen/Qwen3-8B', askBelow: 0.5,
      limits: { timeoutMs: 60_000, idleTimeoutMs: 30_000, maxConcurrent: 2, tokensPerDay: 1000, tokensPerConversation: 100 },
    });
  });

  it('needs a key or an address to ask a language model', () => {
    expect(readConfig({ OPENAI_MODEL: 'gpt-4.1', LLM_TIMEOUT_MS: '1000' }, '/vigil')).not.toHaveProperty('languageModel');
  });

  it.each([
    { EMBEDDINGS_BASE_URL: 'http://127.0.0.1/v1', EMBEDDINGS_MODEL: 'e5', EMBEDDINGS_API_KEY: 'sk secret' },
    { EMBEDDINGS_BASE_URL: 'http://ana:secret@127.0.0.1/v1', EMBEDDINGS_MODEL: 'e5' },
    { OPENAI_API_KEY: 'sk secret' },
    { OPENAI_BASE_URL: 'http://ana:secret@127.0.0.1/v1', OPENAI_MODEL: 'Qwen3' },
  ])('does not show a secret that is wrong: %#', (environment) => {
    expect(() => readConfig(environment, '/vigil')).toThrow(/^(EMBEDDINGS|OPENAI)_(?!.*secret)/);
  });

  it.each([
    [{ PORT: '70000' }, 'PORT=70000: expected a port number from 0 to 65535; for example PORT=3000'],
    [{ PORT: '-1' }, 'PORT=-1: expected a port number from 0 to 65535; for example PORT=3000'],
    [{ PUBLIC_URL: 'help' }, 'PUBLIC_URL=help: expected an http or https address; for example PUBLIC_URL=https://support.exchange.example'],
    [{ PUBLIC_URL: 'https://x.example/?a=1' }, 'PUBLIC_URL=https://x.example/?a=1: expected an address without ? and #; for example PUBLIC_URL=https://support.exchange.example'],
    [{ TRUST_PROXY: 'nginx' }, 'TRUST_PROXY=nginx: expected the number of proxies in front, 1 to 10, or their addresses with commas between (10.0.0.0/8); for example TRUST_PROXY=1'],
    [{ TRUST_PROXY: '0' }, 'TRUST_PROXY=0: expected the number of proxies in front'],
    [{ LIMIT_TURNS: '-1' }, 'LIMIT_TURNS=-1: expected a whole number from 0 to 10000000; for example LIMIT_TURNS=500'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud: expected one of debug, info, warn, error, silent; for example LOG_LEVEL=info'],
    [{ EMBEDDINGS_BASE_URL: 'localhost:8080', EMBEDDINGS_MODEL: 'e5' }, 'EMBEDDINGS_BASE_URL=localhost:8080: expected an http or https address; for example EMBEDDINGS_BASE_URL=http://127.0.0.1:8080/v1'],
    [{ EMBEDDINGS_BASE_URL: 'http://127.0.0.1/v1?key=1', EMBEDDINGS_MODEL: 'e5' }, 'EMBEDDINGS_BASE_URL=http://127.0.0.1/v1?key=1: expected an address without ?, # and @'],
    [{ EMBEDDINGS_BASE_URL: 'http://127.0.0.1/v1' }, 'EMBEDDINGS_MODEL is not set: expected, as EMBEDDINGS_BASE_URL is set; for example EMBEDDINGS_MODEL=intfloat/multilingual-e5-small'],
    [{ OPENAI_BASE_URL: 'localhost:8000', OPENAI_MODEL: 'Qwen3' }, 'OPENAI_BASE_URL=localhost:8000: expected an http or https address; for example OPENAI_BASE_URL=http://127.0.0.1:8000/v1'],
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' }, 'OPENAI_MODEL is not set: expected, as OPENAI_BASE_URL is set; for example OPENAI_MODEL=gpt-4.1-mini'],
    [{ OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'my model' }, 'OPENAI_MODEL=my model: expected the name of a model, without spaces; for example OPENAI_MODEL=gpt-4.1-mini'],
    [{ LLM_PROVIDER: 'acme' }, 'LLM_PROVIDER=acme: expected one of openai; for example LLM_PROVIDER=openai'],
    [{ LLM_TIMEOUT_MS: '20s' }, 'LLM_TIMEOUT_MS=20s: expected a whole number from 100 to 2147483647; for example LLM_TIMEOUT_MS=20000'],
    [{ LLM_IDLE_TIMEOUT_MS: '5' }, 'LLM_IDLE_TIMEOUT_MS=5: expected a whole number from 100 to'],
    [{ LLM_MAX_CONCURRENT: '0' }, 'LLM_MAX_CONCURRENT=0: expected a whole number from 1 to 1000; for example LLM_MAX_CONCURRENT=8'],
    [{ LLM_TOKENS_PER_DAY: '2M' }, 'LLM_TOKENS_PER_DAY=2M: expected a whole number from 0 to'],
    [{ LLM_TOKENS_PER_CONVERSATION: '-1' }, 'LLM_TOKENS_PER_CONVERSATION=-1: expected a whole number from 0 to'],
    [{ LLM_ASK_BELOW: '60' }, 'LLM_ASK_BELOW=60: expected a number from 0 to 1; for example LLM_ASK_BELOW=0.6'],
    [{ LLM_ASK_BELOW: '1.5' }, 'LLM_ASK_BELOW=1.5: expected a number from 0 to 1'],
    [{ EMBEDDINGS_QUERY_PREFIX: 'query: ', EMBEDDINGS_MODEL: 'e5' }, 'EMBEDDINGS_BASE_URL is not set: expected, as EMBEDDINGS_'],
  ])('names the variable, what was expected and an example: %p', (environment, message) => {
    expect(() => readConfig(environment, '/vigil')).toThrow(message);
  });
});
