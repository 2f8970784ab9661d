import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

export interface Option { readonly id: string; readonly name: string }

interface ChoiceSelectProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** One of several, with its label in front of it. */
export function ChoiceSelect({ label, options, value, onChange }: ChoiceSelectProps) {
  return (
    <Select className="pick-select" selectedKey={value} onSelectionChange={(key) => { onChange(String(key)); }}>
      <Label>{label}</Label>
      <Button className="button"><SelectValue /><ChevronDown size={14} aria-hidden /></Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu pick-list" items={options}>
          {({ id, name }) => <ListBoxItem className="menu-item" id={id} textValue={name}>{name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}
