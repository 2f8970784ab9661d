import { LOCALES } from '../../../domain/locales.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { pathToArticle } from '../state/place.ts';

type Attracting = RouteOutput<'readArticleFigures'>['attracting'];

/** Phrasings that bring questions here which the article does not help. */
export function AttractingTable({ articleId, rows }: { articleId: string; rows: Attracting }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <section className="figures-part" aria-label={t('editor.figures.attracting')}>
      <h2>{t('editor.figures.attracting')}</h2>
      <p className="faint">{t(rows.length === 0 ? 'editor.figures.attractingNone' : 'editor.figures.attractingWords')}</p>
      <ul className="attracting">
        {rows.map(({ locale, phrasing, field, wrong, right, examples }) => (
          <li key={`${locale} ${field} ${phrasing}`} className="attracting-row">
            <div className="attracting-head">
              <InnerLink className="attracting-phrasing" href={pathToArticle(articleId, locale)}><bdi lang={locale} dir={LOCALES[locale].direction}>{phrasing}</bdi></InnerLink>
              <span className="attracting-counts"><span className="attracting-wrong">{t('editor.figures.wrong', { count: wrong })}</span><span className="faint">{t('editor.figures.right', { count: right })}</span></span>
            </div>
            <p className="faint">{languageName(locale, language)} · {t(`editor.fields.${field}`)}</p>
            <ul className="attracting-examples" aria-label={t('editor.figures.examples')}>{examples.map((text) => <li key={text}><bdi lang={locale} dir={LOCALES[locale].direction}>{text}</bdi></li>)}</ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
