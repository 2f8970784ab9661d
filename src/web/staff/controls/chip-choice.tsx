import { Check } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Choice } from './choice-select.tsx';

interface ChipChoiceProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly (Choice<T> & { readonly lang?: string })[];
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
}

/** Any number of several that are seen all at once; kept in the order in which they are shown. */
export function ChipChoice<T extends string>({ label, hint, choices, value, onChange }: ChipChoiceProps<T>) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden>{label}</span>
      <ToggleButtonGroup
        className="chips"
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={value}
        onSelectionChange={(keys) => { onChange(choices.map(({ id }) => id).filter((id) => keys.has(id))); }}
      >
        {choices.map(({ id, name, lang }) => (
          <ToggleButton key={id} id={id} className="chip" lang={lang}>{({ isSelected }) => <>{isSelected && <Check size={12} strokeWidth={2.5} aria-hidden />}{name}</>}</ToggleButton>
        ))}
      </ToggleButtonGroup>
      {hint !== undefined && <span className="field-hint">{hint}</span>}
    </div>
  );
}

