import { Label, TextArea, TextField } from 'react-aria-components';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import type { DocumentProblem } from '../../../protocol/documents.ts';
import { ProblemLine } from './problem-list.tsx';

interface WordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** In characters. */
  readonly limit: number;
  readonly locale: Locale;
  readonly problems: readonly DocumentProblem[];
  readonly isLong?: boolean;
  readonly onChange: (value: string) => void;
}

/** A line of the article, however long, in its own language and direction, with what is wrong with it. */
export function WordField({ name, label, value, limit, locale, problems, isLong = false, onChange }: WordFieldProps) {
  const { direction } = LOCALES[locale];
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const shared = { lang: locale, dir: direction, className: isLong ? 'word-input word-input-long' : 'word-input word-input-title' };
  return (
    <TextField className="field word-field" name={name} value={value} onChange={(text) => { onChange(text.replaceAll('\n', ' ')); }} isInvalid={isWrong} validationBehavior="aria" maxLength={limit}>
      <Label>{label}<span className="field-length" aria-hidden data-near={value.length > limit * 0.85}>{value.length} / {limit}</span></Label>
      <TextArea rows={isLong ? 2 : 1} {...shared} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault(); }} />
      {problems.map((problem, i) => <ProblemLine key={i} problem={problem} />)}
    </TextField>
  );
}
