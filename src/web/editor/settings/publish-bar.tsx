import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

interface PublishBarProps {
  readonly isSaving: boolean;
  readonly error: string | null;
  readonly onDiscard: () => void;
  readonly onSave: (note: string) => void;
}

/** There while a form is changed: saving it is a publication, so it may say why. */
export function PublishBar({ isSaving, error, onDiscard, onSave }: PublishBarProps) {
  const { t } = usePreferences();
  const [note, setNote] = useState('');
  return (
    <form className="save-bar publish-bar" data-kind={error === null ? 'changed' : 'problem'} onSubmit={(event) => { event.preventDefault(); onSave(note); }}>
      {error !== null && <p role="alert"><CircleAlert size={16} aria-hidden />{error}</p>}
      <TextField className="field" aria-label={t('editor.publish.note')} value={note} onChange={setNote} maxLength={500}><Input placeholder={t('editor.form.note')} autoComplete="off" /></TextField>
      <Button className="button" data-kind="quiet" onPress={onDiscard} isDisabled={isSaving}>{t('editor.form.discard')}</Button>
      <Button className="button" data-kind="primary" type="submit" isDisabled={isSaving}>{t(isSaving ? 'editor.publish.pending' : 'editor.form.publish')}</Button>
    </form>
  );
}
