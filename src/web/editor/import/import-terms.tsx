import { IMPORT_KINDS } from '../../../domain/import-kind.ts';
import { LOCALE_TAGS } from '../../../domain/locales.ts';
import type { RouteInput } from '../../../protocol/http.ts';
import { ChoiceSelect } from '../../staff/controls/choice-select.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Library } from '../connection/editor-context.tsx';
import { PickBox } from '../fields/pick-box.tsx';
import { useCategoryName } from '../library/use-category-name.ts';

export type ImportTerms = Pick<RouteInput<'previewImport'>['body'], 'kind' | 'locale' | 'category' | 'replace'>;

interface ImportTermsFormProps {
  readonly terms: ImportTerms;
  readonly categories: Library['categories'];
  readonly onChange: (terms: ImportTerms) => void;
}

/** How the files are read, and what holds where they do not say it. */
export function ImportTermsForm({ terms, categories, onChange }: ImportTermsFormProps) {
  const { t, preferences: { language } } = usePreferences();
  const categoryName = useCategoryName();
  return (
    <section className="import-terms" aria-label={t('editor.import.terms')}>
      <div className="field-row">
        <ChoiceSelect label={t('editor.import.kind')} value={terms.kind} onChange={(kind) => { onChange({ ...terms, kind }); }} choices={IMPORT_KINDS.map((id) => ({ id, name: t(`editor.import.kinds.${id}`) }))} />
        <ChoiceSelect label={t('editor.import.locale')} value={terms.locale} onChange={(locale) => { onChange({ ...terms, locale }); }} choices={LOCALE_TAGS.map((id) => ({ id, name: languageName(id, language) }))} />
        <ChoiceSelect label={t('editor.import.category')} value={terms.category} onChange={(category) => { onChange({ ...terms, category }); }} choices={categories.map(({ id }) => ({ id, name: categoryName(id) }))} />
      </div>
      <p className="field-hint">{t(`editor.import.hints.${terms.kind}`)}</p>
      <PickBox isPicked={terms.replace} onChange={(replace) => { onChange({ ...terms, replace }); }}><span>{t('editor.import.replace')}<span className="field-hint pick-hint">{t('editor.import.replaceHint')}</span></span></PickBox>
    </section>
  );
}
