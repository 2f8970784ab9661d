import { useState } from 'react';
import { FieldError, Input, TextField } from 'react-aria-components';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { UNCLEAR_TERM } from '../state/obstacle.ts';
import { formatTerm, parseTerm } from '../state/term-text.ts';

interface TermInputProps {
  readonly label: string;
  /** In minutes; null for no promise. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const MAX_MINUTES = 525_600;

/** A span of time as people write it. Empty promises nothing; what is not understood is never saved. */
export function TermInput({ label, value, onChange }: TermInputProps) {
  const { t, preferences: { language } } = usePreferences();
  /** As it is typed, while it is typed or as long as it is not understood. */
  const [typed, setTyped] = useState<string | null>(null);
  const isUnclear = value === UNCLEAR_TERM;
  const told = value === null || isUnclear ? '' : formatTerm(value, language);
  return (
    <TextField
      className="term-input"
      aria-label={label}
      value={typed ?? told}
      isInvalid={isUnclear}
      validationBehavior="aria"
      onChange={(text) => {
        setTyped(text);
        onChange(toTerm(text));
      }}
      onBlur={() => { if (!isUnclear) setTyped(null); }}
    >
      <Input placeholder={t('settings.sla.none')} spellCheck="false" autoComplete="off" />
      <FieldError className="field-error">{t('settings.sla.unclear')}</FieldError>
    </TextField>
  );
}

function toTerm(text: string): number | null {
  if (text.trim() === '') return null;
  const minutes = parseTerm(text);
  return minutes === undefined || minutes < 1 || minutes > MAX_MINUTES ? UNCLEAR_TERM : minutes;
}
