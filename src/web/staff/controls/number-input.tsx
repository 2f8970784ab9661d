import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';

interface NumberInputProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly format?: Intl.NumberFormatOptions;
  readonly onChange: (value: number) => void;
  readonly isLabelHidden?: boolean;
}

/** A number in the agent's language, with its unit; what is too much or too little becomes the nearest that is possible. */
export function NumberInput({ label, hint, value, min, max, step = 1, format, onChange, isLabelHidden = false }: NumberInputProps) {
  return (
    <NumberField
      className="field number-input"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => { if (!Number.isNaN(next)) onChange(next); }}
      {...(format ? { formatOptions: format } : {})}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Group className="number-group">
        <Input />
        <Button slot="decrement" className="button" data-kind="quiet" data-icon-only><Minus size={14} aria-hidden /></Button>
        <Button slot="increment" className="button" data-kind="quiet" data-icon-only><Plus size={14} aria-hidden /></Button>
      </Group>
      {hint !== undefined && <Text slot="description" className="field-hint">{hint}</Text>}
    </NumberField>
  );
}
