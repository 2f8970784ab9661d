import type { RouteOutput } from '../../../protocol/http.ts';
import { formatNumber, formatPercent, languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { handedShare, helpedShare } from '../state/sort-figures.ts';

/** The same by language: a translation may do worse than its source. */
export function LocaleTable({ rows }: { rows: RouteOutput<'readArticleFigures'>['locales'] }) {
  const { t, preferences: { language } } = usePreferences();
  const share = (value: number | null): string => (value === null ? '–' : formatPercent(value, language));
  return (
    <section className="chart-card" aria-label={t('editor.figures.byLocale')}>
      <h3>{t('editor.figures.byLocale')}</h3>
      {rows.length === 0 ? <p className="board-empty">{t('supervise.reports.nothing')}</p> : (
        <div className="table-scroll chart-table" tabIndex={0} role="region" aria-label={t('editor.figures.byLocale')}>
          <table className="board-table">
            <thead><tr><th scope="col">{t('editor.library.locale')}</th>{(['uses', 'helped', 'handedOver'] as const).map((id) => <th key={id} scope="col" className="number">{t(`editor.figures.columns.${id}`)}</th>)}</tr></thead>
            <tbody>{rows.map(({ locale, ...use }) => (
              <tr key={locale}><th scope="row">{languageName(locale, language)}</th><td className="number">{formatNumber(use.uses, language)}</td><td className="number">{share(helpedShare(use))}</td><td className="number">{share(handedShare(use))}</td></tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
