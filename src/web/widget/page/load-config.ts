import { browserNetwork, type Network } from '../../shared/network.ts';
import { reconnectDelay } from '../../shared/reconnect-policy.ts';
import { fetchConfig, type WidgetConfig } from '../connection/fetch-config.ts';
import type { TolerantStorage } from '../connection/tolerant-storage.ts';

export interface LoadConfigOptions {
  readonly base: string;
  readonly locale: string;
  readonly storage: TolerantStorage;
  /** Once or twice: from the last visit, then as it is now where that differs. */
  readonly onConfig: (config: WidgetConfig) => void;
  readonly fetchIt?: (base: string, locale: string) => Promise<WidgetConfig>;
  readonly network?: Pick<Network, 'after' | 'random'>;
}

/**
 * The widget's words and suggestions. They come from the server, so that a change of a phrase needs no
 * new script; the last visit's are kept, so that the widget stands at once and also while the desk
 * cannot be reached. On a first visit it waits for the desk: there would be nobody to talk to.
 */
export function loadConfig({ base, locale, storage, onConfig, fetchIt = fetchConfig, network = browserNetwork }: LoadConfigOptions): void {
  const key = `vigil:${base}:config:${locale}`;
  const kept = storage.get(key);
  const config = parseConfig(kept);
  if (config) onConfig(config);
  void attempt(1);

  async function attempt(number: number): Promise<void> {
    try {
      const loaded = await fetchIt(base, locale);
      const text = JSON.stringify(loaded);
      if (text === kept) return;
      storage.set(key, text);
      onConfig(loaded);
    } catch {
      network.after(reconnectDelay(number + 2, network.random()), () => void attempt(number + 1));
    }
  }
}

function parseConfig(text: string | null): WidgetConfig | undefined {
  try {
    const config = JSON.parse(text ?? '') as Partial<WidgetConfig>;
    return config.phrases && config.suggestions && config.locale && config.exchangeName ? config as WidgetConfig : undefined;
  } catch {
    return undefined;
  }
}
