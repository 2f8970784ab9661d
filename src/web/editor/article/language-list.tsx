import { DEFAULT_LOCALE, LOCALE_TAGS, LOCALES, type Locale } from '../../../domain/locales.ts';
import type { EditedArticle } from '../../../protocol/documents.ts';
import { ChoiceSelect } from '../../staff/controls/choice-select.tsx';
import { goTo } from '../../staff/controls/go-to.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { StateMark } from '../library/state-mark.tsx';
import { cellState } from '../state/library-cells.ts';
import { pathToArticle } from '../state/place.ts';

/** The languages of an article with what each needs; where there is little room, as one choice. */
export function LanguageList({ article, locale }: { article: EditedArticle; locale: Locale }) {
  const { t, preferences: { language } } = usePreferences();
  const stateOf = (tag: Locale) => cellState(article, article.translations[tag]);
  return (
    <>
      <nav className="languages" aria-label={t('editor.article.languages')}>
        {LOCALE_TAGS.map((tag) => (
          <InnerLink key={tag} className="language" href={pathToArticle(article.id, tag)} title={LOCALES[tag].name} isCurrent={tag === locale}>
            <span className="language-name">{languageName(tag, language)}{tag === DEFAULT_LOCALE && <span className="language-source">{t('editor.article.source')}</span>}</span>
            <StateMark state={stateOf(tag)} />
          </InnerLink>
        ))}
      </nav>
      <div className="languages-narrow">
        <ChoiceSelect label={t('editor.article.languages')} isLabelHidden value={locale} onChange={(tag) => { goTo(pathToArticle(article.id, tag)); }}
          choices={LOCALE_TAGS.map((tag) => ({ id: tag, name: `${languageName(tag, language)} · ${t(`editor.states.${stateOf(tag)}`)}` }))} />
      </div>
    </>
  );
}
