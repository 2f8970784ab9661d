import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

type ImportError = RouteOutput<'previewImport'>['errors'][number];

/** So many are drawn until all are asked for. */
const SHOWN = 100;

/** A row that is wrong twice is one row; what is wrong with a whole file counts once. */
export function countWrongRows(errors: readonly ImportError[]): number {
  return new Set(errors.map(({ file, row, line }) => `${file}\n${row ?? `line ${line}`}`)).size;
}

/** What is wrong, by row: where, what, and what was expected. */
export function ImportErrors({ errors, title }: { errors: readonly ImportError[]; title?: string }) {
  const { t } = usePreferences();
  const [hasAll, setHasAll] = useState(false);
  const heading = title ?? t('editor.import.errors', { count: countWrongRows(errors) });
  return (
    <section className="import-errors" aria-label={heading}>
      <h2>{heading}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={heading}>
        <table className="board-table import-table">
          <thead><tr>{(['file', 'row', 'line', 'field', 'problem'] as const).map((id) => <th key={id} scope="col" className={id === 'row' || id === 'line' ? 'number' : undefined}>{t(`editor.import.columns.${id}`)}</th>)}</tr></thead>
          <tbody>{(hasAll ? errors : errors.slice(0, SHOWN)).map((error, i) => <ErrorRow key={i} error={error} />)}</tbody>
        </table>
      </div>
      {!hasAll && errors.length > SHOWN && <Button className="button import-all" onPress={() => { setHasAll(true); }}>{t('editor.import.allErrors', { count: errors.length })}</Button>}
    </section>
  );
}

function ErrorRow({ error: { file, row, line, field, code, values, problem, expected } }: { error: ImportError }) {
  const { t } = usePreferences();
  return (
    <tr>
      <th scope="row"><bdi>{file}</bdi></th><td className="number">{row ?? '–'}</td><td className="number">{line ?? '–'}</td>
      <td>{t([`editor.import.fields.${field}`, `editor.fields.${field}`], { defaultValue: field })}</td>
      <td className="import-problem">{t([`editor.import.problems.${code}`, `editor.problems.${code}`], { ...values, defaultValue: `${problem} (${expected})` })}</td>
    </tr>
  );
}
