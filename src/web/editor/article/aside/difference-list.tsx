import type { z } from 'zod';
import type { differenceSchema } from '../../../../protocol/documents.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

type Difference = z.infer<typeof differenceSchema>;

/** Where the facts of a translation are not those of its source, each by name. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t } = usePreferences();
  if (differences.length === 0) return null;
  return (
    <section className="differences" aria-label={t('editor.differences.title')}>
      <h2>{t('editor.differences.title')}</h2>
      <ul>{differences.map((difference, i) => <li key={i}><DifferenceWords difference={difference} /></li>)}</ul>
    </section>
  );
}

function DifferenceWords({ difference }: { difference: Difference }) {
  const { t } = usePreferences();
  if ('missing' in difference) {
    return (
      <>
        <strong>{t(`editor.differences.${difference.kind}`)}</strong>
        {difference.missing.length > 0 && <p>{t('editor.differences.missing')} <Values values={difference.missing} /></p>}
        {difference.extra.length > 0 && <p>{t('editor.differences.extra')} <Values values={difference.extra} /></p>}
      </>
    );
  }
  const where = difference.section === null || difference.section === 0 ? '' : t('editor.differences.section', { section: difference.section });
  return <><strong>{t(`editor.differences.${difference.kind}`)}{where}</strong><p>{t('editor.differences.counts', { source: difference.source, translation: difference.translation })}</p></>;
}

function Values({ values }: { values: readonly string[] }) {
  return <>{values.map((value, i) => <bdi key={i} className="fact">{value}</bdi>)}</>;
}
