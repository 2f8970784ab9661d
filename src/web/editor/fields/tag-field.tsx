import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

interface TagFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** Words by which articles are found again: Enter or a comma adds one. */
export function TagField({ label, hint, value, onChange }: TagFieldProps) {
  const { t } = usePreferences();
  const [typed, setTyped] = useState('');

  function add(): void {
    const tags = typed.split(/[\s,，]+/).map((tag) => tag.toLowerCase().replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '').replace(/-{2,}/g, '-')).filter((tag) => tag !== '');
    setTyped('');
    if (tags.length > 0) onChange([...new Set([...value, ...tags])]);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return;
    event.preventDefault();
    add();
  }
  return (
    <div className="picks">
      <TextField className="field" value={typed} onChange={setTyped} onBlur={add}>
        <Label>{label}</Label><Input autoComplete="off" spellCheck="false" onKeyDown={onKeyDown} /><Text slot="description" className="field-hint">{hint}</Text>
      </TextField>
      {value.length > 0 && (
        <ul className="tags">
          {value.map((tag) => <li key={tag} className="tag">{tag}<Button className="tag-remove" aria-label={t('editor.picks.remove', { name: tag })} onPress={() => { onChange(value.filter((one) => one !== tag)); }}><X size={12} aria-hidden /></Button></li>)}
        </ul>
      )}
    </div>
  );
}
