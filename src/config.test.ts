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

  it.each([
    { EMBEDDINGS_BASE_URL: 'http://127.0.0.1/v1', EMBEDDINGS_MODEL: 'e5', EMBEDDINGS_API_KEY: 'sk secret' },
    { EMBEDDINGS_BASE_URL: 'http://ana:secret@127.0.0.1/v1', EMBEDDINGS_MODEL: 'e5' },
  ])('does not show a secret that is wrong: %#', (environment) => {
    expect(() => readConfig(environment, '/vigil')).toThrow(/^EMBEDDINGS_(?!.*secret)/);
  });

  it.each([
    [{ PORT: '70000' }, 'PORT=70000: expected a port number from 0 to 65535; for example PORT=3000'],
    [{ PORT: '-1' }, 'PORT=-1: expected a port number from 0 to 65535; for example PORT=3000'],
    [{ PUBLIC_URL: 'help' }, 'PUBLIC_URL=help: expected an http or https address; for example PUBLIC_URL=https://support.exchange.example'],
    [{ PUBLIC_URL: 'https://x.example/?a=1' }, 'PUBLIC_URL=https://x.example/?a=1: expected an address without ? and #; for example PUBLIC_URL=https://support.exchange.example'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud: expected one of debug, info, warn, error, silent; for example LOG_LEVEL=info'],
    [{ EMBEDDINGS_BASE_URL: 'localhost:8080', EMBEDDINGS_MODEL: 'e5' }, 'EMBEDDINGS_BASE_URL=localhost:8080: expected an http or https address; for example EMBEDDINGS_BASE_URL=http://127.0.0.1:8080/v1'],
    [{ EMBEDDINGS_BASE_URL: 'http://127.0.0.1/v1?key=1', EMBEDDINGS_MODEL: 'e5' }, 'EMBEDDINGS_BASE_URL=http://127.0.0.1/v1?key=1: expected an address without ?, # and @'],
    [{ EMBEDDINGS_BASE_URL: 'http://127.0.0.1/v1' }, 'EMBEDDINGS_MODEL is not set: expected, as EMBEDDINGS_BASE_URL is set; for example EMBEDDINGS_MODEL=intfloat/multilingual-e5-small'],
    [{ EMBEDDINGS_QUERY_PREFIX: 'query: ', EMBEDDINGS_MODEL: 'e5' }, 'EMBEDDINGS_BASE_URL is not set: expected, as EMBEDDINGS_'],
  ])('names the variable, what was expected and an example: %p', (environment, message) => {
    expect(() => readConfig(environment, '/vigil')).toThrow(message);
  });
});
