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

  it.each([
    [{ PORT: '70000' }, 'PORT=70000: expected a port number from 0 to 65535; for example PORT=3000'],
    [{ PORT: '-1' }, 'PORT=-1: expected a port number from 0 to 65535; for example PORT=3000'],
    [{ PUBLIC_URL: 'help' }, 'PUBLIC_URL=help: expected an http or https address; for example PUBLIC_URL=https://support.exchange.example'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud: expected one of debug, info, warn, error, silent; for example LOG_LEVEL=info'],
  ])('names the variable, what was expected and an example: %p', (environment, message) => {
    expect(() => readConfig(environment, '/vigil')).toThrow(message);
  });
});
