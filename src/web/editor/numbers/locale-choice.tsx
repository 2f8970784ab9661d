import { LOCALE_TAGS, type Locale } from '../../../domain/locales.ts';
import { ChoiceSelect } from '../../staff/controls/choice-select.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

const ALL = 'all';

/** One language, or all of them. */
export function LocaleChoice({ locale, onChange }: { locale: Locale | null; onChange: (locale: Locale | null) => void }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <ChoiceSelect<Locale | typeof ALL> label={t('editor.library.locale')} isLabelHidden value={locale ?? ALL} onChange={(id) => { onChange(id === ALL ? null : id); }}
      choices={[{ id: ALL, name: t('editor.library.allLocales') }, ...LOCALE_TAGS.map((id) => ({ id, name: languageName(id, language) }))]} />
  );
}
