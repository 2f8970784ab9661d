import type { KeyboardEvent, Ref } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  /** Ctrl or ⌘ with Enter. */
  readonly onSubmit?: () => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
  /** True where the label is read aloud only. */
  readonly isLabelHidden?: boolean;
}

/** A labelled field of several lines, in the direction of what is written in it. */
export function TextBox({ label, value, onChange, hint, placeholder, rows = 3, autoFocus = false, onSubmit, ref, isLabelHidden = false }: TextBoxProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit?.();
  }
  return (
    <TextField className="field" value={value} onChange={onChange} autoFocus={autoFocus} maxLength={4_000}>
      <Label className={isLabelHidden ? 'only-read-aloud' : ''}>{label}</Label>
      <TextArea ref={ref} className="text-box" dir="auto" rows={rows} placeholder={placeholder} onKeyDown={onKeyDown} />
      {hint !== undefined && <Text slot="description" className="field-hint">{hint}</Text>}
    </TextField>
  );
}
