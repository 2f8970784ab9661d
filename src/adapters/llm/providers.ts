import type { AskModel } from './ask-model.ts';
import type { LanguageModelSettings } from './model-settings.ts';

/** What the file of a provider exports: how to ask its model once, with no limit but the signal of the call. */
export interface Provider {
  createAskModel(settings: LanguageModelSettings): AskModel;
}

/**
 * Each provider is one file, loaded only where it is configured, so that the others cost nothing.
 * To add one: write the file, name it here, and run `test/contract/language-model.contract.ts` on it.
 */
export const PROVIDERS = {
  /** OpenAI, and whatever speaks its `POST /chat/completions`: vLLM, Ollama, LM Studio, llama.cpp. */
  openai: () => import('./openai-compatible.ts'),
} as const satisfies Record<string, () => Promise<Provider>>;

export type ProviderName = keyof typeof PROVIDERS;
