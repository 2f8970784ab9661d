import { NEWS_KINDS, type NewsKind } from './news-kinds.ts';

/** What somebody sets for this browser, for desk and editor alike. */
export interface Preferences {
  readonly language: StaffLanguage;
  readonly theme: Theme;
  /** Enter sends and Shift+Enter breaks the line; otherwise only Ctrl/⌘+Enter sends. */
  readonly enterSends: boolean;
  /** Desktop notifications; the browser has been asked before they are on. */
  readonly notifications: boolean;
  readonly sounds: boolean;
  /** What is told neither way. */
  readonly muted: readonly NewsKind[];
}

/** Languages of desk and editor themselves; contacts are served in sixteen. */
export const STAFF_LANGUAGES = ['en', 'zh-CN'] as const;
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'vigil.desk.preferences';

/** What is stored, and for the rest the defaults: the browser's language, the system's theme. */
export function readPreferences(storage: Pick<Storage, 'getItem'>, languages: readonly string[]): Preferences {
  const stored = readStored(storage);
  return {
    language: oneOf(STAFF_LANGUAGES, stored.language) ?? nearestLanguage(languages),
    theme: oneOf(THEMES, stored.theme) ?? 'system',
    enterSends: stored.enterSends === true,
    notifications: stored.notifications === true,
    sounds: stored.sounds !== false,
    muted: Array.isArray(stored.muted) ? NEWS_KINDS.filter((kind) => (stored.muted as unknown[]).includes(kind)) : [],
  };
}

export function writePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): void {
  try {
    storage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is full or forbidden: they hold until the page is left.
  }
}

function readStored(storage: Pick<Storage, 'getItem'>): Partial<Record<keyof Preferences, unknown>> {
  try {
    return (JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Record<keyof Preferences, unknown>> | null) ?? {};
  } catch {
    return {};
  }
}

function nearestLanguage(wishes: readonly string[]): StaffLanguage {
  for (const wish of wishes) {
    if (/^zh\b/i.test(wish)) return 'zh-CN';
    if (/^en\b/i.test(wish)) return 'en';
  }
  return 'en';
}

function oneOf<T>(values: readonly T[], value: unknown): T | undefined {
  return values.includes(value as T) ? (value as T) : undefined;
}
