import { Plus, X } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import type { DocumentProblem } from '../../../protocol/documents.ts';
import { formatNumber } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { pasteRows, sameRows } from '../state/phrasing-rows.ts';
import { ProblemLine } from './problem-list.tsx';

interface PhrasingListProps {
  readonly label: string;
  readonly hint: string;
  /** In the file: problems name rows as `phrasings.3`. */
  readonly field: 'phrasings' | 'calmPhrasings';
  readonly value: readonly string[];
  readonly locale: Locale;
  readonly problems: readonly DocumentProblem[];
  readonly onChange: (value: readonly string[]) => void;
}

const LONGEST = 600;

/** Questions as contacts type them, one a row: Enter begins the next, many pasted lines become many rows. */
export function PhrasingList({ label, hint, field, value, locale, problems, onChange }: PhrasingListProps) {
  const { t, preferences: { language } } = usePreferences();
  const list = useRef<HTMLOListElement>(null);
  const [typed, setTyped] = useState(value);
  /** A row that is still empty is not in the file; anything else that is there came from elsewhere. */
  const rows = sameRows(typed, value) ? typed : value;

  function set(next: readonly string[], focused?: number): void {
    setTyped(next);
    onChange(next.filter((row) => row.trim() !== ''));
    if (focused !== undefined) requestAnimationFrame(() => { inputAt(focused)?.focus(); });
  }
  const inputAt = (row: number) => list.current?.querySelectorAll('input')[row];
  const withRow = (row: number, text: string): readonly string[] => rows.map((one, i) => (i === row ? text : one));

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, row: number): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') set(rows.toSpliced(row + 1, 0, ''), row + 1);
    else if (event.key === 'Backspace' && rows[row] === '') set(rows.toSpliced(row, 1), Math.max(0, row - 1));
    else if (event.key === 'ArrowDown') inputAt(row + 1)?.focus();
    else if (event.key === 'ArrowUp') inputAt(row - 1)?.focus();
    else return;
    event.preventDefault();
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>, row: number): void {
    const text = event.clipboardData.getData('text/plain');
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    const { rows: next, last } = pasteRows(rows, row, text, LONGEST);
    set(next, last);
  }
  return (
    <section className="phrasing-list" aria-label={label}>
      <h2>{label}<span className="phrasing-count">{formatNumber(value.length, language)}</span></h2>
      <p className="field-hint">{hint}</p>
      <ol ref={list}>
        {rows.map((row, i) => {
          const found = problems.filter((problem) => problem.field === `${field}.${i}`);
          return (
            <li key={i}>
              <div className="phrasing" data-wrong={found.length > 0}>
                <input value={row} lang={locale} dir={LOCALES[locale].direction} maxLength={LONGEST} data-field={`${field}.${i}`} aria-label={t('editor.phrasing.row', { number: i + 1 })} placeholder={t('editor.phrasing.empty')}
                  onChange={(event) => { set(withRow(i, event.target.value)); }} onKeyDown={(event) => { onKeyDown(event, i); }} onPaste={(event) => { onPaste(event, i); }}
                  onBlur={() => { if (row !== row.trim()) set(withRow(i, row.trim())); }} />
                <Button className="button" data-kind="quiet" data-icon-only aria-label={t('editor.phrasing.remove', { number: i + 1 })} onPress={() => { set(rows.toSpliced(i, 1), Math.min(i, rows.length - 2)); }}><X size={14} aria-hidden /></Button>
              </div>
              {found.map((problem, at) => <ProblemLine key={at} problem={problem} />)}
            </li>
          );
        })}
      </ol>
      <Button className="button" data-kind="quiet" onPress={() => { set([...rows, ''], rows.length); }}><Plus size={14} aria-hidden />{t('editor.phrasing.add')}</Button>
    </section>
  );
}
