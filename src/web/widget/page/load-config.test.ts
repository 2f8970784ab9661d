import { describe, expect, it } from '@jest/globals';
import { createMemoryStorage } from '../../../../test/fakes/memory-storage.ts';
import { createSimulatedNetwork } from '../../../../test/fakes/simulated-network.ts';
import type { WidgetConfig } from '../connection/fetch-config.ts';
import { loadConfig } from './load-config.ts';

const config = (greeting: string): WidgetConfig => ({ locale: 'en', direction: 'ltr', exchangeName: 'Example', suggestions: [], phrases: { greeting } });
const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

describe('loadConfig', () => {
  it('shows the last visit\'s words at once and the new ones when they differ', async () => {
    const storage = createMemoryStorage().open();
    const seen: string[] = [];
    const load = (fetchIt: () => Promise<WidgetConfig>): void => {
      loadConfig({ base: 'b', locale: 'en', storage, onConfig: ({ phrases }) => { seen.push(phrases['greeting'] ?? ''); }, fetchIt, network: createSimulatedNetwork() });
    };
    load(() => Promise.resolve(config('one')));
    await settled();
    load(() => Promise.resolve(config('one')));
    await settled();
    load(() => Promise.resolve(config('two')));
    await settled();
    expect(seen).toEqual(['one', 'one', 'one', 'two']);
  });

  it('asks again until the desk answers', async () => {
    const network = createSimulatedNetwork();
    let asked = 0;
    const seen: WidgetConfig[] = [];
    const fetchIt = (): Promise<WidgetConfig> => { asked += 1; return asked < 3 ? Promise.reject(new Error('down')) : Promise.resolve(config('hello')); };
    loadConfig({ base: 'b', locale: 'en', storage: createMemoryStorage().open(), onConfig: (loaded) => { seen.push(loaded); }, fetchIt, network });
    for (let i = 0; i < 3; i += 1) {
      await settled();
      network.advance(60_000);
    }
    await settled();
    expect(asked).toBe(3);
    expect(seen).toEqual([config('hello')]);
  });
});
