import type { Clock, LanguageModel, Logger } from '../../ports.ts';
import { createLanguageModel } from './language-model.ts';
import type { LanguageModelSettings } from './model-settings.ts';
import { PROVIDERS } from './providers.ts';

/**
 * The language model of the settings; undefined where there is none, or, with a warning that says why,
 * where it cannot be opened. Asks it nothing yet: a server that is down now may be up when it is wanted.
 */
export async function openLanguageModel(settings: LanguageModelSettings | undefined, { clock, logger }: {
  readonly clock: Clock;
  readonly logger: Logger;
}): Promise<LanguageModel | undefined> {
  if (!settings) return undefined;
  try {
    const { createAskModel } = await PROVIDERS[settings.provider]();
    const model = createLanguageModel(createAskModel(settings), settings, { clock, logger });
    logger.info('answers are phrased by a language model', { url: settings.baseUrl, model: settings.model });
    return model;
  } catch (error) {
    logger.warn('the language model cannot be used, answers are the approved articles', { reason: String(error) });
    return undefined;
  }
}
