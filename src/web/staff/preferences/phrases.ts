import { createInstance, type i18n, type TOptions } from 'i18next';
import type { StaffLanguage } from './preferences.ts';

/** The phrase for a key below `desk`, and in the editor also for one that begins with `editor.` or `category.`, in the language of whoever works here. */
export type Translate = (key: string | string[], values?: TOptions) => string;

interface StaffPhrases {
  readonly desk: object;
  /** These only in the editor's build. */
  readonly editor?: object;
  readonly category?: object;
}

/** Only the language in use is loaded. The build leaves in these files what desk or editor say, and nothing else. */
const LOADERS: Record<StaffLanguage, () => Promise<{ default: StaffPhrases }>> = {
  en: () => import('../../../locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('../../../locales/zh-CN.json', { with: { type: 'json' } }),
};

export async function loadPhrases(language: StaffLanguage): Promise<Translate> {
  const { default: { desk, ...others } } = await LOADERS[language]();
  return createPhrases(language, { ...desk, ...others });
}

export async function createPhrases(language: StaffLanguage, phrases: object): Promise<Translate> {
  const instance: i18n = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { translation: phrases } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const fixed = instance.getFixedT(language);
  return (key, values = {}) => String(fixed(key, values));
}
