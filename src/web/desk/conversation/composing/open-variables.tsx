import { TriangleAlert } from 'lucide-react';
import type { MacroVariable } from '../../../../domain/macro.ts';
import { shortenMiddle } from '../../../shared/long-code.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { MacroCandidates } from '../../state/macro-values.ts';

interface OpenVariablesProps {
  readonly open: readonly MacroVariable[];
  readonly candidates: MacroCandidates;
  readonly onFill: (variable: MacroVariable, value: string) => void;
  /** Selects it in the text, to be typed over. */
  readonly onSelect: (variable: MacroVariable) => void;
}

/** What of a prepared reply nobody has filled in: what the contact named is offered, the rest is typed. */
export function OpenVariables({ open, candidates, onFill, onSelect }: OpenVariablesProps) {
  const { t } = usePreferences();
  if (open.length === 0) return null;
  return (
    <ul className="open-variables" aria-label={t('composing.variables.label')}>
      {open.map((variable) => (
        <li key={variable}>
          <TriangleAlert size={14} aria-hidden />
          <span>{t('composing.variables.notFilled', { variable: `{{${variable}}}` })}</span>
          {candidates[variable].map((value) => (
            <button key={value} type="button" className="button" title={value} onClick={() => { onFill(variable, value); }}><bdi dir="ltr">{shortenMiddle(value, 8)}</bdi></button>
          ))}
          <button type="button" className="text-button" onClick={() => { onSelect(variable); }}>{t('composing.variables.type')}</button>
        </li>
      ))}
    </ul>
  );
}
