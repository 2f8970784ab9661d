import { createInstance, type i18n, type TOptions } from 'i18next';
import type { DeskLanguage } from './preferences.ts';

/** The desk's phrase for a key below `desk`, in the agent's language. */
export type Translate = (key: string | string[], values?: TOptions) => string;

/** Only the language in use is loaded. The build leaves in these files what the desk says, and nothing else. */
const LOADERS: Record<DeskLanguage, () => Promise<{ default: { desk: object } }>> = {
  en: () => import('../../../locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('../../../locales/zh-CN.json', { with: { type: 'json' } }),
};

export async function loadPhrases(language: DeskLanguage): Promise<Translate> {
  const { default: { desk } } = await LOADERS[language]();
  return createPhrases(language, desk);
}

export async function createPhrases(language: DeskLanguage, desk: object): Promise<Translate> {
  const instance: i18n = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { translation: desk } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const fixed = instance.getFixedT(language);
  return (key, values = {}) => String(fixed(key, values));
}
