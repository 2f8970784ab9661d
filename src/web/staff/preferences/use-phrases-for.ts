import { useEffect, useState } from 'react';
import type { Locale } from '../../../domain/locales.ts';
import { loadPhrases, type Translate } from './phrases.ts';
import { usePreferences } from './preferences-context.tsx';
import { STAFF_LANGUAGES, type StaffLanguage } from './preferences.ts';

interface SpokenPhrases {
  readonly language: StaffLanguage;
  readonly t: Translate;
}

/** The desk's phrases in a contact's language; in the agent's where the desk does not speak it, or as long as it is not loaded. */
export function usePhrasesFor(locale: Locale): SpokenPhrases {
  const { t, preferences: { language } } = usePreferences();
  const [loaded, setLoaded] = useState<SpokenPhrases | null>(null);
  const wanted = STAFF_LANGUAGES.find((one) => one === locale) ?? language;
  useEffect(() => {
    if (wanted === language) return;
    let isCurrent = true;
    // Without a connection the agent's own language is better than nothing.
    loadPhrases(wanted).then((phrases) => { if (isCurrent) setLoaded({ language: wanted, t: phrases }); }, () => undefined);
    return () => { isCurrent = false; };
  }, [wanted, language]);
  return loaded?.language === wanted ? loaded : { language, t };
}
