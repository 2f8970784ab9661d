import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createManualClock } from '../../../test/fakes/manual-clock.ts';
import { createRecordingLogger } from '../../../test/fakes/recording-logger.ts';
import type { LanguageModelSettings } from './model-settings.ts';
import { openLanguageModel } from './open-language-model.ts';

const SETTINGS: LanguageModelSettings = {
  provider: 'openai', baseUrl: 'http://127.0.0.1:1/v1', model: 'fake', apiKey: 'sk-very-secret',
  limits: { timeoutMs: 20_000, idleTimeoutMs: 5_000, maxConcurrent: 8, tokensPerDay: 10_000, tokensPerConversation: 10_000 },
};

describe('openLanguageModel', () => {
  it('opens none where none is configured', async () => {
    expect(await openLanguageModel(undefined, { clock: createManualClock(), logger: createRecordingLogger() })).toBeUndefined();
  });

  it('says which one it opened, without the key, and asks it nothing yet', async () => {
    const logger = createRecordingLogger();
    const model = await openLanguageModel(SETTINGS, { clock: createManualClock(), logger });
    expect(model?.id).toBe('openai:fake');
    expect(model?.status()).toEqual({ model: 'fake', circuit: 'closed', running: 0, waiting: 0, tokensToday: 0, tokensADay: 10_000, requests: 0, failures: {} });
    expect(logger.lines).toEqual(['info answers are phrased by a language model {"url":"http://127.0.0.1:1/v1","model":"fake"}']);
  });

  it('leaves the answers to the articles, with a warning, where the model cannot be opened', async () => {
    const logger = createRecordingLogger();
    expect(await openLanguageModel({ ...SETTINGS, provider: 'acme' as 'openai' }, { clock: createManualClock(), logger })).toBeUndefined();
    expect(logger.lines).toHaveLength(1);
    expect(logger.lines[0]).toMatch(/^warn the language model cannot be used/);
  });

  it('loads langchain only where a model is configured', async () => {
    const script = `
      import { registerHooks } from 'node:module';
      let loaded = 0;
      registerHooks({ load(url, context, next) { if (url.includes('langchain')) loaded++; return next(url, context); } });
      const { openLanguageModel } = await import('./src/adapters/llm/open-language-model.ts');
      const logger = { info() {}, warn() {}, error() {} };
      const counts = [];
      for (const settings of [undefined, ${JSON.stringify(SETTINGS)}]) {
        await openLanguageModel(settings, { clock: { now: () => 0 }, logger });
        counts.push(loaded > 0);
      }
      process.stdout.write(JSON.stringify(counts));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('[false,true]');
  });
});
