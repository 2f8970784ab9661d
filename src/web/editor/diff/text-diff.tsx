import { useMemo } from 'react';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { diffTexts, type DiffRow } from '../state/line-diff.ts';

interface TextDiffProps {
  readonly before: string;
  readonly after: string;
  readonly label: string;
  /** Of the texts; null for a file of settings. */
  readonly locale: Locale | null;
}

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;

/** What changed between two texts. Signs and words say it, colour only helps. */
export function TextDiff({ before, after, label, locale }: TextDiffProps) {
  const { t } = usePreferences();
  const rows = useMemo(() => diffTexts(before, after, locale ?? 'en'), [before, after, locale]);
  if (before === after) return <p className="aside-note">{t('editor.diff.same')}</p>;
  return (
    <div className="diff" role="group" aria-label={label} lang={locale ?? undefined} dir={locale ? LOCALES[locale].direction : 'ltr'} tabIndex={0}>
      {rows.map((row, i) => <DiffLine key={i} row={row} />)}
    </div>
  );
}

function DiffLine({ row }: { row: DiffRow }) {
  const { t } = usePreferences();
  if (row.kind === 'gap') return <p className="diff-gap" lang={undefined}>{t('editor.diff.gap', { count: row.count })}</p>;
  const Whole = row.kind === 'added' ? 'ins' : row.kind === 'removed' ? 'del' : 'span';
  return (
    <p className="diff-row" data-kind={row.kind}>
      <span className="diff-sign" aria-hidden>{SIGNS[row.kind]}</span>
      <Whole className="diff-words">{row.parts.map((part, i) => (part.isChanged ? <mark key={i}>{part.text}</mark> : <span key={i}>{part.text}</span>))}</Whole>
    </p>
  );
}
