import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

export interface Choice<T extends string> {
  readonly id: T;
  readonly name: string;
}

interface ChoiceSelectProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** For where the sentence around it says what it is. */
  readonly isLabelHidden?: boolean;
}

/** One of several, that does not need to be seen all at once. */
export function ChoiceSelect<T extends string>({ label, choices, value, onChange, isLabelHidden = false }: ChoiceSelectProps<T>) {
  return (
    <Select className="choice-select" value={value} onChange={(key) => { if (key !== null) onChange(key as T); }} {...(isLabelHidden ? { 'aria-label': label } : {})}>
      {!isLabelHidden && <Label>{label}</Label>}
      <Button className="button"><SelectValue /><ChevronDown size={14} aria-hidden /></Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={choices}>
          {({ id, name }) => (
            <ListBoxItem id={id} className="menu-item" textValue={name}>
              {({ isSelected }) => <>{name}{isSelected && <Check className="menu-mark" size={16} aria-hidden />}</>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
