import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { applyTheme } from './apply-theme.ts';
import { loadPhrases, type Translate } from './phrases.ts';
import { readPreferences, writePreferences, type Preferences } from './preferences.ts';

interface PreferencesContextValue {
  readonly preferences: Preferences;
  readonly t: Translate;
  readonly change: (change: Partial<Preferences>) => void;
}

const Context = createContext<PreferencesContextValue | null>(null);

export function usePreferences(): PreferencesContextValue {
  const value = useContext(Context);
  if (!value) throw new Error('usePreferences needs a PreferencesProvider above it');
  return value;
}

/** Gives everything below the agent's language and theme. Shows nothing until the phrases are there. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage, navigator.languages));
  const [phrases, setPhrases] = useState<{ readonly language: string; readonly t: Translate } | null>(null);
  const { language, theme } = preferences;

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    let current = true;
    void loadPhrases(language).then((t) => { if (current) setPhrases({ language, t }); });
    return () => { current = false; };
  }, [language]);
  useEffect(() => { document.documentElement.lang = phrases?.language ?? language; }, [phrases, language]);

  const value = useMemo(() => phrases && {
    preferences,
    t: phrases.t,
    change(change: Partial<Preferences>) {
      const changed = { ...preferences, ...change };
      writePreferences(localStorage, changed);
      setPreferences(changed);
    },
  }, [preferences, phrases]);

  if (!value) return null;
  return <I18nProvider locale={language}><Context value={value}>{children}</Context></I18nProvider>;
}
