import { ChartColumn, Download, Table as TableIcon } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { Series } from './series.ts';

export interface ChartTable {
  /** What the first column names. */
  readonly head: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

interface ChartCardProps {
  readonly title: string;
  /** What is counted, in which unit, over which period. */
  readonly words: string;
  readonly series: readonly Series[];
  readonly table: ChartTable;
  readonly csv?: string;
  /** True where there is nothing to draw. */
  readonly empty: boolean;
  /** Takes the room of two beside it. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** A plot with its unit, its legend, and the same numbers as a table. */
export function ChartCard({ title, words, series, table, csv, empty, tall = false, children }: ChartCardProps) {
  const { t } = usePreferences();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const Icon = asTable ? ChartColumn : TableIcon;
  return (
    <section className="chart-card" data-tall={tall} aria-labelledby={id}>
      <div className="chart-head">
        <div>
          <h3 id={id}>{title}</h3>
          <p className="faint">{words}</p>
        </div>
        <div className="chart-tools">
          <ToggleButton className="button" data-kind="quiet" isSelected={asTable} onChange={setAsTable}><Icon size={14} aria-hidden />{t('supervise.reports.asTable')}</ToggleButton>
          {csv !== undefined && <CsvLink href={csv} of={title} />}
        </div>
      </div>
      {empty ? <p className="board-empty">{t('supervise.reports.nothing')}</p> : asTable ? <NumbersTable title={title} series={series} table={table} /> : (
        <figure className="chart">
          {series.length > 1 && <Legend series={series} />}
          {children}
        </figure>
      )}
    </section>
  );
}

export function CsvLink({ href, of }: { href: string; of: string }) {
  const { t } = usePreferences();
  return <a className="button" data-kind="quiet" href={href} download aria-label={t('supervise.reports.csvOf', { table: of })}><Download size={14} aria-hidden />CSV</a>;
}

function Legend({ series }: { series: readonly Series[] }) {
  return (
    <figcaption className="chart-legend">
      {series.map(({ key, label, color, dashed }) => (
        <span key={key}>
          <svg width="16" height="8" aria-hidden>{dashed ? <line x1="0" y1="4" x2="16" y2="4" stroke={color} strokeWidth="2" strokeDasharray="4 2" /> : <rect width="16" height="8" rx="2" fill={color} />}</svg>
          {label}
        </span>
      ))}
    </figcaption>
  );
}

function NumbersTable({ title, series, table: { head, rows } }: { title: string; series: readonly Series[]; table: ChartTable }) {
  return (
    // What scrolls can be reached by keyboard.
    <div className="table-scroll chart-table" tabIndex={0} role="region" aria-label={title}>
      <table className="board-table">
        <thead><tr><th scope="col">{head}</th>{series.map(({ key, label }) => <th key={key} scope="col" className="number">{label}</th>)}</tr></thead>
        <tbody>{rows.map(({ name, cells }) => <tr key={name}><th scope="row">{name}</th>{cells.map((cell, index) => <td key={series[index]?.key ?? index} className="number">{cell}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}
